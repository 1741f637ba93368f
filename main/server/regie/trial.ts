import { stat } from 'node:fs/promises';
import { versionMark } from '../../content/bin/place-file.ts';
import type { ReadUnit } from '../../content/reading/read-context.ts';
import type { Reading } from '../../content/reading/reading.ts';
import { inOrderOfPaths, type Listing, sourceFile } from '../../content/scan/listing.ts';
import { isAlertFolder } from '../../content/scan/place.ts';
import type { Unit } from '../../content/scan/unit.ts';
import { unitsOf } from '../../content/scan/units-of.ts';
import type { Programme } from '../../contract.ts';
import { fold } from '../../lib/fold.ts';
import type { Catalogue } from '../../programme/catalogue.ts';
import { currentReport, type ReportSources } from '../../report/current-report.ts';
import type { ReportInput } from '../../report/model.ts';

/** Before everything but alerts: somebody waits for the answer. */
const TRIAL_PRIORITY = Number.MAX_SAFE_INTEGER - 1;

/** A file as it would be read in the folder, without being there. */
export interface Trial {
  readonly id: string;
  /** Path that it would have in the content folder. */
  readonly path: string;
  /** Absolute path of the bytes. */
  readonly file: string;
  readonly unit: Unit;
  readonly reading: Reading;
  /** The catalogue as it would be. */
  readonly catalogue: Catalogue;
  /** The file that stands there now. */
  readonly replaces: { readonly path: string; readonly mark: string } | null;
}

/** The folders of a listing, and the one that anybody may make by dropping an alert. */
export function foldersIn(listing: Listing): string[] {
  const folders = new Set<string>();
  for (const path of listing.files.keys()) {
    const parts = path.split('/').slice(0, -1);
    for (const [index] of parts.entries()) folders.add(parts.slice(0, index + 1).join('/'));
  }
  if (![...folders].some(isAlertFolder)) folders.add('alerte');
  return [...folders];
}

/** The catalogue with what a unit gave in place of what it gives now. */
function withReading({ items, problems }: Catalogue, unit: Unit, reading: Reading): Catalogue {
  const sources = new Set([unit.path, ...unit.files.map(({ path }) => path), ...reading.uses]);
  const others = items.filter(({ source }) => !sources.has(source));
  return {
    items: [...others, ...reading.items.map((item) => ({ ...item, serial: 0 }))],
    problems: [...problems.filter(({ file }) => !sources.has(file)), ...reading.problems],
  };
}

export interface TrialReading {
  readonly sources: ReportSources;
  readonly read: ReadUnit;
  readonly longSide: () => number;
}

/** Reads a file as if it lay at a path of the folder; null where nothing that lies there is content. */
export async function readTrial(
  { id, path, file }: Pick<Trial, 'id' | 'path' | 'file'>,
  { sources, read, longSide }: TrialReading,
): Promise<Trial | null> {
  const seen = sources.listing();
  const { site, catalogue } = sources.state();
  const before = [...seen.files.values()].find((each) => fold(each.path) === fold(path)) ?? null;
  const own = sourceFile({ path, absolute: file }, await stat(file), false, undefined);
  const files = new Map(seen.files);
  if (before) files.delete(before.path);
  const tried = { ...seen, files: inOrderOfPaths(files.set(path, own)) };
  const unit = unitsOf(tried).find((each) => each.files.includes(own));
  if (unit === undefined) return null;
  const context = { listing: tried, zone: site.place.zone, longSide: longSide(), priority: TRIAL_PRIORITY };
  const reading = await read(unit, context);
  const replaces = before === null ? null : { path: before.path, mark: versionMark(before) };
  return { id, path, file, unit, reading, catalogue: withReading(catalogue, unit, reading), replaces };
}

/** What the report would be made from, with the row of this file alone; null while the folder is out of reach. */
export async function trialInput(
  { unit, catalogue }: Trial,
  sources: ReportSources,
  programmes: readonly Programme[],
): Promise<ReportInput | null> {
  const current = await currentReport(sources);
  if (current === null) return null;
  const [first, ...members] = unit.files;
  const file = {
    path: unit.path,
    role: 'content' as const,
    source: first.path,
    members: members.map(({ path }) => path),
    usedBy: [],
    waits: 'no' as const,
    kept: false,
  };
  return { ...current.input, catalogue, files: [file], programmes };
}
