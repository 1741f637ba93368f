import { posix } from 'node:path';
import { inTurns, mapped } from '../../../lib/in-turns.ts';
import type { EventItem, ItemStatus } from '../../../programme/item.ts';
import { publicWords } from '../../documents/public-text.ts';
import { problemOf, type Refused } from '../../faults/fault.ts';
import { NO_CONTACT_RULE } from '../../privacy/public-contacts.ts';
import { type Reader, type Reading, refusal } from '../../reading/reading.ts';
import type { SourceFile } from '../../scan/listing.ts';
import { baseOf } from '../base.ts';
import { areHolidays, holidaysGuessed, isNamedHolidays, noClosures, readClosures } from './holiday-calendar.ts';
import type { ParsedCalendar } from './parse-calendar.ts';

const CANCELLED: ItemStatus = { kind: 'cancelled', label: 'annulé' };

/** The holidays of the school: one item, and none of its events is announced. */
function readHolidays(file: SourceFile, calendar: ParsedCalendar, isNamed: boolean): Reading {
  const { path, mtimeMs } = file;
  const { closures, faults } = readClosures(calendar.events, path);
  if (closures.length === 0) return refusal(path, noClosures());
  const told = [...(isNamed ? [] : [holidaysGuessed()]), ...calendar.faults, ...faults];
  const base = { id: path, title: 'Vacances', source: path, when: null, screens: null, order: null };
  return {
    items: [{ ...base, kind: 'holidays', closures, modifiedMs: mtimeMs }],
    problems: told.map((each) => problemOf(path, 'warning', each)),
    retry: false,
    uses: [],
  };
}

/** `.ics`: an event each, or the holidays of the school. */
export const readCalendar: Reader<ParsedCalendar | Refused> = async (unit, tools) => {
  const [file] = unit.files;
  const calendar = await tools.parse(file);
  if (!calendar.ok) return refusal(file.path, calendar.fault);
  const isNamed = isNamedHolidays(file.path);
  if (!unit.alert && (isNamed || areHolidays(calendar.events))) return readHolidays(file, calendar, isNamed);
  const { fields } = baseOf(unit, tools, 'Agenda');
  const rule = (await tools.contactRule?.(file)) ?? NO_CONTACT_RULE;
  const words = publicWords(rule.isPublic);
  const events = [
    ...calendar.events.map((event) => ({ ...event, status: undefined })),
    ...calendar.cancelled.map((event) => ({ ...event, status: CANCELLED })),
  ];
  const itemOf = ([index, event]: [number, (typeof events)[number]]): EventItem => {
    const title = words.line(event.title);
    const description = words.text(event.description ?? '');
    const venue = words.venue(event.location ?? '');
    const link = words.link(event.url ?? '');
    return {
      ...fields,
      id: `${unit.path}#${index + 1}`,
      kind: 'event',
      title: title === '' ? fields.title : title,
      town: '',
      line: event.line,
      when: event.when,
      ...(event.status ? { status: event.status } : {}),
      ...(venue === '' ? {} : { venue }),
      ...(description === '' ? {} : { description }),
      ...(link === null ? {} : { link }),
    };
  };
  const items = await inTurns(mapped(events.entries(), itemOf));
  const severity = items.length === 0 ? 'refused' : 'warning';
  return {
    items,
    problems: [...words.faults(posix.basename(file.path)), ...calendar.faults].map((fault) =>
      problemOf(file.path, severity, fault),
    ),
    retry: false,
    uses: [],
  };
};
