import type { CatalogueItem } from '../../programme/catalogue.ts';
import type { Attempt } from '../reading/attempt.ts';
import type { Reading } from '../reading/reading.ts';
import { isSameContent, isUnfinished, outcomeOf, signatureWith } from './last-good.ts';
import type { SavedUnit } from './saved-unit.ts';

/** What is known of a unit. */
export interface KnownUnit extends SavedUnit {
  /** Number of the news that brought it. */
  readonly serial: number;
  /** The items of the reading with their serial: the same objects as long as the reading stands. */
  readonly items: readonly CatalogueItem[];
  /** What was wrong when it was read may have passed since: it is read again, though its files are the same. */
  readonly doubtful: boolean;
}

const numbered = ({ items }: Reading, serial: number): CatalogueItem[] => items.map((item) => ({ ...item, serial }));

/** What the service knew of a unit before it was started again. */
export function knownFromSaved(saved: SavedUnit): KnownUnit {
  return { ...saved, serial: 0, items: numbered(saved.reading, 0), doubtful: isUnfinished(saved.reading) };
}

/** What is saved of a unit. */
export function savedFromKnown({ path, signature, longSide, reading, kept }: KnownUnit): SavedUnit {
  return { path, signature, longSide, reading, kept };
}

/**
 * What is known of a unit once it has been read. `hope`: there will be another try. `serialOfNews` is called where the
 * reading is news.
 */
export function knownAfter(
  { unit, signature, context }: Pick<Attempt, 'unit' | 'signature' | 'context'>,
  before: KnownUnit | undefined,
  { read, hope }: { readonly read: Reading; readonly hope: boolean },
  serialOfNews: () => number,
): KnownUnit {
  const { reading, kept } = outcomeOf(read, before, hope, context.listing);
  // The same bytes prepared for a larger screen or copied back, and an old version that stays, are no news: they must not
  // make the wall jump. When a new version replaces an old one that had stayed, it is news.
  const isShown = before !== undefined && before.reading.items.length > 0 && !before.kept;
  const isSame = isShown && isSameContent(before.signature, signature);
  const isNews = reading.items.length > 0 && !kept && !isSame;
  const serial = isNews ? serialOfNews() : (before?.serial ?? 0);
  return {
    path: unit.path,
    signature: signatureWith(unit, reading.uses, context.listing),
    longSide: context.longSide,
    reading,
    kept,
    doubtful: false,
    serial,
    items: numbered(reading, serial),
  };
}

const hasPictures = ({ items }: Reading): boolean =>
  items.some(({ kind }) => kind === 'image' || kind === 'exhibition' || kind === 'event' || kind === 'alert');

/** Whether a unit need not be read: its files are those that were read, and its pictures are large enough. */
export function isUpToDate(known: KnownUnit, signature: string, longSide: number): boolean {
  if (known.signature !== signature || known.doubtful) return false;
  return known.longSide >= longSide || !hasPictures(known.reading);
}
