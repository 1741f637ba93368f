import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../main/lib/steps.ts';
import { comingAgenda, lineToday, todayAgenda } from '../../../main/programme/agenda.ts';
import type { Listed } from '../../../main/programme/listed.ts';
import { slideWhen } from '../../../main/programme/seen-at.ts';
import { daysTold } from '../../../main/when/days-told.ts';
import { parseWhen } from '../../../main/when/french/parse-when.ts';
import { readCalendarFile } from '../../../main/when/ical/read-calendar-file.ts';
import type { When } from '../../../main/when/when.ts';
import { event } from '../../support/items.ts';

const zone = 'Europe/Paris';
const reference = Temporal.PlainDate.from('2026-04-20');
const at = (iso: string) => Temporal.ZonedDateTime.from(`${iso}T08:00[${zone}]`);
const day = (iso: string) => Temporal.PlainDate.from(iso);

function french(text: string): When {
  const read = parseWhen(text, { zone, reference });
  if (!read.ok) throw new Error(read.fault.message);
  return read.when;
}

function calendar(...lines: string[]): When {
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Atelier', ...lines, 'END:VEVENT', 'END:VCALENDAR'];
  const [first] = readCalendarFile(text.join('\r\n'), zone, reference).events;
  if (!first) throw new Error('no event was read');
  return first.when;
}

const weekly = (rule: string) => calendar('DTSTART;VALUE=DATE:20260504', `RRULE:FREQ=WEEKLY;${rule}`);

describe('what comes back on days that touch', () => {
  const mondaysAndTuesdays: [string, When][] = [
    ['in French', french('tous les lundis et mardis')],
    ['in a calendar', weekly('BYDAY=MO,TU')],
    [
      'in a calendar, with its own hours on one day',
      calendar('DTSTART;VALUE=DATE:20260504', 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU', 'RDATE;VALUE=DATE:20260701'),
    ],
  ];

  it.each(mondaysAndTuesdays)('is told by its weekdays, not as a range (%s)', (_name, when) => {
    expect(slideWhen(when, at('2026-05-18'))).toEqual({
      from: '2026-05-18',
      to: '2026-05-18',
      label: 'tous les lundis et mardis',
      recurrence: 'tous les lundis et mardis',
    });
    expect(slideWhen(when, at('2026-05-19'))).toMatchObject({ from: '2026-05-19', to: '2026-05-19' });
  });

  it.each(mondaysAndTuesdays)('stands under the day in the agendas (%s)', (_name, when) => {
    const items = ['Un', 'Deux'].map((title) => event(title, { when })) as Listed[];
    const lines = items.map((item) => lineToday(item, at('2026-05-18')));
    expect(todayAgenda(lines, at('2026-05-18'))?.sections.map(({ heading }) => heading)).toEqual(['Ce lundi']);
    expect(atOnce(comingAgenda(items, at('2026-05-15'), 7, null))?.sections.map(({ heading }) => heading)).toEqual([
      'Lundi 18 mai',
    ]);
  });

  it('is a range where it comes once', () => {
    for (const when of [weekly('BYDAY=MO,TU;COUNT=2'), french('du 4 au 8 mai, le lundi et le mardi')]) {
      expect(slideWhen(when, at('2026-05-04'))).toMatchObject({
        from: '2026-05-04',
        to: '2026-05-05',
        label: 'du 4 au 5 mai',
      });
    }
  });
});

describe('how a series of a calendar is told', () => {
  it.each([
    ['FREQ=WEEKLY;INTERVAL=2', 'toutes les deux semaines, le lundi'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'du lundi au vendredi'],
    ['FREQ=DAILY;INTERVAL=3', 'tous les trois jours'],
    ['FREQ=MONTHLY', 'le 4 de chaque mois'],
    ['FREQ=MONTHLY;BYDAY=1MO', 'chaque premier lundi du mois'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO', 'tous les deux mois, le premier lundi'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', 'à plusieurs dates'],
    ['FREQ=YEARLY', 'chaque année, le 4 mai'],
    ['FREQ=DAILY', null],
    ['FREQ=DAILY;UNTIL=20260507', null],
  ])('%s is « %s »', (rule, words) => {
    const when = calendar('DTSTART;VALUE=DATE:20260504', `RRULE:${rule}`);
    expect(daysTold(when, day('2026-05-04')).recurrence).toBe(words);
  });

  it('by the days of each time where it lasts for days', () => {
    const when = calendar('DTSTART;VALUE=DATE:20260504', 'DTEND;VALUE=DATE:20260507', 'RRULE:FREQ=WEEKLY;INTERVAL=3');
    expect(daysTold(when, day('2026-05-05'))).toEqual({ from: '2026-05-04', to: '2026-05-06', recurrence: null });
  });

  it('without a word of weekdays that are others at the place', () => {
    const when = calendar('DTSTART:20260504T230000Z', 'DTEND:20260504T233000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO');
    expect(daysTold(when, day('2026-05-05')).recurrence).toBe('à plusieurs dates');
  });

  it('with its ends and hours in the report', () => {
    const when = calendar('DTSTART:20260504T140000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260630');
    expect(when.label.replaceAll('\u00a0', ' ')).toBe(
      'toutes les deux semaines, le lundi, du 4 mai au 29 juin, 14 h – 15 h',
    );
  });
});
