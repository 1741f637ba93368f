import type { Temporal } from 'temporal-polyfill';
import type { Programme, Slide } from '../contract.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import { hoursLabel } from '../when/french/label.ts';
import { windowsOn } from '../when/occurrence.ts';
import { isDue, type Present, programmesFor } from './report-status.ts';
import { counted, folderOf, kindOfItems, listed, pictureOf, quoted } from './report-words.ts';

/** One line of the running order. */
export interface OrderLine {
  /** Rank in the order, from 1. */
  readonly rank: number;
  readonly kind: string;
  readonly title: string;
  /** « Nulleville, salle des fêtes »; empty where there is none. */
  readonly place: string;
  /** « 14 h – 17 h »; empty for the whole day. */
  readonly hours: string;
  /** Seconds on the wall, all its views together. */
  readonly seconds: number;
  readonly source: string | null;
  /** Hash in the store; null: no picture. */
  readonly picture: string | null;
}

/** What runs on some screens today. */
export interface RunningOrder {
  /** « Tous les écrans », « Écran « cantine » » */
  readonly label: string;
  /** False: off at this hour. */
  readonly lit: boolean;
  /** Seconds of one round. */
  readonly seconds: number;
  /** Label of the order that this one repeats, with `lines` in addition; null: `lines` is all. */
  readonly besides: string | null;
  readonly lines: readonly OrderLine[];
  /** Not shown yet, and due later today. */
  readonly later: readonly { readonly title: string; readonly hours: string; readonly source: string }[];
}

/** From this many lines on, a long run of pictures of one folder is one line. */
const LONG_ORDER = 60;
const LONG_RUN = 12;

const SPECIAL: Partial<Record<Slide['kind'], string>> = { agenda: 'Agenda', idle: 'Horloge' };

const isSame = (a: Slide, b: Slide | undefined) =>
  a.source !== null && a.source === b?.source && a.title === b.title && a.kind === b.kind;

function placeOf(slide: Slide): string {
  const parts =
    'town' in slide && slide.kind !== 'idle' ? [slide.town, 'venue' in slide ? slide.venue : undefined] : [];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

/** A line without its place in the order. */
type Unranked = Omit<OrderLine, 'rank'>;

/** Pages and plates of one file are one line. */
function linesOf({ slides }: Programme, find: (slide: Slide) => CatalogueItem | undefined): Unranked[] {
  const lines: Unranked[] = [];
  for (const [index, slide] of slides.entries()) {
    const seconds = slide.durationMs / 1000;
    const last = lines.at(-1);
    if (last && isSame(slide, slides[index - 1])) {
      lines[lines.length - 1] = { ...last, seconds: last.seconds + seconds };
      continue;
    }
    const item = find(slide);
    const written = 'when' in slide ? (slide.when?.hours ?? '') : '';
    lines.push({
      kind: SPECIAL[slide.kind] ?? (item ? kindOfItems([item]) : 'Fichier'),
      title: slide.kind === 'idle' ? 'L’heure et la date' : slide.title,
      place: placeOf(slide),
      hours: written,
      seconds,
      source: slide.source,
      picture: pictureOf(item)?.hash ?? null,
    });
  }
  return lines;
}

/** A folder of 500 photos is one line of a long order, not 500. */
function shortened(lines: readonly Unranked[]): Unranked[] {
  if (lines.length < LONG_ORDER) return [...lines];
  const short: Unranked[] = [];
  let run: Unranked[] = [];
  const flush = () => {
    const [first] = run;
    if (first === undefined || run.length < LONG_RUN) short.push(...run);
    else {
      const folder = folderOf(first.source ?? '');
      const title = folder === '' ? 'Les images du dossier principal' : `Les images du dossier ${quoted(folder)}`;
      const seconds = run.reduce((sum, line) => sum + line.seconds, 0);
      short.push({ ...first, kind: counted(run.length, 'image', 'images'), title, seconds, source: null });
    }
    run = [];
  };
  for (const line of lines) {
    const goesOn =
      line.kind === 'Image' && (run.length === 0 || folderOf(run[0]?.source ?? '') === folderOf(line.source ?? ''));
    if (!goesOn) flush();
    if (line.kind === 'Image') run.push(line);
    else short.push(line);
  }
  flush();
  return short;
}

function laterToday(
  items: readonly CatalogueItem[],
  programme: Programme,
  at: Temporal.ZonedDateTime,
): RunningOrder['later'] {
  const time = at.toPlainTime().toString({ smallestUnit: 'second' });
  return items.flatMap((item) => {
    if (item.when === null || isDue(item, at) || programmesFor(item, [programme]).length === 0) return [];
    const windows = windowsOn(item.when, at.toPlainDate()).filter(({ from }) => from !== null && from > time);
    return windows.length === 0 ? [] : [{ title: item.title, hours: hoursLabel(windows), source: item.source }];
  });
}

function labelOf(screens: readonly string[], all: boolean): string {
  if (all) return 'Tous les écrans';
  const named = screens.filter((name) => name !== '').map(quoted);
  const others = screens.includes('') ? ['écran sans nom'] : [];
  if (named.length === 0) return 'Écran sans nom';
  return `${named.length < 2 ? 'Écran' : 'Écrans'} ${listed([...named, ...others])}`;
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

/** The running order of the day, screens that show the same together. */
export function runningOrders(items: readonly CatalogueItem[], { programmes, at }: Present): RunningOrder[] {
  const byKey = new Map(items.map((item) => [`${item.kind}\0${item.source}\0${item.title}`, item]));
  const find = ({ kind, source, title }: Slide) => byKey.get(`${kind}\0${source}\0${title}`);
  const groups = new Map<string, { screens: string[]; order: Omit<RunningOrder, 'label' | 'besides'> }>();
  for (const programme of programmes) {
    const lines = shortened(linesOf(programme, find)).map((line, index) => ({ rank: index + 1, ...line }));
    const order = {
      lit: programme.lit,
      seconds: lines.reduce((sum, line) => sum + line.seconds, 0),
      lines,
      later: laterToday(items, programme, at),
    };
    const key = JSON.stringify(order);
    const group = groups.get(key) ?? { screens: [], order };
    group.screens.push(programme.screen);
    groups.set(key, group);
  }
  const orders = [...groups.values()].map(({ screens, order }) => ({
    label: labelOf(screens, groups.size === 1),
    besides: null,
    ...order,
  }));
  const [first, ...others] = orders;
  return first === undefined ? [] : [first, ...others.map((order) => besides(first, order))];
}
