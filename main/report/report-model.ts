import { Temporal } from 'temporal-polyfill';
import type { Catalogue } from '../programme/catalogue.ts';
import { naturally } from '../programme/order.ts';
import type { ReportFile } from './report-files.ts';
import { type RunningOrder, runningOrders } from './report-order.ts';
import { bareRow, distinct, itemRow, type ReportRow, type RowState } from './report-row.ts';
import type { Present } from './report-status.ts';
import { folderOf, nameOf } from './report-words.ts';

/** What the page is made from. */
export interface ReportInput extends Present {
  readonly catalogue: Catalogue;
  /** Everything in the folder. */
  readonly files: readonly ReportFile[];
  /** When the newest file was written, epoch milliseconds; null: no file. Not the time of writing the page. */
  readonly changedMs: number | null;
}

export interface ReportModel {
  /** « École Jules-Ferry »; null where it is not said. */
  readonly place: string | null;
  readonly today: Temporal.PlainDate;
  /** Local time of the last change of a file. */
  readonly changed: Temporal.ZonedDateTime | null;
  readonly clockTrusted: boolean;
  readonly alert: boolean;
  /** Rows with problems, what is not shown first. */
  readonly troubled: readonly ReportRow[];
  readonly orders: readonly RunningOrder[];
  /** Rows by folder, the top of the folder (`''`) first, in natural order. */
  readonly folders: readonly { readonly folder: string; readonly rows: readonly ReportRow[] }[];
  /** Rows in each state, and those with a warning. */
  readonly counts: Readonly<Record<RowState | 'warned' | 'all', number>>;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** Every path that its problems may carry. */
const pathsOf = ({ path, source, members }: ReportFile) => [...new Set([path, source, ...members])];

function countsOf(rows: readonly ReportRow[]): ReportModel['counts'] {
  const counts = {
    shown: 0,
    later: 0,
    hidden: 0,
    over: 0,
    used: 0,
    refused: 0,
    waiting: 0,
    note: 0,
    warned: 0,
    all: 0,
  };
  for (const { state, problems, members } of rows) {
    counts[state] += 1;
    counts.all += 1 + members.length;
    if (problems.length > 0 && state !== 'refused') counts.warned += 1;
  }
  return counts;
}

/** Makes the row of one file; a folder of thousands is answered in several turns of the event loop. */
export function rowMaker(input: ReportInput): (file: ReportFile) => ReportRow {
  const { catalogue, files } = input;
  const items = groupBy(catalogue.items, ({ source }) => source);
  const problems = groupBy(catalogue.problems, ({ file }) => file);
  const titles = new Map(files.map(({ path, source }) => [path, items.get(source)?.[0]?.title ?? nameOf(path)]));
  return (file) => {
    const found = pathsOf(file).flatMap((path) => problems.get(path) ?? []);
    const own = file.usedBy.length > 0 ? [] : (items.get(file.source) ?? []);
    const name = nameOf(file.path);
    const row = own.length > 0 ? itemRow(own, file, found, input) : bareRow(file, titles, found);
    const members = file.members.map((path) => path.slice(file.path.length + 1));
    return { ...row, path: file.path, name, title: distinct(row.title, name), members, problems: found };
  };
}

/** What the page says: a pure function. `made`: the rows of the files, where they have been made already. */
export function reportModel(input: ReportInput, made = input.files.map(rowMaker(input))): ReportModel {
  const { catalogue, files, at, site, programmes } = input;
  const rows = [...made];
  const answered = new Set(files.flatMap(pathsOf));
  const problems = groupBy(catalogue.problems, ({ file }) => file);
  // What the scan itself refused is in no listing: links, folders that cannot be opened.
  for (const [path, found] of problems) {
    if (answered.has(path)) continue;
    const state = found.some(({ severity }) => severity === 'refused') ? ('refused' as const) : ('note' as const);
    const bare = {
      kind: 'Fichier ou dossier',
      title: '',
      sentences: [],
      fiches: [],
      members: [],
      picture: null,
      numeral: null,
    };
    rows.push({ ...bare, path, name: nameOf(path), state, problems: found });
  }
  const ordered = rows.toSorted((a, b) => naturally(a.path, b.path));
  const folders = [...groupBy(ordered, ({ path }) => folderOf(path))].map(([folder, inside]) => ({
    folder,
    rows: inside,
  }));
  const rank = ({ state }: ReportRow) => (state === 'refused' ? 0 : 1);
  return {
    place: site.place.name,
    today: at.toPlainDate(),
    changed:
      input.changedMs === null
        ? null
        : Temporal.Instant.fromEpochMilliseconds(input.changedMs).toZonedDateTimeISO(site.place.zone),
    clockTrusted: input.clockTrusted,
    alert: programmes.some(({ slides }) => slides.some(({ kind }) => kind === 'alert')),
    troubled: ordered.filter((row) => row.problems.length > 0).toSorted((a, b) => rank(a) - rank(b)),
    orders: runningOrders(catalogue.items, input),
    folders: folders.toSorted((a, b) => naturally(a.folder, b.folder)),
    counts: countsOf(ordered),
  };
}
