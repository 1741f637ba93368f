import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { expansionsOf } from '../../../../main/when/ical/calendar-days.ts';
import { readCalendarFile } from '../../../../main/when/ical/read-calendar-file.ts';
import { isActive, nextOccurrence, occursOn, periodAround, windowsOn } from '../../../../main/when/occurrence.ts';
import { boundariesToday } from '../../../../main/when/today.ts';
import type { When } from '../../../../main/when/when.ts';

const zone = 'Europe/Paris';
const day = (iso: string) => Temporal.PlainDate.from(iso);

const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  `UID:${lines.join('').length}-${lines[0]}`,
  ...lines,
  'END:VEVENT',
];
const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** The one When of a calendar with one event. */
function only(...lines: string[]): When {
  const { events, faults } = readCalendarFile(file(...event('SUMMARY:Atelier', ...lines)), zone);
  // That a first date is not of its own rule is told, which says nothing against the rule.
  expect(faults.filter(({ code }) => code !== 'calendar-start-odd')).toEqual([]);
  const [first] = events;
  if (!first) throw new Error('no event was read');
  return first.when;
}

/** How often the days of a calendar event were worked out. */
const workOf = (when: When) => (when.type === 'calendar' ? expansionsOf(when) : 0);

/** Days and windows from one day to another: « 05-05 14:00-17:00 ». */
function daysOf(when: When, from: string, to: string): string[] {
  const found: string[] = [];
  for (let at = day(from); Temporal.PlainDate.compare(at, day(to)) <= 0; at = at.add({ days: 1 })) {
    for (const window of windowsOn(when, at)) {
      const hours = window.from === null && window.to === null ? '' : ` ${window.from ?? ''}-${window.to ?? ''}`;
      found.push(`${at.toString().slice(5)}${hours}`);
    }
  }
  return found;
}

/** What begins or ends later on the day of `from`, as `05-05T14:00`. */
const hoursAhead = (when: When, from: string) =>
  boundariesToday(when, Temporal.ZonedDateTime.from(`${from}[${zone}]`)).map((boundary) =>
    Temporal.Instant.fromEpochMilliseconds(boundary).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(5, 16),
  );

const vtimezone = (tzid: string) => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('an event of a calendar, once', () => {
  it.each([
    ['a whole day', ['DTSTART;VALUE=DATE:20260505'], ['05-05'], 'mardi 5 mai 2026'],
    [
      'whole days, the end excluded',
      ['DTSTART;VALUE=DATE:20260504', 'DTEND;VALUE=DATE:20260508'],
      ['05-04', '05-05', '05-06', '05-07'],
      'du 4 au 7 mai 2026',
    ],
    [
      'floating hours',
      ['DTSTART:20260505T140000', 'DTEND:20260505T170000'],
      ['05-05 14:00-17:00'],
      'mardi 5 mai 2026, 14 h – 17 h',
    ],
    [
      'a length',
      ['DTSTART:20260505T140000', 'DURATION:PT1H30M'],
      ['05-05 14:00-15:30'],
      'mardi 5 mai 2026, 14 h – 15 h 30',
    ],
    [
      'hours of Paris',
      ['DTSTART;TZID=Europe/Paris:20260505T140000', 'DTEND;TZID=Europe/Paris:20260505T170000'],
      ['05-05 14:00-17:00'],
      'mardi 5 mai 2026, 14 h – 17 h',
    ],
    [
      'universal time in summer',
      ['DTSTART:20260505T120000Z', 'DTEND:20260505T150000Z'],
      ['05-05 14:00-17:00'],
      'mardi 5 mai 2026, 14 h – 17 h',
    ],
    [
      'universal time in winter',
      ['DTSTART:20260505T230000Z', 'DTEND:20260506T000000Z'],
      ['05-06 01:00-02:00'],
      'mercredi 6 mai 2026, 1 h – 2 h',
    ],
    [
      'another zone',
      ['DTSTART;TZID=America/Cayenne:20260505T090000', 'DTEND;TZID=America/Cayenne:20260505T100000'],
      ['05-05 14:00-15:00'],
      'mardi 5 mai 2026, 14 h – 15 h',
    ],
    [
      'a zone with a maker’s prefix',
      ['DTSTART;TZID=/example.org/Europe/Paris:20260505T140000', 'DURATION:PT1H'],
      ['05-05 14:00-15:00'],
      'mardi 5 mai 2026, 14 h – 15 h',
    ],
    [
      'a zone as Windows calls it',
      ['DTSTART;TZID=Romance Standard Time:20260505T140000', 'DURATION:PT1H'],
      ['05-05 14:00-15:00'],
      'mardi 5 mai 2026, 14 h – 15 h',
    ],
    [
      'over midnight',
      ['DTSTART:20260505T220000', 'DTEND:20260506T020000'],
      ['05-05 22:00-02:00'],
      'mardi 5 mai 2026, 22 h – 2 h',
    ],
    [
      'days that are not said to be days',
      ['DTSTART:20260504', 'DTEND;X-A=b:20260508'],
      ['05-04', '05-05', '05-06', '05-07'],
      'du 4 au 7 mai 2026',
    ],
    ['no end', ['DTSTART:20260505T140000'], ['05-05 14:00-'], 'mardi 5 mai 2026, à 14 h'],
  ])('with %s is a plain rule', (_name, lines, days, label) => {
    const when = only(...lines);
    expect(when.type).toBe('rule');
    expect(when.label.replace(/\u00a0/gu, ' ')).toBe(label);
    expect(daysOf(when, '2026-05-01', '2026-05-12')).toEqual(days);
  });

  it('over several days with hours is whole between its ends', () => {
    const when = only('DTSTART:20260504T140000', 'DTEND:20260507T120000');
    expect(daysOf(when, '2026-05-01', '2026-05-12')).toEqual(['05-04 14:00-', '05-05', '05-06', '05-07 -12:00']);
    expect(periodAround(when, day('2026-05-05'))).toEqual({ from: '2026-05-04', to: '2026-05-07' });
    const seen = ['2026-05-04', '2026-05-05', '2026-05-07'].map((first) => hoursAhead(when, `${first}T09:00`));
    expect(seen).toEqual([['05-04T14:00', '05-05T00:00'], [], ['05-07T12:00']]);
  });

  it('in a zone that only the file describes is brought to the place', () => {
    const text = file(
      ...vtimezone('Zone de la mairie'),
      ...event('SUMMARY:Forum', 'DTSTART;TZID=Zone de la mairie:20260505T140000', 'DURATION:PT1H'),
    );
    const { events, faults } = readCalendarFile(text, 'Europe/London');
    expect(faults).toEqual([]);
    expect(events[0] && windowsOn(events[0].when, day('2026-05-05'))).toEqual([{ from: '13:00', to: '14:00' }]);
  });
});

describe('an event that comes back', () => {
  it.each([
    ['RRULE:FREQ=HOURLY;COUNT=4', 'mardi 5 mai 2026'],
    ['RRULE:FREQ=DAILY;BYHOUR=10,14;COUNT=4', 'du 5 au 6 mai 2026'],
  ])('at several hours of a day is not said to be at the first: %s', (rule, label) => {
    const when = only('DTSTART;TZID=Europe/Paris:20260505T100000', 'DURATION:PT30M', rule);
    expect(when.label.replace(/\u00a0/gu, ' ')).toBe(label);
  });

  it('at another hour from one day on is said to be at that hour', () => {
    const series = ['UID:a', 'SUMMARY:Club', 'DTSTART;TZID=Europe/Paris:20260505T170000', 'DURATION:PT1H'];
    const text = file(
      'BEGIN:VEVENT',
      ...series,
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Club du soir',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260512T170000',
      'DTSTART;TZID=Europe/Paris:20260512T180000',
      'DURATION:PT1H',
      'END:VEVENT',
    );
    const labels = readCalendarFile(text, 'Europe/Paris').events.map(({ when }) => when.label.replace(/\u00a0/gu, ' '));
    expect(labels.at(-1)).toMatch(/18 h – 19 h$/u);
  });

  it('every week is a rule, its exceptions kept', () => {
    const when = only(
      'DTSTART;TZID=Europe/Paris:20260505T140000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260602T120000Z',
      'EXDATE;TZID=Europe/Paris:20260512T140000',
    );
    expect(when.type).toBe('rule');
    expect(daysOf(when, '2026-05-01', '2026-07-01')).toEqual([
      '05-05 14:00-15:00',
      '05-19 14:00-15:00',
      '05-26 14:00-15:00',
      '06-02 14:00-15:00',
    ]);
  });

  it.each([
    ['every other week', 'FREQ=WEEKLY;INTERVAL=2', ['05-05', '05-19', '06-02', '06-16', '06-30']],
    ['so many times', 'FREQ=WEEKLY;COUNT=3', ['05-05', '05-12', '05-19']],
    ['every third day', 'FREQ=DAILY;INTERVAL=3;UNTIL=20260512', ['05-05', '05-08', '05-11']],
    ['every first Tuesday', 'FREQ=MONTHLY;BYDAY=1TU', ['05-05', '06-02', '07-07']],
    ['on a day of the month', 'FREQ=MONTHLY;BYMONTHDAY=5', ['05-05', '06-05', '07-05']],
    ['on the last day of the month', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2', ['05-31', '06-30']],
    ['daily, on Mondays', 'FREQ=DAILY;BYDAY=MO;COUNT=3', ['05-05', '05-11', '05-18']],
  ])('%s', (_name, rule, days) => {
    const when = only('DTSTART;VALUE=DATE:20260505', `RRULE:${rule}`);
    const found = daysOf(when, '2026-05-01', '2026-07-10').filter(
      (found) => days.length < 4 || found <= (days.at(-1) ?? ''),
    );
    expect(found).toEqual(expect.arrayContaining(days.filter((one) => one !== '05-05')));
    expect(found.filter((one) => one !== '05-05')).toEqual(days.filter((one) => one !== '05-05'));
  });

  it('keeps its hour of the wall across both changes of clocks', () => {
    const when = only('DTSTART;TZID=Europe/Paris:20260106T140000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;INTERVAL=2');
    expect(when.type).toBe('calendar');
    const hours = ['2026-03-17', '2026-03-31', '2026-10-13', '2026-10-27'].map(
      (iso) => windowsOn(when, day(iso))[0]?.from,
    );
    expect(hours).toEqual(['14:00', '14:00', '14:00', '14:00']);
  });

  it('in another zone moves with the clocks of that zone', () => {
    const when = only('DTSTART:20260106T130000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY');
    expect(windowsOn(when, day('2026-03-24'))).toEqual([{ from: '14:00', to: '15:00' }]);
    expect(windowsOn(when, day('2026-03-31'))).toEqual([{ from: '15:00', to: '16:00' }]);
    expect(windowsOn(when, day('2026-10-27'))).toEqual([{ from: '14:00', to: '15:00' }]);
  });

  it('has dates added, taken out, moved and cancelled', () => {
    const text = file(
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Chorale',
      'DTSTART;TZID=Europe/Paris:20260505T140000',
      'DTEND;TZID=Europe/Paris:20260505T150000',
      'RRULE:FREQ=WEEKLY;COUNT=6',
      'EXDATE;TZID=Europe/Paris:20260512T140000',
      'RDATE;TZID=Europe/Paris:20260513T090000',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Chorale',
      'RECURRENCE-ID;TZID=Europe/Paris:20260519T140000',
      'DTSTART;TZID=Europe/Paris:20260520T160000',
      'DURATION:PT2H',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Chorale',
      'STATUS:CANCELLED',
      'RECURRENCE-ID;TZID=Europe/Paris:20260526T140000',
      'DTSTART;TZID=Europe/Paris:20260526T140000',
      'END:VEVENT',
    );
    const { events, faults } = readCalendarFile(text, zone);
    expect(faults).toEqual([]);
    expect(events).toHaveLength(1);
    expect(events[0] && daysOf(events[0].when, '2026-05-01', '2026-07-01')).toEqual([
      '05-05 14:00-15:00',
      '05-13 09:00-10:00',
      '05-20 16:00-18:00',
      '06-02 14:00-15:00',
      '06-09 14:00-15:00',
    ]);
  });

  it('on 29 February comes in leap years only', () => {
    const when = only('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY');
    expect(nextOccurrence(when, day('2026-01-01'), 3000)?.toString()).toBe('2028-02-29');
  });

  it('is active, and changes, to the minute', () => {
    const when = only('DTSTART;TZID=Europe/Paris:20260505T140000', 'DURATION:PT3H', 'RRULE:FREQ=WEEKLY;INTERVAL=2');
    const at = (iso: string) => Temporal.ZonedDateTime.from(`${iso}[Europe/Paris]`);
    expect(isActive(when, at('2026-05-19T14:00'))).toBe(true);
    expect(isActive(when, at('2026-05-19T17:00'))).toBe(false);
    const seen = ['2026-05-05T15:00', '2026-05-12T15:00', '2026-05-19T00:00', '2026-05-19T17:00'];
    expect(seen.map((from) => hoursAhead(when, from))).toEqual([
      ['05-05T17:00'],
      [],
      ['05-19T14:00', '05-19T17:00'],
      [],
    ]);
  });

  it('for ever, and from long ago, is asked without a walk through its years', () => {
    const when = only('DTSTART;TZID=Europe/Paris:19910101T080000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;INTERVAL=2');
    expect(when.type).toBe('calendar');
    const before = workOf(when);
    expect(occursOn(when, day('2026-05-05')) || occursOn(when, day('2026-05-06'))).toBe(true);
    hoursAhead(when, '2026-05-05T15:00');
    expect(workOf(when) - before).toBeLessThanOrEqual(2);
  });

  it('in the past is over without a look at the years since', () => {
    const when = only('DTSTART;VALUE=DATE:20200505', 'RRULE:FREQ=WEEKLY;INTERVAL=3;COUNT=3');
    const before = workOf(when);
    expect(hoursAhead(when, '2026-05-05T15:00')).toEqual([]);
    expect(nextOccurrence(when, day('2026-05-05'), 3000)).toBeNull();
    expect(workOf(when) - before).toBeLessThanOrEqual(1);
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1',
    'FREQ=MONTHLY;BYMONTH=13',
  ])('in a way nobody can follow (%s) keeps its first date and says so', (rule) => {
    const { events, faults } = readCalendarFile(
      file(...event('SUMMARY:Club', 'DTSTART;VALUE=DATE:20260505', `RRULE:${rule}`)),
      zone,
    );
    expect(events[0] && daysOf(events[0].when, '2026-05-01', '2026-06-30')).toEqual(['05-05']);
    expect(faults.map(({ code }) => code)).toEqual(['calendar-recurrence']);
  });

  it.each(['FREQ=DAILY;INTERVAL=7;BYDAY=MO', 'FREQ=MONTHLY;INTERVAL=12;BYMONTH=2', 'FREQ=YEARLY;BYDAY=6MO;BYMONTH=2'])(
    'in a way that never comes back (%s) ends the search',
    (rule) => {
      const { events } = readCalendarFile(
        file(...event('SUMMARY:Club', 'DTSTART;VALUE=DATE:20260505', `RRULE:${rule}`)),
        zone,
      );
      expect(events[0] && nextOccurrence(events[0].when, day('2026-05-06'), 100)).toBeNull();
    },
  );
});

describe('a calendar with something broken in it', () => {
  const good = event('SUMMARY:Forum', 'DTSTART;VALUE=DATE:20260505');

  it.each([
    ['an event without a start', event('SUMMARY:Vide'), 'calendar-no-date'],
    ['a day that does not exist', event('SUMMARY:Vide', 'DTSTART;VALUE=DATE:20260230'), 'calendar-no-date'],
    ['a start that is no date', event('SUMMARY:Vide', 'DTSTART:demain'), 'calendar-no-date'],
    [
      'a line that is none',
      event('SUMMARY:Vide', 'ceci est cassé', 'DTSTART;VALUE=DATE:20260506'),
      'calendar-event-broken',
    ],
    ['an event that was cut', ['BEGIN:VEVENT', 'SUMMARY:Coupé', 'DTSTART;VALUE=DATE:202605'], 'calendar-event-cut'],
    [
      'a cancelled event',
      event('SUMMARY:Annulé', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260506'),
      'calendar-cancelled',
    ],
  ])('keeps the rest beside %s', (_name, broken, code) => {
    const { events, faults } = readCalendarFile(file(...broken, ...good), zone);
    expect(events.map(({ title }) => title)).toEqual(['Forum']);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(faults[0]?.line).toBe(4);
    expect(faults[0]?.message).toMatch(/\.$/u);
  });

  it('takes hours of a zone that does not exist as the place’s, and says so', () => {
    const { events, faults } = readCalendarFile(
      file(...event('SUMMARY:Forum', 'DTSTART;TZID=Mars/Olympus:20260505T140000', 'DURATION:PT1H')),
      zone,
    );
    expect(events[0] && windowsOn(events[0].when, day('2026-05-05'))).toEqual([{ from: '14:00', to: '15:00' }]);
    expect(faults.map(({ code }) => code)).toEqual(['calendar-zone']);
    expect(faults[0]?.message).toContain('Mars/Olympus');
  });

  it('says that a text is no calendar, or an empty one, without delay for 5 MB', () => {
    expect(readCalendarFile('bonjour', zone).faults.map(({ code }) => code)).toEqual(['calendar-unreadable']);
    expect(readCalendarFile(file(), zone).faults.map(({ code }) => code)).toEqual(['calendar-empty']);
    expect(readCalendarFile('BEGIN:VEVENT '.repeat(400_000), zone).faults.map(({ code }) => code)).toEqual([
      'calendar-unreadable',
    ]);
  });

  it('reads what an event says', () => {
    const { events } = readCalendarFile(
      file(
        ...event(
          'SUMMARY:Forum\\, des métiers',
          'DTSTART;VALUE=DATE:20260505',
          'LOCATION:Gymnase',
          'DESCRIPTION:Une ligne\\n',
          ' une autre',
          'URL:https://example.org/',
          'CATEGORIES:forum,atelier',
          'BEGIN:VALARM',
          'TRIGGER:-PT15M',
          'DESCRIPTION:Rappel',
          'END:VALARM',
        ),
      ),
      zone,
    );
    expect(events[0]).toMatchObject({
      title: 'Forum, des métiers',
      location: 'Gymnase',
      description: 'Une ligne\nune autre',
      url: 'https://example.org/',
      categories: ['forum', 'atelier'],
      line: 4,
    });
  });
});

describe('what of a calendar is not for everyone', () => {
  const codesOf = (...lines: string[]) => {
    const { events, faults } = readCalendarFile(file(...lines), zone);
    return { titles: events.map(({ title }) => title), codes: faults.map(({ code }) => code), events, faults };
  };
  const shown = event('SUMMARY:Forum', 'DTSTART;VALUE=DATE:20260505');

  it.each(['PRIVATE', 'CONFIDENTIAL', 'private', 'X-PERSONNEL'])('is not shown where its class is %s', (name) => {
    const hidden = event('SUMMARY:Entretien', `CLASS:${name}`, 'DTSTART;VALUE=DATE:20260505');
    const { titles, faults } = codesOf(...hidden, ...shown, ...hidden);
    expect(titles).toEqual(['Forum']);
    expect(faults).toMatchObject([{ code: 'calendar-private', message: expect.stringContaining('Un événement') }]);
    expect(JSON.stringify(faults)).not.toContain('Entretien');
  });

  it('is counted once a file', () => {
    const hidden = (name: string) => event(`SUMMARY:${name}`, 'CLASS:PRIVATE', 'DTSTART;VALUE=DATE:20260505');
    const { titles, faults } = codesOf(...hidden('A'), ...hidden('Bb'), ...hidden('Ccc'));
    expect(titles).toEqual([]);
    expect(faults).toMatchObject([{ code: 'calendar-private', message: expect.stringContaining('3 événements') }]);
  });

  it('is shown where its class is public or is not said', () => {
    const { titles, codes } = codesOf(
      ...event('SUMMARY:Forum', 'CLASS:PUBLIC', 'DTSTART;VALUE=DATE:20260505'),
      ...shown,
    );
    expect([titles, codes]).toEqual([['Forum', 'Forum'], []]);
  });

  it('leaves its day of a public series empty, and takes the changes of a private series along', () => {
    const series = (uid: string, ...more: string[]) =>
      ['BEGIN:VEVENT', `UID:${uid}`, 'SUMMARY:Chorale', 'DTSTART;VALUE=DATE:20260505', ...more].concat('END:VEVENT');
    const weekly = 'RRULE:FREQ=WEEKLY;COUNT=3';
    const change = 'RECURRENCE-ID;VALUE=DATE:20260512';
    const open = codesOf(...series('a', weekly), ...series('a', change, 'CLASS:PRIVATE'));
    expect(open.events[0] && daysOf(open.events[0].when, '2026-05-01', '2026-06-01')).toEqual(['05-05', '05-19']);
    expect(open.codes).toEqual(['calendar-private']);
    const closed = codesOf(...series('b', weekly, 'CLASS:PRIVATE'), ...series('b', change));
    expect([closed.titles, closed.codes]).toEqual([[], ['calendar-private']]);
  });
});

describe('an event of a calendar whose end is not one', () => {
  it.each([
    ['before its start', ['DTSTART:20260505T140000', 'DTEND:20260505T130000'], 'calendar-backwards'],
    ['before its start, by a negative length', ['DTSTART:20260505T140000', 'DURATION:-PT1H'], 'calendar-backwards'],
    [
      'before its start, in another zone',
      ['DTSTART;TZID=Europe/Paris:20260505T140000', 'DTEND;TZID=America/Cayenne:20260505T083000'],
      'calendar-backwards',
    ],
    ['its start', ['DTSTART:20260505T140000', 'DTEND:20260505T140000'], 'calendar-no-length'],
  ])('(%s) has a start and no known end, and says so', (_name, lines, code) => {
    const { events, faults } = readCalendarFile(file(...event('SUMMARY:Forum', ...lines)), zone);
    expect(events[0] && windowsOn(events[0].when, day('2026-05-05'))).toEqual([
      { from: '14:00', to: null, startOnly: true },
    ]);
    expect(faults).toMatchObject([{ code, message: expect.stringContaining('Forum') }]);
  });

  it('in another zone, later in hours and earlier on the clock, is no mistake', () => {
    const when = only('DTSTART;TZID=Europe/Paris:20260505T140000', 'DTEND;TZID=America/Cayenne:20260505T110000');
    expect(windowsOn(when, day('2026-05-05'))).toEqual([{ from: '14:00', to: '16:00' }]);
  });

  it.each(['DTEND:demain', 'DURATION:une heure'])('but no date at all (%s) has a start alone, and says so', (line) => {
    const { events, faults } = readCalendarFile(file(...event('SUMMARY:Forum', 'DTSTART:20260505T140000', line)), zone);
    expect(events[0] && windowsOn(events[0].when, day('2026-05-05'))).toEqual([
      { from: '14:00', to: null, startOnly: true },
    ]);
    expect(faults).toMatchObject([{ code: 'calendar-end', message: expect.stringContaining('Forum') }]);
  });

  it('and has only days lasts one day, with a warning where it goes backwards', () => {
    const days = (end: string) => {
      const { events, faults } = readCalendarFile(
        file(...event('SUMMARY:Forum', 'DTSTART;VALUE=DATE:20260505', `DTEND;VALUE=DATE:${end}`)),
        zone,
      );
      return [events[0] && daysOf(events[0].when, '2026-05-01', '2026-05-12'), faults.map(({ code }) => code)];
    };
    expect(days('20260505')).toEqual([['05-05'], []]);
    expect(days('20260504')).toEqual([['05-05'], ['calendar-backwards']]);
  });
});

describe('a calendar of a program of its own kind', () => {
  it('shows an event without title under its place, else under its kind, and says under which', () => {
    const { events, faults } = readCalendarFile(
      file(
        ...event('DTSTART;VALUE=DATE:20260505', 'LOCATION:Gymnase'),
        ...event('SUMMARY: ', 'DTSTART;VALUE=DATE:20260506'),
      ),
      zone,
    );
    expect(events.map(({ title }) => title)).toEqual(['Gymnase', 'Événement']);
    expect(faults.map(({ code, message }) => [code, /Gymnase|Événement/u.exec(message)?.[0]])).toEqual([
      ['calendar-no-title', 'Gymnase'],
      ['calendar-no-title', 'Événement'],
    ]);
  });

  it('that writes a series in universal time and names its own zone keeps its hour of the wall there', () => {
    const series = event('SUMMARY:Chorale', 'DTSTART:20260106T130000Z', 'DTEND:20260106T140000Z', 'RRULE:FREQ=WEEKLY');
    const { events, faults } = readCalendarFile(file('X-WR-TIMEZONE:Europe/Paris', ...series), zone);
    expect(faults).toMatchObject([{ code: 'calendar-zone-own' }]);
    const when = events[0]?.when;
    if (!when) throw new Error('no event was read');
    expect(['2026-03-24', '2026-03-31', '2026-10-27'].flatMap((iso) => windowsOn(when, day(iso)))).toEqual(
      Array(3).fill({ from: '14:00', to: '15:00' }),
    );
  });

  it('that names its own zone changes nothing of what takes place once, nor of what stands in another zone', () => {
    const once = ['DTSTART:20260705T120000Z', 'DTEND:20260705T130000Z'];
    const named = readCalendarFile(file('X-WR-TIMEZONE:America/Cayenne', ...event('SUMMARY:Un', ...once)), zone);
    expect(named.events[0] && windowsOn(named.events[0].when, day('2026-07-05'))).toEqual([
      { from: '14:00', to: '15:00' },
    ]);
    const unknown = readCalendarFile(file('X-WR-TIMEZONE:Mars/Olympus', ...event('SUMMARY:Un', ...once)), zone);
    expect(unknown.faults).toEqual([]);
  });
});

describe('a calendar of 5,000 events', () => {
  it('is worked out once, whatever is asked of it afterwards', () => {
    const rules = ['RRULE:FREQ=WEEKLY;INTERVAL=2', 'RRULE:FREQ=WEEKLY', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=5', '', ''];
    const lines = Array.from({ length: 5000 }, (_, index) => {
      const start = day('2026-01-05')
        .add({ days: index % 300 })
        .toString()
        .replaceAll('-', '');
      const rule = rules[index % rules.length] ?? '';
      return [
        'BEGIN:VEVENT',
        `UID:${index}`,
        `SUMMARY:Atelier ${index}`,
        `DTSTART:${start}T140000`,
        'DURATION:PT1H',
        ...(rule === '' ? [] : [rule]),
        'END:VEVENT',
      ];
    }).flat();
    const { events, faults } = readCalendarFile(file(...lines), zone);
    expect(faults).toMatchObject([{ code: 'calendar-start-odd', message: expect.stringContaining('séries') }]);
    expect(events).toHaveLength(5000);
    const calendars = events.map(({ when }) => when).filter((when) => when.type === 'calendar');
    expect(calendars).toHaveLength(2000);
    const programme = (iso: string) => {
      const at = Temporal.ZonedDateTime.from(`${iso}[Europe/Paris]`);
      for (const { when } of events) {
        occursOn(when, at.toPlainDate());
        boundariesToday(when, at);
      }
    };
    const work = () => calendars.reduce((sum, when) => sum + expansionsOf(when), 0);
    programme('2026-05-05T09:00');
    const once = work();
    expect(once).toBeLessThanOrEqual(calendars.length * 3);
    for (const hour of ['2026-05-05T10:00', '2026-05-05T14:30', '2026-05-05T23:59']) programme(hour);
    expect(work()).toBe(once);
    for (const hour of ['2026-05-06T00:00', '2026-05-07T09:00', '2026-05-14T09:00', '2026-06-14T09:00'])
      programme(hour);
    expect(work()).toBeLessThanOrEqual(calendars.length * 3);
  });
});
