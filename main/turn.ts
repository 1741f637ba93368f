/**
 * How the slides of a programme follow each other, turn by turn. The player plays by it and the report foretells by it, so
 * both must decide alike: this file, `pairs.ts`, `reading-time.ts` and the types of `contract.ts` are all that `renderer/` may import of
 * `main/`. `turn-plan.ts` works out what a turn needs to know of the whole programme.
 *
 * A turn has every slide that stands alone, and a portion of what is in quantity (an album, a deck, an exhibition), which goes
 * on where the last turn stopped. Between them the agenda of the day comes back again and again.
 */
import type { Programme, Slide } from './contract.ts';
import { ALONE, isOpening, type PortionedSet, planOf, setOf, TODAY } from './turn-plan.ts';

/** What is played. Without `turnMs` a turn is the whole programme; without `recallMs` nothing is recalled. */
export interface Played extends Pick<Programme, 'recallMs' | 'turnMs'> {
  readonly slides: readonly Slide[];
}

/** What is remembered from turn to turn. Plain data; every function here returns a new one. */
export interface TurnMemory {
  /** By set: the id of the slide shown last, and its index among the slides of its set that pass in portions. */
  readonly places: Readonly<Record<string, { readonly id: string; readonly index: number }>>;
  /** The last set that had its portion, where not all of them have room in one turn; null before the first turn. */
  readonly lastSet: string | null;
}

export const EMPTY_MEMORY: TurnMemory = { places: {}, lastSet: null };

/** What is shown in one turn, recalls apart, in the order of the programme. */
export interface Turn {
  readonly slides: readonly Slide[];
  /** For the memory, once the turn is over. */
  readonly lastSet: string | null;
}

/** Since when what is recalled has been away from the wall. */
export interface Absence {
  /** Milliseconds, as planned; 0 while it is on the wall. */
  readonly ms: number;
  /** Id of the slide shown last of those that are recalled. */
  readonly last: string | null;
  /** Whether that was between the slides of a turn, and not in its own place. */
  readonly wasRecall: boolean;
}

export const NO_ABSENCE: Absence = { ms: 0, last: null, wasRecall: false };

/** The time between two slides, milliseconds. */
export const FADE_MS = 600;

/** A set that has a portion in a turn gets at least this time, so that an album comes by in more than one picture. */
const MIN_PORTION_MS = 24_000;
/** The part of a turn that albums, decks and exhibitions have at least, whatever the day brings. */
const MIN_GROUPS_PART = 1 / 4;
/**
 * How the time of a turn is shared among sets of different lengths: by their lengths to this power. With 0 each set would get
 * the same, and an exhibition of 300 plates would take an afternoon; with 1, a deck of 5 pages beside it would pass page by page.
 */
const SHARE_POWER = 2 / 3;
/** Halvings that find the shares of a turn to the millisecond. */
const HALVINGS = 40;

/** Milliseconds of a turn that are left for sets: agendas take theirs first, but never more than half. */
function roomFor({ slides, recallMs = 0 }: Played, turnMs: number): number {
  const { placedMs, placedRecalledMs } = planOf(slides);
  const recallsMs = recallMs === 0 ? 0 : (turnMs * placedRecalledMs) / (recallMs + placedRecalledMs);
  const takenMs = placedMs + Math.max(0, recallsMs - placedRecalledMs);
  return Math.max(turnMs - takenMs, turnMs / 2);
}

/** In how many turns a set passes that has about `shareMs` in each. At least one slide passes in a turn. */
function turnsFor({ opening, slides, totalMs }: PortionedSet, shareMs: number): number {
  const openingMs = opening?.durationMs ?? 0;
  const turns = Math.round((totalMs - openingMs) / Math.max(1, shareMs - openingMs));
  return Math.max(1, Math.min(slides.length, turns));
}

/** Where a set goes on: after the slide shown last, from the beginning after the last one. */
function startOf({ name, slides, indexes }: PortionedSet, { places }: TurnMemory): number {
  const place = places[name];
  if (!place) return 0;
  const found = indexes.get(place.id);
  // A slide that is gone was taken out or edited: what stands in its place now has not been shown.
  const start = found === undefined ? place.index : found + 1;
  return start < slides.length ? start : 0;
}

/** The next portion: the set is divided into `turns` parts of about the same time, and the part at its place is shown. */
function portionOf(set: PortionedSet, shareMs: number, memory: TurnMemory): Slide[] {
  const turns = turnsFor(set, shareMs);
  const start = startOf(set, memory);
  const wholeMs = Math.max(1, set.slidesMs);
  const partOf = (index: number) => Math.floor(((set.middlesMs[index] ?? 0) / wholeMs) * turns);
  const part = partOf(start);
  let end = start;
  while (end < set.slides.length && partOf(end) === part) end += 1;
  const portion = set.slides.slice(start, end);
  return set.opening ? [set.opening, ...portion] : portion;
}

/** The shortest share a set is worth having in a turn; its opening, which comes with each portion, is not counted. */
const minShareOf = ({ opening, totalMs }: PortionedSet): number =>
  Math.min(totalMs, MIN_PORTION_MS + (opening?.durationMs ?? 0));

/** The sets that have a portion in this turn: those that follow the last one, as many as have room, at least one. */
function setsInTurn(sets: readonly PortionedSet[], roomMs: number, lastSet: string | null): PortionedSet[] {
  if (sets.reduce((sum, set) => sum + minShareOf(set), 0) <= roomMs) return [...sets];
  const last = sets.findIndex(({ name }) => name === lastSet);
  const chosen: PortionedSet[] = [];
  let takenMs = 0;
  for (const set of sets.slice((last + 1) % sets.length)) {
    takenMs += minShareOf(set);
    if (chosen.length > 0 && takenMs > roomMs) break;
    chosen.push(set);
  }
  return chosen;
}

/** The time that each of these sets gets, all together `roomMs` where they are longer than that. */
function sharesOf(sets: readonly PortionedSet[], roomMs: number): number[] {
  const sharesAt = (level: number) =>
    sets.map((set) => Math.min(set.totalMs, Math.max(minShareOf(set), level * set.totalMs ** SHARE_POWER)));
  const sumOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0);
  let low = 0;
  let high = Math.cbrt(Math.max(1, ...sets.map(({ totalMs }) => totalMs)));
  if (sumOf(sharesAt(high)) <= roomMs) return sharesAt(high);
  for (let n = 0; n < HALVINGS; n += 1) {
    const level = (low + high) / 2;
    if (sumOf(sharesAt(level)) > roomMs) high = level;
    else low = level;
  }
  return sharesAt(low);
}

/** Composes the next turn. Nothing is in it twice, and everything is in one of the turns to come. */
export function composeTurn(programme: Played, memory: TurnMemory): Turn {
  const { slides, turnMs = 0 } = programme;
  if (turnMs === 0) return { slides, lastSet: null };
  const { placed, sets, ranks } = planOf(slides);
  const groups = sets.filter(({ name }) => name !== TODAY && name !== ALONE);
  const shown = [...placed];
  let roomMs = roomFor(programme, turnMs);
  const give = (set: PortionedSet, shareMs: number): void => {
    shown.push(...portionOf(set, shareMs, memory));
    roomMs -= set.totalMs / turnsFor(set, shareMs);
  };
  // Events, then what stands alone: wholly in each turn, unless they take more than half of what is left for all.
  for (const set of sets.filter((each) => !groups.includes(each)).toSorted((a) => (a.name === TODAY ? -1 : 1))) {
    const hasOthers = sets.length > 1 && (groups.length > 0 || set.name === TODAY);
    give(set, hasOthers ? roomMs / 2 : roomMs);
  }
  // A day of many events must not stop the albums: a turn becomes a little longer then.
  roomMs = Math.max(roomMs, turnMs * MIN_GROUPS_PART);
  const chosen = setsInTurn(groups, roomMs, memory.lastSet);
  const shares = sharesOf(chosen, roomMs);
  for (const [index, set] of chosen.entries()) give(set, shares[index] ?? 0);
  const rankOf = (slide: Slide) => ranks.get(slide) ?? 0;
  return { slides: shown.sort((a, b) => rankOf(a) - rankOf(b)), lastSet: chosen.at(-1)?.name ?? null };
}

/** The memory once a slide has had its place in a turn. */
export function remember(memory: TurnMemory, { slides }: Played, slide: Slide): TurnMemory {
  const name = setOf(slide);
  if (name === null || isOpening(slide)) return memory;
  const set = planOf(slides).sets.find((each) => each.name === name);
  const place = { id: slide.id, index: set?.indexes.get(slide.id) ?? -1 };
  return { ...memory, places: { ...memory.places, [name]: place } };
}

/** The slide to show before `next`, since what is recalled would otherwise be away for longer than `recallMs`; null: none. */
export function recallBefore({ slides, recallMs = 0 }: Played, absence: Absence, next: Slide): Slide | null {
  const isDue = recallMs > 0 && absence.ms > 0 && absence.ms + next.durationMs + FADE_MS > recallMs;
  if (!isDue) return null;
  const { recalled, recalledIndexes } = planOf(slides);
  if (recalledIndexes.has(next.id)) return null;
  const last = absence.last === null ? -1 : (recalledIndexes.get(absence.last) ?? -1);
  return recalled[(last + 1) % Math.max(1, recalled.length)] ?? null;
}

/** Whether a slide has just been recalled, so that its own place in the turn is left out. */
export function isJustRecalled({ recallMs = 0 }: Played, absence: Absence, next: Slide): boolean {
  return absence.wasRecall && absence.last === next.id && absence.ms < recallMs / 2;
}

/** The absence after `slide` has been on the wall for `ms`; `isRecall`: out of its place in the turn. */
export function absenceAfter(
  { slides }: Played,
  absence: Absence,
  slide: Slide,
  ms: number,
  isRecall: boolean,
): Absence {
  const isRecalled = planOf(slides).recalledIndexes.has(slide.id);
  return isRecalled ? { ms: 0, last: slide.id, wasRecall: isRecall } : { ...absence, ms: absence.ms + ms + FADE_MS };
}
