import type { ScreenReport } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import type { CatalogueItem } from './catalogue.ts';
import { itemContentId } from './make-slides.ts';

/** How one screen failed to play a slide. */
interface FailedPlay {
  /** As the screen calls itself; empty for the one without a name. */
  readonly screen: string;
  /** The slide was painted before it failed: a film that stops on its way. */
  readonly begun: boolean;
  /** The slide has been painted again since, and has not failed yet. */
  readonly standing: boolean;
}

/** A slide that at least one screen could not play. */
export interface Failure {
  readonly slide: string;
  /** Id of the item that it shows. */
  readonly item: string;
  /** What the item said (`itemContentId`): another version of the file may well be played. */
  readonly content: string;
  /** How many slides the item has. */
  readonly of: number;
  /** By folded name of the screen. */
  readonly failed: ReadonlyMap<string, FailedPlay>;
  /** Folded names of the screens that have played it since it failed on another one. */
  readonly played: ReadonlySet<string>;
}

/** What screens could not play, by id of the slide, the newest last. */
export type Failures = ReadonlyMap<string, Failure>;

/** Slide ids come from the network: of more failures than this, the oldest are forgotten. */
const MAX_FAILURES = 300;

/** The item that a slide shows, and how many slides the item has. */
export interface ShownItem {
  readonly item: CatalogueItem;
  readonly of: number;
}

/** Id of the slide of a page: `ID~2` is the second page of `ID`. */
const slideOfPage = (page: string) => page.replace(/~\d+$/u, '');

const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): Map<K, V> => new Map(map).set(key, value);
const without = <T>(set: ReadonlySet<T>, value: T) => new Set([...set].filter((each) => each !== value));

function afterFailure(failures: Failures, report: ScreenReport, id: string, shown: ShownItem): Failures {
  const screen = fold(report.screen);
  const content = itemContentId(shown.item);
  const known = failures.get(id);
  const same = known?.content === content ? known : undefined;
  const begun = report.slide !== null && slideOfPage(report.slide) === id;
  const before = same?.failed.get(screen);
  if (before && before.begun === begun && !before.standing) return failures;
  const failure: Failure = {
    slide: id,
    item: shown.item.id,
    content,
    of: shown.of,
    failed: withEntry(same?.failed ?? new Map(), screen, { screen: report.screen, begun, standing: false }),
    played: without(same?.played ?? new Set(), screen),
  };
  const all = new Map(failures);
  all.delete(id);
  all.set(id, failure);
  return new Map([...all].slice(-MAX_FAILURES));
}

/** A failure that a screen has played since; null where no screen fails any more. */
function playedOn(failure: Failure, screen: string): Failure | null {
  if (failure.played.has(screen)) return failure;
  const failed = new Map([...failure.failed].filter(([name]) => name !== screen));
  return failed.size === 0 ? null : { ...failure, failed, played: new Set([...failure.played, screen]) };
}

/** One failure after a screen has painted a slide; the same object where it tells nothing new. */
function afterPaintOf(failure: Failure, screen: string, slide: string): Failure | null {
  const play = failure.failed.get(screen);
  const isThis = failure.slide === slide;
  if (!play?.begun) return isThis ? playedOn(failure, screen) : failure;
  // What failed on its way has been played once a slide is painted after it, and no failure was told in between.
  if (play.standing) return playedOn(failure, screen);
  return isThis ? { ...failure, failed: withEntry(failure.failed, screen, { ...play, standing: true }) } : failure;
}

function afterPaint(failures: Failures, screen: string, slide: string): Failures {
  const before = [...failures.values()];
  const after = before.map((failure) => afterPaintOf(failure, screen, slide));
  if (after.every((failure, index) => failure === before[index])) return failures;
  return new Map(after.flatMap((failure) => (failure === null ? [] : [[failure.slide, failure] as const])));
}

/**
 * What screens could not play, once a screen has said what it shows. `find` gives what a slide of its programme shows; null
 * for a slide that is not in it.
 */
export function afterReport(
  failures: Failures,
  report: ScreenReport,
  find: (slide: string) => ShownItem | null,
): Failures {
  if (report.unplayable !== undefined) {
    const id = slideOfPage(report.unplayable);
    const shown = find(id);
    return shown === null ? failures : afterFailure(failures, report, id, shown);
  }
  if (report.slide === null || failures.size === 0) return failures;
  return afterPaint(failures, fold(report.screen), slideOfPage(report.slide));
}

/** The failures of items that stand in the catalogue as they were when they failed. */
export function failuresOf(failures: Failures, items: readonly CatalogueItem[]): Failure[] {
  if (failures.size === 0) return [];
  const wanted = new Set([...failures.values()].map(({ item }) => item));
  const contents = new Map(items.filter(({ id }) => wanted.has(id)).map((item) => [item.id, itemContentId(item)]));
  return [...failures.values()].filter(({ item, content }) => contents.get(item) === content);
}

/** Ids of the items of which no slide has been played on any screen since all of them failed. */
export function unplayedItems(failures: readonly Failure[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { item, played } of failures) if (played.size === 0) counts.set(item, (counts.get(item) ?? 0) + 1);
  return new Set(failures.filter(({ item, of }) => (counts.get(item) ?? 0) >= of).map(({ item }) => item));
}
