import { fold } from '../../lib/fold.ts';
import type { Block } from '../documents/block.ts';
import type { ReadDocument } from '../documents/document.ts';
import { struckLost } from '../documents/struck-lost.ts';
import { linesOf } from '../documents/table.ts';
import type { Fault, Refused } from '../faults/fault.ts';
import type { ParseSource } from '../kinds/file-kind.ts';
import { type Notice, readNotice } from '../notices/read-notices.ts';
import { hasStruckRow, tableEvents } from '../notices/table-events.ts';
import { inSchoolYear, schoolYearTold } from '../school-year.ts';
import { withDatesFirst } from './days/dates-last.ts';
import { namedDaysWarning } from './days/named-days.ts';
import { withPlainDates } from './days/plain-dates.ts';
import { type SoleDay, soleDay } from './days/sole-day.ts';
import { callsItselfRelease } from './outline/marks.ts';
import type { PressRelease } from './press-release.ts';
import { readPressRelease } from './read-press-release.ts';
import { cellsOf, readColumns } from './rules/table-columns.ts';

/** A document, and what it is for: the menus of some days, who is absent, or the events of a press release. */
export interface DocumentText extends ReadDocument {
  readonly release: PressRelease | null;
  readonly notice: Notice | null;
  /** It says that it is a press release, and was not read as one. */
  readonly isUnreadRelease: boolean;
  /** What is told of it where it is shown as it stands and without a date; null where it names no day. */
  readonly namedDays: Fault | null;
  /** How long it is shown where it has no date; null where nothing in it says so. */
  readonly soleDay: SoleDay | null;
}

/** A document names its school year in one of so many first lines. */
const TITLES = 4;

const NOTHING_TOLD = { isUnreadRelease: false, namedDays: null, soleDay: null } as const;

/** Adds to a document what it is for. The menu of a PDF stays a picture, as whoever laid it out wants it. */
export function withRelease(document: ReadDocument | Refused, source: ParseSource): DocumentText | Refused {
  if (!document.ok) return document;
  const { zone, reference, keepsContacts, fileName } = source;
  const { path = fileName } = source;
  const lines = linesOf(document.blocks);
  const titles = [fileName, ...lines.slice(0, TITLES).map(({ text }) => text)];
  const context = inSchoolYear({ zone, reference, keepsContacts, fileName }, titles);
  const notice = source.ending === '.pdf' ? null : readNotice(document.blocks, { zone, reference, path });
  const struck = lines.some(({ partlyStruck }) => partlyStruck) ? [struckLost()] : [];
  const warnings = [...document.warnings, ...struck];
  if (notice !== null) return { ...document, ...NOTHING_TOLD, warnings, notice, release: null };
  const plain = withPlainDates(lines, context);
  const read = readPressRelease(withDatesFirst(plain.blocks, context), context);
  const isTable = read === null || hasStruckRow(document.blocks) || !lines.some(hasKnownColumns);
  const rows = isTable ? tableEvents(document.blocks, context) : null;
  const found = rows === null ? read : { events: rows.events, warnings: rows.faults };
  if (found === null) return withoutRelease(document, source, plain.blocks);
  const told = schoolYearTold(
    lines.map(({ text }) => text),
    context,
  );
  const release = { ...found, warnings: [...told, ...(rows === null ? plain.told : []), ...found.warnings] };
  return { ...document, ...NOTHING_TOLD, warnings, notice: null, release };
}

/** The reader of press releases knows towns and titles better than that of tables, but fewer columns, and no row that is struck through. */
function hasKnownColumns(block: Block): boolean {
  if (block.kind !== 'table-row') return false;
  const cells = cellsOf(block);
  return readColumns(cells) !== null || cells.some((cell) => SCHOOL.test(fold(cell)));
}

/** Of « Lycée X, Ville » under such a name, that of tables makes nothing. */
const SCHOOL = /^(?:lycee|college|ecole)s?$/u;

/** A document that announces no events. `lines`: its blocks with the months that were guessed. */
export function withoutRelease(
  document: ReadDocument,
  { zone, reference, ending }: ParseSource,
  lines: readonly Block[] = linesOf(document.blocks),
): DocumentText {
  return {
    ...document,
    notice: null,
    release: null,
    isUnreadRelease: callsItselfRelease(lines),
    soleDay: ending === '.pdf' ? null : soleDay(lines, { zone, reference }),
    namedDays: namedDaysWarning(lines, { zone, reference }, ending === '.pdf' ? 'pages' : 'text'),
  };
}
