import { inTurns, mapped } from '../../../lib/in-turns.ts';
import type { EventItem } from '../../../programme/item.ts';
import { problemOf, type Refused } from '../../faults/fault.ts';
import { noticeReading } from '../../notices/notice-reading.ts';
import { nothing, type Reader, refusal } from '../../reading/reading.ts';
import { baseOf } from '../base.ts';
import { blocksSlide } from '../text/blocks-slide.ts';
import type { ParsedTable } from './parse-table.ts';

/** `.csv` and workbooks: an event a row under a heading line, or else the table as it stands. */
export const readTable: Reader<ParsedTable | Refused> = async (unit, tools) => {
  const [file] = unit.files;
  const table = await tools.parse(file);
  if (!table.ok) return refusal(file.path, table.fault);
  const { notice } = table;
  if (notice !== null) return noticeReading({ ...table, notice, warnings: table.faults }, unit, tools);
  if (table.events.length === 0 && table.blocks.length > 0) {
    const { blocks, faults, namedDays, soleDay } = table;
    return blocksSlide({ blocks, links: [], faults, namedDays, soleDay }, unit, tools);
  }
  const { fields } = baseOf(unit, tools, 'Agenda');
  const itemOf = ([index, event]: [number, ParsedTable['events'][number]]): EventItem => ({
    ...fields,
    ...event,
    id: `${unit.path}#${index + 1}`,
    kind: 'event',
  });
  const items = await inTurns(mapped(table.events.entries(), itemOf));
  const severity = items.length === 0 ? 'refused' : 'warning';
  const problems = table.faults.map((fault) => problemOf(file.path, severity, fault));
  return { ...nothing, items, problems };
};
