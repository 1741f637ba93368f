import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportedCases } from './calendar-cases.ts';
import { wallOf } from './wall.ts';

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Chorale', ...lines, 'END:VEVENT'];
const file = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const may = (...lines: string[]) => wallOf(file(...lines), '2026-05-01', '2026-05-31');

describe('what of a calendar is guessed or left out is said in French', () => {
  const once = event('DTSTART:20260505T140000', 'DURATION:PT1H');
  const weekly = (...lines: string[]) =>
    event('DTSTART:20260505T140000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=3', ...lines);

  it.each([
    [
      'a count that is no number',
      event('DTSTART;VALUE=DATE:20260505', 'RRULE:FREQ=WEEKLY;COUNT=-1'),
      'calendar-recurrence-part',
      '« COUNT=-1 »',
      4,
    ],
    [
      'an interval of nothing',
      event('DTSTART;VALUE=DATE:20260505', 'RRULE:FREQ=WEEKLY;INTERVAL=0'),
      'calendar-recurrence-part',
      '« INTERVAL=0 »',
      4,
    ],
    [
      'the first Monday of each week',
      event('DTSTART;VALUE=DATE:20260504', 'RRULE:FREQ=WEEKLY;BYDAY=1MO'),
      'calendar-recurrence-part',
      '« BYDAY=1MO »',
      4,
    ],
    [
      'an end of a rule that is no date',
      event('DTSTART;VALUE=DATE:20260505', 'RRULE:FREQ=WEEKLY;UNTIL=juin'),
      'calendar-recurrence',
      'première date',
      1,
    ],
    ['a date taken out that is no date', weekly('EXDATE:demain'), 'calendar-dates-unread', '« Chorale »', 3],
    ['a date taken out at midnight', weekly('EXDATE:20260512T000000'), 'calendar-day-taken', 'tout ce jour-là', 2],
    [
      'a date taken out at another hour',
      weekly('EXDATE:20260512T070000'),
      'calendar-exclusion',
      'montré quand même',
      3,
    ],
    [
      'an edit that names another hour',
      [...weekly(), ...event('RECURRENCE-ID:20260512T130000', 'DTSTART:20260513T140000', 'DURATION:PT1H')],
      'calendar-misplaced',
      'celle du même jour',
      3,
    ],
    ['tasks', [...once, 'BEGIN:VTODO', 'UID:2', 'SUMMARY:Ranger', 'END:VTODO'], 'calendar-tasks', 'une tâche', 1],
    [
      'two versions that only the time of change tells apart',
      ['20260505T140000', '20260506T140000'].flatMap((start, index) =>
        event(
          `DTSTART:${start}`,
          'DURATION:PT1H',
          'CREATED:20260101T000000Z',
          `LAST-MODIFIED:2026010${index + 2}T000000Z`,
        ),
      ),
      'calendar-version',
      'modifiée en dernier',
      1,
    ],
    [
      'a zone like no other',
      [
        ...['BEGIN:VTIMEZONE', 'TZID:Lune', 'BEGIN:STANDARD', 'DTSTART:20200101T000000', 'TZOFFSETFROM:+0000'],
        ...['TZOFFSETTO:+0017', 'END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:20260401T000000', 'TZOFFSETFROM:+0017'],
        ...['TZOFFSETTO:+0117', 'END:DAYLIGHT', 'END:VTIMEZONE'],
        ...event('DTSTART;TZID=Lune:20260505T140000', 'DURATION:PT1H'),
      ],
      'calendar-zone-guessed',
      '« +01:17 »',
      1,
    ],
  ])('%s', (_name, lines, code, words, shown) => {
    const wall = may(...lines);
    expect(wall.told).toEqual([code]);
    expect(wall.sentences[0]).toContain(words.replaceAll(/« | »/gu, (sign) => sign.replace(' ', '\u00a0')));
    expect(wall.shown).toHaveLength(shown);
  });

  it('all dates taken out is an event that is off', () => {
    const wall = may(...event('DTSTART;VALUE=DATE:20260505', 'EXDATE;VALUE=DATE:20260505'));
    expect(wall).toMatchObject({ shown: [], told: ['calendar-cancelled'] });
  });

  it('a raw line break in a title names the line, and costs that event alone', () => {
    const wall = may(
      ...event('CLASS:PUBLIC', 'salle 2', 'DTSTART:20260505T140000'),
      ...event('DTSTART;VALUE=DATE:20260506'),
    );
    expect(wall.shown).toEqual(['05-06 Chorale · jour']);
    expect(wall.told).toEqual(['calendar-event-broken']);
    expect(wall.sentences[0]).toContain('à partir de la ligne 7');
  });
});

describe('a calendar that was cut, mixed up or filled with rubbish', () => {
  const rubbish = fc.constantFrom(
    ...['', ';', ':', ',', '=', '-', '99999999999', '\n', '\r\n ', '"', 'T', 'Z', '20261332', 'BEGIN:VEVENT\r\n', '\\'],
    ...[
      'RRULE:FREQ=MINUTELY\r\n',
      ';BYSETPOS=366',
      'COUNT=99999999;',
      'INTERVAL=999;',
      '00010101T000000Z',
      'TZID=Mars/X;',
    ],
  );
  const change = fc.record({ at: fc.nat(100_000), length: fc.nat(12), rubbish });

  it('is read without an exception, and in no time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reportedCases),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        ({ lines }, changes) => {
          const text = changes.reduce(
            (before, { at, length, rubbish }) => {
              const from = at % (before.length + 1);
              return `${before.slice(0, from)}${rubbish}${before.slice(from + length)}`;
            },
            file(...lines),
          );
          for (const sentence of wallOf(text, '2026-05-01', '2026-05-07').sentences) expect(sentence).toMatch(/\.$/u);
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);
});
