import type { Temporal } from 'temporal-polyfill';
import type { Programme, Slide } from '../contract.ts';
import { frenchList } from '../lib/french-list.ts';
import { mapped } from '../lib/in-turns.ts';
import type { Steps } from '../lib/steps.ts';
import { pairUp } from '../pairs.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import { hoursLabel } from '../when/french/label.ts';
import { windowsOn } from '../when/occurrence.ts';
import { dayOf } from '../when/today.ts';
import { isDue, type Present, programmesFor } from './item-status.ts';
import { isPicture, type KindWords, kindOfItems, pictureOf, SOME_FILE } from './kind-words.ts';
import { rhythmSteps } from './rhythm.ts';
import { rhythmSentences } from './rhythm-words.ts';
import { counted, folderOf, quoted } from './words.ts';

/** One line of the running order. */
export interface OrderLine extends KindWords {
  /** Rank in the order, from 1. */
  readonly rank: number;
  readonly title: string;
  /** « Nulleville, salle des fêtes »; empty where there is none. */
  readonly place: string;
  /** « 14 h – 17 h »; empty for the whole day. */
  readonly hours: string;
  /** Seconds on the wall, all its slides together; 0 where no screen could show it. */
  readonly seconds: number;
  readonly source: string | null;
  /** Screens tried to show it, and none could. */
  readonly unplayed: boolean;
  /** Hash in the store; null: no picture. */
  readonly picture: string | null;
}

/** What runs on some screens today. */
export interface RunningOrder {
  /** « Tous les écrans », « Écran « cantine » » */
  readonly label: string;
  /** False: off at this hour. */
  readonly lit: boolean;
  /** Seconds of one turn. */
  readonly seconds: number;
  /** How often the agenda returns, and how each album passes; empty where each turn shows everything once. */
  readonly rhythm: readonly string[];
  /** Label of the order that this one repeats, with `lines` in addition; null: `lines` is all. */
  readonly besides: string | null;
  readonly lines: readonly OrderLine[];
  /** Not shown yet, and due later today. */
  readonly later: readonly { readonly title: string; readonly hours: string; readonly source: string }[];
}

/** The rhythm is foretold for a wall of this shape: it differs on another one where pictures share the wall. */
const WIDE_WALL = { width: 1920, height: 956, unit: 1 };

/** In an order of this many lines or more, a run of this many pictures of one folder or more is one line. */
const MIN_LONG_ORDER = 60;
const MIN_LONG_RUN = 12;

const WITHOUT_ITEM: Partial<Record<Slide['kind'], KindWords>> = {
  agenda: { kind: 'Agenda', icon: 'days' },
  idle: { kind: 'Horloge', icon: 'clock' },
};

/** Whether two slides are one line: views of one item, or pages of one alert (which are one item a page). */
function isSameLine(a: Slide, b: Slide | undefined): boolean {
  if (a.kind === 'alert' && b?.kind === 'alert')
    return a.image !== undefined && b.image !== undefined && a.source === b.source;
  return a.item !== undefined && a.item === b?.item;
}

function placeOf(slide: Slide): string {
  const parts =
    'town' in slide && slide.kind !== 'idle' ? [slide.town, 'venue' in slide ? slide.venue : undefined] : [];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

/** A line without its rank. */
interface Line extends Omit<OrderLine, 'rank'> {
  /** The folder of a picture that is a file by itself; null for anything else. */
  readonly album: string | null;
}

/** What the lines of a programme are made with. */
interface Known {
  readonly items: ReadonlyMap<string, CatalogueItem>;
  readonly unplayed: ReadonlySet<string>;
}

/** The line of each slide that was made last: of thousands one is another when a file changes. */
const madeLines = new WeakMap<Slide, { readonly item: CatalogueItem | undefined; readonly line: Line }>();

function lineOf(slide: Slide, { items, unplayed }: Known): Line {
  const item = slide.item === undefined ? undefined : items.get(slide.item);
  const known = madeLines.get(slide);
  const line = known !== undefined && known.item === item ? known.line : makeLine(slide, item);
  if (line !== known?.line) madeLines.set(slide, { item, line });
  return item !== undefined && unplayed.has(item.id) ? { ...line, seconds: 0, unplayed: true } : line;
}

function makeLine(slide: Slide, item: CatalogueItem | undefined): Line {
  return {
    ...(WITHOUT_ITEM[slide.kind] ?? (item ? kindOfItems([item]) : SOME_FILE)),
    title: slide.kind === 'idle' ? 'L’heure et la date' : slide.title,
    place: placeOf(slide),
    hours: 'when' in slide ? (slide.when?.hours ?? '') : '',
    seconds: slide.durationMs / 1000,
    unplayed: false,
    source: slide.source,
    picture: pictureOf(item)?.hash ?? null,
    album: item && isPicture(item) ? folderOf(item.source) : null,
  };
}

/** The lines of a programme: pages and plates of one item are one line. */
function* linesOf({ slides }: Programme, known: Known): Steps<Line[]> {
  const lines: Line[] = [];
  for (const [index, slide] of slides.entries()) {
    const line = lineOf(slide, known);
    const last = lines.at(-1);
    if (last && isSameLine(slide, slides[index - 1])) {
      lines[lines.length - 1] = { ...last, seconds: last.seconds + line.seconds };
    } else lines.push(line);
    yield;
  }
  return lines;
}

/** A run of pictures as one line. */
function albumLine(run: readonly Line[], first: Line, folder: string): Line {
  const title = folder === '' ? 'Les images du dossier principal' : `Les images du dossier ${quoted(folder)}`;
  const seconds = run.reduce((sum, line) => sum + line.seconds, 0);
  return { ...first, kind: counted(run.length, 'image', 'images'), title, seconds, source: null };
}

/** A folder of 500 photos is one line of a long order, not 500. */
function* shortened(lines: readonly Line[]): Steps<readonly Line[]> {
  if (lines.length < MIN_LONG_ORDER) return lines;
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line.album !== null && run[0]?.album === line.album) run.push(line);
    else runs.push([line]);
    yield;
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (first === undefined || first.album === null || run.length < MIN_LONG_RUN) return run;
    return [albumLine(run, first, first.album)];
  });
}

function* laterToday(
  items: readonly CatalogueItem[],
  programme: Programme,
  at: Temporal.ZonedDateTime,
): Steps<RunningOrder['later']> {
  const time = at.toPlainTime().toString({ smallestUnit: 'second' });
  const later = yield* mapped(items, (item) => {
    if (item.when === null || isDue(item, at) || programmesFor(item, [programme]).length === 0) return [];
    const windows = windowsOn(item.when, dayOf(at)).filter(({ from }) => from !== null && from > time);
    return windows.length === 0 ? [] : [{ title: item.title, hours: hoursLabel(windows), source: item.source }];
  });
  return later.flat();
}

function labelOf(screens: readonly string[], all: boolean): string {
  if (all) return 'Tous les écrans';
  const named = screens.filter((name) => name !== '').map(quoted);
  const others = screens.includes('') ? ['écran sans nom'] : [];
  if (named.length === 0) return 'Écran sans nom';
  return `${named.length < 2 ? 'Écran' : 'Écrans'} ${frenchList([...named, ...others])}`;
}

/** Only what a screen shows in addition to another one, where it shows all of the other in the same order. */
function besides(base: RunningOrder, order: RunningOrder): RunningOrder {
  const keyOf = ({ rank: _rank, ...line }: OrderLine) => JSON.stringify(line);
  const extra: OrderLine[] = [];
  let next = 0;
  for (const line of order.lines) {
    const awaited = base.lines[next];
    if (awaited && keyOf(awaited) === keyOf(line)) next += 1;
    else extra.push(line);
  }
  const sameLater = JSON.stringify(base.later) === JSON.stringify(order.later);
  const repeats = order.lit && base.lit && next === base.lines.length && sameLater;
  return repeats ? { ...order, besides: base.label, lines: extra, later: [] } : order;
}

/** How long a turn lasts, and what is said of its portions. */
function* paceOf(
  programme: Programme,
  unplayed: Present['unplayed'],
  lines: readonly OrderLine[],
): Steps<Pick<RunningOrder, 'seconds' | 'rhythm'>> {
  const slides = programme.slides.filter(({ item }) => item === undefined || !unplayed.has(item));
  const played = programme.paired ? pairUp(slides, WIDE_WALL, new Set()) : slides;
  const rhythm = yield* rhythmSteps({ ...programme, slides: played });
  if (rhythm === null) return { seconds: lines.reduce((sum, line) => sum + line.seconds, 0), rhythm: [] };
  return { seconds: rhythm.turnSeconds, rhythm: rhythmSentences(rhythm, slides) };
}

/** The running order of the day, screens that show the same together. */
export function* runningOrders(
  items: readonly CatalogueItem[],
  { programmes, at, unplayed }: Present,
): Steps<RunningOrder[]> {
  const known = { items: new Map(items.map((item) => [item.id, item])), unplayed };
  const groups = new Map<string, { screens: string[]; order: Omit<RunningOrder, 'label' | 'besides'> }>();
  for (const programme of programmes) {
    const shown = yield* shortened(yield* linesOf(programme, known));
    const lines = yield* mapped(shown.entries(), ([index, { album: _album, ...line }]) => ({
      rank: index + 1,
      ...line,
    }));
    const order = {
      lit: programme.lit,
      ...(yield* paceOf(programme, unplayed, lines)),
      lines,
      later: yield* laterToday(items, programme, at),
    };
    // Of thousands of lines the text is megabytes, and mostly there is nothing to compare.
    const key = programmes.length === 1 ? '' : JSON.stringify(order);
    const group = groups.get(key) ?? { screens: [], order };
    group.screens.push(programme.screen);
    groups.set(key, group);
    yield;
  }
  const orders = [...groups.values()].map(({ screens, order }) => ({
    label: labelOf(screens, groups.size === 1),
    besides: null,
    ...order,
  }));
  const [first, ...others] = orders;
  return first === undefined ? [] : [first, ...others.map((order) => besides(first, order))];
}
