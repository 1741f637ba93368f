import type { Slide } from '../../main/contract.ts';
import {
  type Absence,
  absenceAfter,
  composeTurn,
  EMPTY_MEMORY,
  isJustRecalled,
  NO_ABSENCE,
  type Played,
  recallBefore,
  remember,
  type TurnMemory,
} from '../../main/turn.ts';
import { firstPage, locate, type Position } from './position.ts';

/** One page of one slide. */
export interface SlidePage {
  readonly slide: Slide;
  /** From 0. */
  readonly page: number;
}

/** The turn that is being played. */
interface CurrentTurn {
  /** The memory that it was composed with: with it, the same turn is composed of a programme that has changed. */
  readonly start: TurnMemory;
  /** Ids of its slides. They come in the order of the programme. */
  readonly ids: ReadonlySet<string>;
  readonly lastSet: string | null;
}

/** What the player remembers of its round through the programme. Plain data; every function here returns a new one. */
export interface Loop {
  readonly slides: readonly Slide[];
  readonly recallMs: number;
  readonly turnMs: number;
  readonly turn: CurrentTurn;
  /** Where the next turn goes on: it counts what the current turn has shown so far. */
  readonly memory: TurnMemory;
  readonly absence: Absence;
  /** The greatest serial of all slides so far; null before the first programme. */
  readonly newestSerial: number | null;
  /** The place of the round in the programme: where it goes on after a jump. */
  readonly at: Position | null;
  /** What is on the wall: the same as `at`, except during a jump to a new slide or a recall. */
  readonly showing: Position | null;
  /** The round that an alert interrupted. */
  readonly interrupted: Pick<Loop, 'slides' | 'at' | 'turn'> | null;
}

export const EMPTY_LOOP: Loop = {
  slides: [],
  recallMs: 0,
  turnMs: 0,
  turn: { start: EMPTY_MEMORY, ids: new Set(), lastSet: null },
  memory: EMPTY_MEMORY,
  absence: NO_ABSENCE,
  newestSerial: null,
  at: null,
  showing: null,
  interrupted: null,
};

/** The loop after a step; `show` is the page to show now, null to leave the wall as it is. */
export interface Move {
  readonly loop: Loop;
  readonly show: SlidePage | null;
}

/** Name of a page: `ID`, then `ID~2`, `ID~3`. */
export function pageId(id: string, page: number): string {
  return page === 0 ? id : `${id}~${page + 1}`;
}

/**
 * Takes in a programme. `fresh` is true for the first one after a (re)connection: its slides are not news, and it only
 * tells which serials are known. In a later one, the newest of the new slides is shown at once, and the round goes on from
 * where it was. When the slide on the wall is no longer in the programme, the slide made from the same source replaces it
 * at once, or else the next one follows.
 */
export function takeProgramme(loop: Loop, programme: Played, fresh: boolean): Move {
  const { slides, recallMs = 0, turnMs = 0 } = programme;
  const newest = fresh || loop.newestSerial === null ? undefined : newestAfter(slides, loop.newestSerial);
  const newestSerial = Math.max(fresh ? 0 : (loop.newestSerial ?? 0), ...slides.map((slide) => slide.serial));
  const taken = { ...loop, recallMs, turnMs, newestSerial };
  if (isAlert(slides) && !isAlert(loop.slides)) {
    const interrupted = { slides: loop.slides, at: loop.at, turn: loop.turn };
    const alert = withTurn({ ...taken, slides, at: null, showing: null, interrupted }, loop.memory);
    return start(alert, newest ?? slides[0]);
  }
  if (!isAlert(slides) && loop.interrupted) {
    const { slides: old, at: oldAt, turn } = loop.interrupted;
    const at = locate(old, oldAt, slides).position;
    const resumed = withTurn({ ...taken, slides, at, showing: at, interrupted: null }, turn.start);
    return newest ? jump(resumed, newest) : nextInTurn(resumed);
  }
  return followProgramme(taken, slides, newest);
}

/** The loop with a turn of its slides, composed with this memory. */
function withTurn(loop: Loop, memory: TurnMemory): Loop {
  const { slides, lastSet } = composeTurn(loop, memory);
  return { ...loop, turn: { start: memory, ids: new Set(slides.map(({ id }) => id)), lastSet } };
}

/** The round goes on in another programme of the same nature: neither an alert nor the end of one. */
function followProgramme(loop: Loop, slides: readonly Slide[], newest: Slide | undefined): Move {
  const at = locate(loop.slides, loop.at, slides).position;
  const found = loop.showing && locate(loop.slides, loop.showing, slides);
  const placed: Loop = { ...loop, slides, at, showing: found?.position ?? null };
  const moved = withTurn(placed, loop.at ? loop.turn.start : loop.memory);
  if (newest && newest.id !== loop.showing?.id) return jump(moved, newest);
  if (!found) return nextInTurn(moved);
  if (found.fate === 'kept') return { loop: moved, show: null };
  const slide = found.fate === 'replaced' ? slides.find(({ id }) => id === found.position?.id) : undefined;
  if (!slide) return nextInTurn({ ...moved, showing: moved.at });
  const position = firstPage(slide);
  const inTurn = loop.showing?.id === loop.at?.id;
  const memory = inTurn ? remember(moved.memory, moved, slide) : moved.memory;
  return { loop: { ...moved, memory, showing: position, at: inTurn ? position : moved.at }, show: { slide, page: 0 } };
}

/** The slide on the wall has been measured: it has `pages` pages, and the one that is shown stays for `durationMs`. */
export function takePages(loop: Loop, pages: number, durationMs: number): Loop {
  if (!loop.showing) return loop;
  const showing = { ...loop.showing, pages };
  const slide = loop.slides.find(({ id }) => id === showing.id);
  const inTurn = loop.at?.id === showing.id;
  const absence = slide ? absenceAfter(loop, loop.absence, slide, durationMs, !inTurn) : loop.absence;
  return { ...loop, absence, showing, at: inTurn ? showing : loop.at };
}

/** The time of the page on the wall is over: its next page, the agenda when it is due, or the next slide of the round. */
export function nextInTurn(loop: Loop): Move {
  const { showing, at, slides } = loop;
  if (showing && showing.page + 1 < showing.pages) return turnPage(loop, showing, showing.id === at?.id);
  const jumped = showing !== null && showing.id !== at?.id;
  if (jumped && at && at.page + 1 < at.pages) return turnPage(loop, at, true);
  let step = following(loop, at?.id);
  // The slide that was jumped to is not shown twice in a row, and an agenda that was just recalled not so soon again.
  const isRepeated =
    step && ((jumped && step.slide.id === showing.id) || isJustRecalled(loop, loop.absence, step.slide));
  let base = loop;
  if (step && isRepeated && slides.length > 1) {
    // Its place is over, also where an agenda is recalled before the slide that follows it.
    base = { ...step.loop, at: firstPage(step.slide) };
    step = following(step.loop, step.slide.id);
  }
  if (!step) return start(loop, undefined);
  const recalled = recallBefore(loop, loop.absence, step.slide);
  return recalled && recalled.id !== showing?.id ? recall(base, recalled) : start(step.loop, step.slide);
}

/**
 * The slide of the turn after the one of this id, the first of the next turn after the last; and the loop once it has had
 * its place. null where there are no slides.
 */
function following(loop: Loop, id: string | undefined): { readonly loop: Loop; readonly slide: Slide } | null {
  const { slides, turn } = loop;
  const index = slides.findIndex((slide) => slide.id === id);
  const inTurn = slides.find((slide, n) => n > index && turn.ids.has(slide.id));
  const played = inTurn ? loop : withTurn(loop, { ...loop.memory, lastSet: turn.lastSet });
  const slide = inTurn ?? slides.find((each) => played.turn.ids.has(each.id));
  return slide ? { loop: { ...played, memory: remember(played.memory, loop, slide) }, slide } : null;
}

/** The page that follows the one on the wall, for preparing it ahead of its turn. */
export function peek(loop: Loop): SlidePage | null {
  return nextInTurn(loop).show;
}

/** Whether these slides are an alert. An alert is never mixed with other slides. */
export function isAlert(slides: readonly Slide[]): boolean {
  return slides.some((slide) => slide.kind === 'alert');
}

function newestAfter(slides: readonly Slide[], serial: number): Slide | undefined {
  return slides
    .filter((slide) => slide.serial > serial)
    .reduce<Slide | undefined>((best, slide) => (best && best.serial >= slide.serial ? best : slide), undefined);
}

function start(loop: Loop, slide: Slide | undefined): Move {
  if (!slide) return { loop: { ...loop, at: null, showing: null }, show: null };
  const position = firstPage(slide);
  return { loop: { ...loop, at: position, showing: position }, show: { slide, page: 0 } };
}

/** Shows a slide out of turn; the round keeps its place. */
function jump(loop: Loop, slide: Slide): Move {
  const position = firstPage(slide);
  return { loop: { ...loop, at: loop.at ?? position, showing: position }, show: { slide, page: 0 } };
}

/** Shows what is of today between two slides of the round, which keeps its place. */
function recall(loop: Loop, slide: Slide): Move {
  return jump({ ...loop, absence: { ms: 0, last: slide.id, wasRecall: true } }, slide);
}

function turnPage(loop: Loop, from: Position, inTurn: boolean): Move {
  const slide = loop.slides.find(({ id }) => id === from.id);
  if (!slide) return start(loop, loop.slides[0]);
  const position = { ...from, page: from.page + 1 };
  return {
    loop: { ...loop, showing: position, at: inTurn ? position : loop.at },
    show: { slide, page: position.page },
  };
}
