import type { Problem } from '../../../contract.ts';
import { inTurns, mapped } from '../../../lib/in-turns.ts';
import type { EventItem, TextItem } from '../../../programme/item.ts';
import { blocksHtml } from '../../documents/blocks-html.ts';
import { textTooLong } from '../../documents/limits.ts';
import { problemOf, type Refused } from '../../fault.ts';
import { noticeReading } from '../../notices/notice-reading.ts';
import { nothing, type Reader, type Reading, type ReadTools, refusal } from '../../reading.ts';
import type { Unit } from '../../unit.ts';
import { baseOf } from '../base.ts';
import { textSlide } from '../text/text-slide.ts';
import type { ParsedTable } from './parse-table.ts';

/** `.csv` and workbooks: an event a row under a heading line, or else the table as it stands. */
export const readTable: Reader<ParsedTable | Refused> = async (unit, tools) => {
  const [file] = unit.files;
  const table = await tools.parse(file);
  if (!table.ok) return refusal(file.path, table.fault);
  const { notice } = table;
  if (notice !== null) return noticeReading({ ...table, notice, warnings: table.faults }, unit, tools);
  if (table.events.length === 0 && table.blocks.length > 0) return plainReading(table, unit, tools);
  const { fields } = baseOf(unit, tools, 'Agenda');
  const itemOf = ([index, event]: [number, ParsedTable['events'][number]]): EventItem => ({
    ...fields,
    ...event,
    id: `${unit.path}#${index + 1}`,
    kind: 'event',
  });
  const items = await inTurns(mapped(table.events.entries(), itemOf));
  const severity = items.length === 0 ? 'refused' : 'warning';
  return { ...nothing, items, problems: problemsOf(table, file.path, severity) };
};

const problemsOf = ({ faults }: ParsedTable, file: string, severity: Problem['severity']): Problem[] =>
  faults.map((fault) => problemOf(file, severity, fault));

/** A table that is shown as one. */
function plainReading(table: ParsedTable, unit: Unit, tools: ReadTools): Reading {
  const [file] = unit.files;
  const { title, html, cut } = blocksHtml(table.blocks);
  const base = baseOf(unit, tools, title ?? 'Information');
  if (base.refused) return { ...nothing, problems: base.problems };
  const item: TextItem = {
    ...base.fields,
    ...(title === null ? {} : { title, titled: true }),
    kind: 'text',
    html,
    links: [],
  };
  const faults = cut ? [...table.faults, textTooLong()] : table.faults;
  const problems = problemsOf({ ...table, faults }, file.path, 'warning');
  return textSlide(item, title !== null, [...base.problems, ...problems]);
}
