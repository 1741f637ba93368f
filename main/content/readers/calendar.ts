import type { EventItem } from '../../calendar/item.ts';
import { redact } from '../documents/redact.ts';
import { frenchTypography } from '../documents/typography.ts';
import { type Reader, refusal } from '../reading.ts';
import { baseOf, problemOf } from './base.ts';

const words = (text: string | undefined) => {
  const clean = text === undefined ? '' : frenchTypography(redact(text)).trim();
  return clean === '' ? undefined : clean;
};

/** `.ics`: an event each. */
export const readCalendar: Reader = async (unit, tools) => {
  const [file] = unit.files;
  const calendar = await tools.text('readCalendarText', file);
  if (!calendar.ok) return refusal(problemOf(file.path, 'refused', calendar.fault), 'retry' in calendar);
  const { fields } = baseOf(unit, tools, 'Agenda');
  const items = calendar.events.map((event, index): EventItem => {
    const description = words(event.description);
    const venue = words(event.location);
    return {
      ...fields,
      id: `${unit.path}#${index + 1}`,
      kind: 'event',
      title: words(event.title) ?? fields.title,
      town: '',
      line: event.line,
      when: event.when,
      ...(venue === undefined ? {} : { venue }),
      ...(description === undefined ? {} : { description }),
      ...(event.url === undefined ? {} : { link: event.url }),
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
