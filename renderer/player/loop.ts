import type { Programme, Slide } from '../../main/contract.ts';

/** A page of a slide; `pages` is 1 until the slide has been measured. */
export interface Position {
  readonly id: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

/** What the player remembers of its round through the programme. Plain data; every function here returns a new one. */
export interface Loop {
  readonly slides: readonly Slide[];
  /** The greatest serial met; null before the first programme. */
  readonly seen: number | null;
  /** Where the round stands. */
  readonly at: Position | null;
  /** What is on the wall: `at`, but for the time of a jump. */
  readonly showing: Position | null;
  /** The round that an alert interrupted. */
  readonly parked: { readonly slides: readonly Slide[]; readonly at: Position | null } | null;
}

export const emptyLoop: Loop = { slides: [], seen: null, at: null, showing: null, parked: null };

/** A move of the loop: `show` is the page to show now, null to leave the wall as it is. */
export interface Move {
  readonly loop: Loop;
  readonly show: { readonly slide: Slide; readonly page: number } | null;
}

/** Name of a page: `ID`, then `ID~2`, `ID~3`. */
export function pageId(id: string, page: number): string {
  return page === 0 ? id : `${id}~${page + 1}`;
}

/**
 * Takes in a programme. `fresh` is true for the first one after a (re)connection: it only tells which serials are known.
 * Later, what is new is shown at once (the newest alone), and the round goes on from where it was. A slide that left the
 * programme leaves the wall: for the one made from the same source, else for the next.
 */
export function takeProgramme(loop: Loop, programme: Pick<Programme, 'slides'>, fresh: boolean): Move {
  const { slides } = programme;
  const newest = fresh || loop.seen === null ? undefined : newestAfter(slides, loop.seen);
  const seen = Math.max(fresh ? 0 : (loop.seen ?? 0), ...slides.map((slide) => slide.serial));
  const alert = isAlert(slides);

  if (alert && !isAlert(loop.slides)) {
    const parked = { slides: loop.slides, at: loop.at };
    return start({ slides, seen, at: null, showing: null, parked }, newest ?? slides[0]);
  }
  if (!alert && loop.parked) {
    const at = relocate(loop.parked.slides, loop.parked.at, slides).position;
    const back: Loop = { slides, seen, at, showing: at, parked: null };
    return newest ? jump(back, newest) : nextInTurn(back);
  }

  const at = relocate(loop.slides, loop.at, slides);
  const showing = loop.showing && relocate(loop.slides, loop.showing, slides);
  const kept: Loop = { ...loop, slides, seen, at: at.position, showing: showing?.position ?? null };
  if (newest && newest.id !== loop.showing?.id) return jump(kept, newest);
  if (!showing) return nextInTurn(kept);
  if (showing.fate === 'kept') return { loop: kept, show: null };
  const heir = showing.fate === 'replaced' ? slides.find((slide) => slide.id === showing.position?.id) : undefined;
  if (!heir) return nextInTurn({ ...kept, showing: kept.at });
  const position = { id: heir.id, page: 0, pages: 1 };
  const inTurn = loop.showing?.id === loop.at?.id;
  return { loop: { ...kept, showing: position, at: inTurn ? position : kept.at }, show: { slide: heir, page: 0 } };
}

/** The slide on the wall has been measured: it has `pages` pages. */
export function takePages(loop: Loop, pages: number): Loop {
  if (!loop.showing) return loop;
  const showing = { ...loop.showing, pages };
  return { ...loop, showing, at: loop.at?.id === showing.id ? showing : loop.at };
}

/** The time of the page on the wall is over. */
export function nextInTurn(loop: Loop): Move {
  const { showing, at, slides } = loop;
  if (showing && showing.page + 1 < showing.pages) return go(loop, showing, showing.page + 1, showing.id === at?.id);
  const jumped = showing !== null && showing.id !== at?.id;
  if (jumped && at && at.page + 1 < at.pages) return go(loop, at, at.page + 1, true);
  let following = after(slides, at?.id);
  // The slide that has just been jumped to is not shown twice running.
  if (jumped && following?.id === showing.id && slides.length > 1) following = after(slides, following.id);
  return start(loop, following);
}

/** The page after the one on the wall, without moving: what to prepare ahead. */
export function peek(loop: Loop): Move['show'] {
  return nextInTurn(loop).show;
}

/** Whether an alert is all there is. */
export function isAlert(slides: readonly Slide[]): boolean {
  return slides.some((slide) => slide.kind === 'alert');
}

function newestAfter(slides: readonly Slide[], seen: number): Slide | undefined {
  const fresh = slides.filter((slide) => slide.serial > seen);
  return fresh.reduce<Slide | undefined>(
    (best, slide) => (best && best.serial >= slide.serial ? best : slide),
    undefined,
  );
}

function after(slides: readonly Slide[], id: string | undefined): Slide | undefined {
  const index = slides.findIndex((slide) => slide.id === id);
  return slides[(index + 1) % Math.max(1, slides.length)];
}

function start(loop: Loop, slide: Slide | undefined): Move {
  if (!slide) return { loop: { ...loop, at: null, showing: null }, show: null };
  const position = { id: slide.id, page: 0, pages: 1 };
  return { loop: { ...loop, at: position, showing: position }, show: { slide, page: 0 } };
}

function jump(loop: Loop, slide: Slide): Move {
  const position = { id: slide.id, page: 0, pages: 1 };
  return { loop: { ...loop, at: loop.at ?? position, showing: position }, show: { slide, page: 0 } };
}

function go(loop: Loop, from: Position, page: number, inTurn: boolean): Move {
  const slide = loop.slides.find((one) => one.id === from.id);
  if (!slide) return start(loop, loop.slides[0]);
  const position = { ...from, page };
  return { loop: { ...loop, showing: position, at: inTurn ? position : loop.at }, show: { slide, page } };
}

interface Relocated {
  readonly position: Position | null;
  readonly fate: 'kept' | 'replaced' | 'gone';
}

/** Where a position of the old programme stands in the new one; a slide that is gone leaves its predecessor, read out. */
function relocate(old: readonly Slide[], position: Position | null, slides: readonly Slide[]): Relocated {
  if (!position) return { position: null, fate: 'gone' };
  if (slides.some((slide) => slide.id === position.id)) return { position, fate: 'kept' };
  const index = old.findIndex((slide) => slide.id === position.id);
  const heir = successor(old, old[index], slides);
  if (heir) return { position: { id: heir.id, page: 0, pages: 1 }, fate: 'replaced' };
  const before = old.slice(0, Math.max(0, index)).findLast((one) => slides.some((slide) => slide.id === one.id));
  return { position: before ? { id: before.id, page: 0, pages: 1 } : null, fate: 'gone' };
}

/** The slide of the new programme that was made from the same source, at the same rank among those of that source. */
function successor(old: readonly Slide[], gone: Slide | undefined, slides: readonly Slide[]): Slide | undefined {
  if (!gone) return undefined;
  const kin = (slide: Slide): boolean =>
    gone.source === null ? slide.source === null && slide.kind === gone.kind : slide.source === gone.source;
  const rank = old.filter(kin).findIndex((slide) => slide.id === gone.id);
  const heirs = slides.filter(kin);
  const newcomers = heirs.filter((slide) => !old.some((one) => one.id === slide.id));
  const atRank = heirs[Math.min(rank, heirs.length - 1)];
  return atRank && newcomers.includes(atRank) ? atRank : (newcomers[0] ?? undefined);
}
