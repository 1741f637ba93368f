import { posix } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { grouped } from '../lib/grouped.ts';
import { once } from '../lib/once.ts';
import { atOnce, type Steps } from '../lib/steps.ts';
import type { Catalogue } from '../programme/catalogue.ts';
import { naturally } from '../programme/order.ts';
import type { ReportFile } from './files.ts';
import type { Present } from './item-status.ts';
import { type Concern, type Remarks, remarksOf } from './remarks.ts';
import { bareRow, distinct, itemRow, type ReportRow, type RowState } from './row.ts';
import { type RunningOrder, runningOrders } from './running-order.ts';
import { folderOf } from './words.ts';

/** What the page is made from. */
export interface ReportInput extends Present {
  readonly catalogue: Catalogue;
  /** Everything in the folder. */
  readonly files: readonly ReportFile[];
  /** When the newest file was written, epoch milliseconds; null: no file. It is not when the page is written. */
  readonly changedMs: number | null;
}

/** Rows in each state, those that are shown and yet stand in a list of problems, and all files. */
export type Counts = Readonly<Record<RowState | Concern | 'all', number>>;

export interface ReportModel {
  /** « École Jules-Ferry »; null where it is not said. */
  readonly place: string | null;
  readonly today: Temporal.PlainDate;
  /** Local time of the last change of a file. */
  readonly changed: Temporal.ZonedDateTime | null;
  readonly clockTrusted: boolean;
  readonly alert: boolean;
  readonly remarks: Remarks;
  readonly orders: readonly RunningOrder[];
  /** Rows by folder, the top of the folder (`''`) first, in natural order. */
  readonly folders: readonly { readonly folder: string; readonly rows: readonly ReportRow[] }[];
  readonly counts: Counts;
}

/** Every path that its problems may carry. */
const pathsOf = ({ path, source, members }: ReportFile) => [...new Set([path, source, ...members])];

function countsOf(rows: readonly ReportRow[], { trouble, dropped, guessed }: Remarks): Counts {
  const counts = {
    shown: 0,
    later: 0,
    hidden: 0,
    over: 0,
    used: 0,
    refused: 0,
    waiting: 0,
    note: 0,
    trouble: trouble.filter(({ row }) => row.state !== 'refused').length,
    dropped: dropped.length,
    guessed: guessed.length,
    all: 0,
  };
  for (const { state, members } of rows) {
    counts[state] += 1;
    counts.all += 1 + members.length;
  }
  return counts;
}

/** Gives a function that makes the row of one file. */
export function rowMaker(input: ReportInput): (file: ReportFile) => Steps<ReportRow> {
  const { catalogue, files } = input;
  const items = grouped(catalogue.items, ({ source }) => source);
  const problems = grouped(catalogue.problems, ({ file }) => file);
  // Asked of the few files that others use.
  const titles = once(
    () => new Map(files.map(({ path, source }) => [path, items.get(source)?.[0]?.title ?? posix.basename(path)])),
  );
  return function* (file) {
    const found = pathsOf(file).flatMap((path) => problems.get(path) ?? []);
    const own = file.usedBy.length > 0 ? [] : (items.get(file.source) ?? []);
    const name = posix.basename(file.path);
    const row = own.length > 0 ? yield* itemRow(own, file, found, input) : bareRow(file, titles, found);
    const members = file.members.map((path) => path.slice(file.path.length + 1));
    return { ...row, path: file.path, name, title: distinct(row.title, name), members, problems: found };
  };
}

/** Rows of what the scan itself refused, which stands in no listing: links, folders that cannot be opened. */
function rowsOutsideListing({ catalogue, files }: ReportInput): ReportRow[] {
  const answered = new Set(files.flatMap(pathsOf));
  const problems = grouped(
    catalogue.problems.filter(({ file }) => !answered.has(file)),
    ({ file }) => file,
  );
  return [...problems].map(([path, found]) => ({
    kind: 'Fichier ou dossier',
    icon: 'page',
    title: '',
    sentences: [],
    fiches: [],
    members: [],
    picture: null,
    numeral: null,
    path,
    name: posix.basename(path),
    state: found.some(({ severity }) => severity === 'refused') ? 'refused' : 'note',
    problems: found,
  }));
}

/** What the page says: a pure function. */
export function reportModel(input: ReportInput): ReportModel {
  return atOnce(reportSteps(input));
}

/** The same in steps: a folder of thousands has thousands of rows. */
export function* reportSteps(input: ReportInput): Steps<ReportModel> {
  const { catalogue, at, site, programmes, changedMs } = input;
  const make = rowMaker(input);
  const made: ReportRow[] = [];
  for (const file of input.files) {
    made.push(yield* make(file));
    yield;
  }
  const rows = [...made, ...rowsOutsideListing(input)].toSorted((a, b) => naturally(a.path, b.path));
  yield;
  const folders = [...grouped(rows, ({ path }) => folderOf(path))].map(([folder, inside]) => ({
    folder,
    rows: inside,
  }));
  const remarks = remarksOf(rows);
  const orders = yield* runningOrders(catalogue.items, input);
  const changed = changedMs === null ? null : Temporal.Instant.fromEpochMilliseconds(changedMs);
  return {
    place: site.place.name,
    today: at.toPlainDate(),
    changed: changed?.toZonedDateTimeISO(site.place.zone) ?? null,
    clockTrusted: input.clockTrusted,
    alert: programmes.some(({ slides }) => slides.some(({ kind }) => kind === 'alert')),
    remarks,
    orders,
    folders: folders.toSorted((a, b) => naturally(a.folder, b.folder)),
    counts: countsOf(rows, remarks),
  };
}
