import type { EventItem } from '../../../programme/item.ts';
import { problemOf } from '../../fault.ts';
import { type Reader, refusal } from '../../reading.ts';
import { baseOf } from '../base.ts';
import type { ParsedTable } from './parse-table.ts';

/** `.csv` with a heading line: an event a row. */
export const readTable: Reader<ParsedTable> = async (unit, tools) => {
  const [file] = unit.files;
  const table = await tools.parse(file);
  if (!table.ok) return refusal(file.path, table.fault);
  const { fields } = baseOf(unit, tools, 'Agenda');
  const items = table.events.map(
    (event, index): EventItem => ({ ...fields, ...event, id: `${unit.path}#${index + 1}`, kind: 'event' }),
  );
  const severity = items.length === 0 ? 'refused' : 'warning';
  return {
    items,
    problems: table.faults.map((fault) => problemOf(file.path, severity, fault)),
    retry: false,
    uses: [],
  };
};
