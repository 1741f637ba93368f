import type { EventItem } from '../../../programme/item.ts';
import { publicLine, publicText } from '../../documents/public-text.ts';
import { problemOf, type Refused } from '../../fault.ts';
import { type Reader, refusal } from '../../reading.ts';
import { baseOf } from '../base.ts';
import { webAddress } from '../text/markdown.ts';
import type { ParsedCalendar } from './parse-calendar.ts';

/** `.ics`: an event each. */
export const readCalendar: Reader<ParsedCalendar | Refused> = async (unit, tools) => {
  const [file] = unit.files;
  const calendar = await tools.parse(file);
  if (!calendar.ok) return refusal(file.path, calendar.fault);
  const { fields } = baseOf(unit, tools, 'Agenda');
  const items = calendar.events.map((event, index): EventItem => {
    const title = publicLine(event.title);
    const description = publicText(event.description ?? '');
    // A meeting whose place is a web address is held online: it has no venue, and passers-by are not invited to join it.
    const venue = webAddress(event.location ?? '') === null ? publicLine(event.location ?? '') : '';
    const link = webAddress(event.url ?? '');
    return {
      ...fields,
      id: `${unit.path}#${index + 1}`,
      kind: 'event',
      title: title === '' ? fields.title : title,
      town: '',
      line: event.line,
      when: event.when,
      ...(venue === '' ? {} : { venue }),
      ...(description === '' ? {} : { description }),
      ...(link === null ? {} : { link }),
    };
  });
  const severity = items.length === 0 ? 'refused' : 'warning';
  return {
    items,
    problems: calendar.faults.map((fault) => problemOf(file.path, severity, fault)),
    retry: false,
    uses: [],
  };
};
