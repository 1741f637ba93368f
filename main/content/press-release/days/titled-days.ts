import type { Block } from '../../documents/block.ts';
import { fieldOf } from '../event/fields.ts';
import { splitCommas, splitParts } from '../outline/split-parts.ts';
import { beginsAsVenue, looksLikeTown } from '../places/places.ts';

/** So many titles, each above its day, are no accident. */
const MIN_TITLED = 2;
const MAX_TITLE = 120;
const MAX_VENUE = 60;
/** « Rendez-vous parking du lac »: where one meets is no title. */
const MEETING = /^(?:rendez-vous|rdv|d[ée]part)(?!\p{L})/iu;

/** « Samedi 16 mai, 14h30 – rendez-vous parking du lac, Ville – gratuit »: when and where, and a remark. */
interface DayLine {
  readonly at: number;
  readonly days: string;
  readonly venue: string;
  readonly town: string | null;
  readonly remark: string;
}

type IsDays = (text: string) => boolean;

/**
 * « Balade », then « Samedi 16 mai, 14h30 – rendez-vous au lac », and so on to the last line: with the labels of a form, without
 * which each title is taken for a remark on the event above it. Where a title stands below the last day, each may stand below its own.
 */
export function withTitledDays(blocks: readonly Block[], isDays: IsDays): readonly Block[] {
  const found = blocks.flatMap((block, at) => dayLineOf(block, at, isDays) ?? []);
  const last = found.at(-1);
  if (last === undefined || found.length < MIN_TITLED || isTitle(blocks[last.at + 1], isDays)) return blocks;
  const areTitled = found.every(({ at }, rank) => {
    const between = blocks.slice((found[rank - 1]?.at ?? at - 2) + 1, at - 1);
    return isTitle(blocks[at - 1], isDays) && !between.some((block) => isTitle(block, isDays));
  });
  if (!areTitled) return blocks;
  const lines = new Map(found.map((line) => [line.at, line]));
  return blocks.flatMap((block, at) => {
    const line = lines.get(at);
    if (line !== undefined) return fieldsOf(block, line);
    return lines.has(at + 1) ? [{ ...block, text: `Titre : ${block.text}` }] : [block];
  });
}

function dayLineOf(block: Block, at: number, isDays: IsDays): DayLine | null {
  if (block.kind !== 'paragraph' || block.level > 0) return null;
  const [days, place, ...others] = splitParts(block.text, { colons: false });
  if (days === undefined || place === undefined || !isDays(days.text)) return null;
  const pieces = splitCommas(place.text).map(({ text }) => text);
  const [venue = '', town = null, ...more] = pieces;
  const isPlace =
    MEETING.test(venue) || (beginsAsVenue(venue) && venue.length <= MAX_VENUE && !/[:;!?«»]/u.test(venue));
  if (more.length > 0 || !isPlace || (town !== null && !looksLikeTown(town))) return null;
  return { at, days: days.text, venue, town, remark: others.map(({ text }) => text).join(' – ') };
}

/** A short line without a day that does not end as a sentence does. */
function isTitle(block: Block | undefined, isDays: IsDays): boolean {
  if (block === undefined || block.kind === 'table-row' || block.kind === 'quote' || block.text.length > MAX_TITLE)
    return false;
  const [front] = splitParts(block.text, { colons: false });
  return !/[.;,:!…]$/u.test(block.text) && fieldOf(block.text) === null && !isDays(front?.text ?? '');
}

function fieldsOf(block: Block, { days, venue, town, remark }: DayLine): Block[] {
  const texts = [`Date : ${days}`, ...(town === null ? [] : [`Ville : ${town}`]), `Lieu : ${venue}`];
  return [...texts, ...(remark === '' ? [] : [remark])].map((text) => ({ ...block, text }));
}
