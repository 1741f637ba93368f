import type { EventItem } from '../../../programme/item.ts';
import { type Reader, refusal } from '../../reading.ts';
import { baseOf, problemOf } from '../base.ts';

/** `.csv` with a heading line: an event a row. */
export const readTable: Reader = async (unit, tools) => {
  const [file] = unit.files;
  const table = await tools.text('readTableText', file);
  if (!table.ok) return refusal(problemOf(file.path, 'refused', table.fault), 'retry' in table);
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
