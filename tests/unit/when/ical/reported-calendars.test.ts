import { describe, expect, it } from 'vitest';
import { calendar, event, half, zoneOf } from './calendar-lines.ts';
import { wallOf } from './wall.ts';

const may = (file: string) => wallOf(file, '2026-05-01', '2026-05-31');
const at = 'TZID=Europe/Paris:';
const start = [`DTSTART;${at}20260505T140000`, 'DURATION:PT1H'];
const weekly = [...start, 'RRULE:FREQ=WEEKLY;COUNT=4'];
const newYork = ['DTSTART;TZID=America/New_York:20260505T080000', 'DURATION:PT1H'];
const shown = (title: string, hours: string, ...days: number[]) =>
  days.map((day) => `05-${String(day).padStart(2, '0')} ${title} · ${hours}`);
const club = (...days: number[]) => shown('Club', '14:00-15:00', ...days);
const [summer, winter] = ['BYMONTH=4;BYDAY=1SU', 'BYMONTH=10;BYDAY=-1SU'];

type Row = readonly [name: string, lines: readonly string[], right: readonly string[], told?: readonly string[]];

const joined = ['END:VCALENDAR', 'BEGIN:VCALENDAR'];
const fixed = (offset: string) => zoneOf('Mine', half('STANDARD', '19700101T000000', offset, offset));

/** Seen in ical.net, ics-parser, node-ical, icalendar: exports that were joined in one file. */
const files: readonly Row[] = [
  [
    'a zone is described twice, once for each calendar',
    [
      ...fixed('+0200'),
      ...event(1, 'Club', 'DTSTART;TZID=Mine:20260505T140000', 'DURATION:PT1H'),
      ...joined,
      ...fixed('-0400'),
      ...event(2, 'Club', 'DTSTART;TZID=Mine:20260506T080000', 'DURATION:PT1H'),
    ],
    club(5, 6),
  ],
  [
    'only the second calendar cancels',
    [...event(1, 'Club', ...start), ...joined, 'METHOD:CANCEL', ...event(2, 'Sortie', ...start)],
    club(5),
    ['calendar-cancelled'],
  ],
  [
    'only the first calendar has a zone of its own',
    [
      'X-WR-TIMEZONE:America/New_York',
      ...event(1, 'Appel', 'DTSTART:20260505T120000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      ...joined,
      'X-WR-TIMEZONE:Europe/Paris',
      ...event(2, 'Club', 'DTSTART:20260106T130000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;UNTIL=20260512T120000Z'),
    ],
    ['05-05 Appel · 14:00-15:00', '05-05 Club · 14:00-15:00', '05-12 Appel · 14:00-15:00', '05-12 Club · 14:00-15:00'],
    ['calendar-zone-own', 'calendar-zone-own'],
  ],
  [
    'two files are joined where the first one has no line end',
    [
      'METHOD:PUBLISH',
      ...event(1, 'Club', ...start),
      'END:VCALENDARBEGIN:VCALENDAR',
      'METHOD:CANCEL',
      ...event(2, 'Sortie', ...start),
    ],
    club(5),
    ['calendar-cancelled'],
  ],
  [
    'two events are joined on one line',
    [...event(1, 'Club', ...start).slice(0, -1), 'END:VEVENTBEGIN:VEVENT', ...event(2, 'Sortie', ...start).slice(1)],
    [...club(5), ...shown('Sortie', '14:00-15:00', 5)],
  ],
  [
    'names are typed with a blank before the colon',
    ['BEGIN:VEVENT', 'UID : 1', 'SUMMARY : Club', 'DTSTART : 20260505T140000', 'DURATION : PT1H', 'END:VEVENT'],
    club(5),
  ],
  [
    'letters are lost to the control characters of Word',
    event(1, 'Club\x0bphoto', ...start),
    shown('Club photo', '14:00-15:00', 5),
  ],
  [
    'nobody has given a title',
    event(1, '(Sans titre)', ...start, 'LOCATION:CDI'),
    ['05-05 CDI · 14:00-15:00 · CDI'],
    ['calendar-no-title'],
  ],
  ['parameters have blanks around them', event(1, 'Club', 'DTSTART; VALUE = DATE:20260505'), shown('Club', 'jour', 5)],
  [
    'signs are escaped twice',
    event(1, 'Club\\\\, salle 3\\\\; étage', ...start),
    shown('Club, salle 3; étage', '14:00-15:00', 5),
  ],
  [
    'the signs of a rule are escaped as those of a text',
    event(1, 'Club', ...start, 'RRULE:FREQ=WEEKLY\\;BYDAY=TU\\,TH\\;COUNT=3'),
    club(5, 7, 12),
  ],
  [
    'an older revision of another title is told',
    [...event(1, 'Club', ...start, 'SEQUENCE:1'), ...event(1, 'Sortie', ...start, 'SEQUENCE:0')],
    club(5),
    ['calendar-version'],
  ],
];

const odd = zoneOf(
  'Mine',
  half('DAYLIGHT', '19970406T020000', '-0500', '-0400', summer),
  half('STANDARD', '19971026T020000', '-0400', '-0500', winter),
);

const zones: readonly Row[] = [
  [
    'a zone described for one year alone',
    [
      ...zoneOf(
        'Mine',
        half('DAYLIGHT', '20260329T020000', '+0100', '+0200'),
        half('STANDARD', '20261025T030000', '+0200', '+0100'),
      ),
      ...event(1, 'Club', 'DTSTART;TZID=Mine:20260505T140000', 'DURATION:PT1H'),
    ],
    club(5),
  ],
  [
    'a series since winter in a zone whose clocks are changed on other Sundays than any',
    [...odd, ...event(1, 'Club', 'DTSTART;TZID=Mine:20260106T080000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY')],
    club(5, 12, 19, 26),
    ['calendar-zone-guessed'],
  ],
  [
    'an event of summer after one of winter in such a zone',
    [
      ...odd,
      ...event(1, 'Vœux', 'DTSTART;TZID=Mine:20260106T080000', 'DURATION:PT1H'),
      ...event(2, 'Club', 'DTSTART;TZID=Mine:20260505T080000', 'DURATION:PT1H'),
    ],
    club(5),
    ['calendar-zone-guessed'],
  ],
  [
    'offsets with a colon',
    [...fixed('-04:00'), ...event(1, 'Club', 'DTSTART;TZID=Mine:20260505T080000', 'DURATION:PT1H')],
    club(5),
  ],
  [
    'a name of its own, with the place beside it',
    [
      ...zoneOf('Mine', ['X-LIC-LOCATION:America/New_York']),
      ...event(1, 'Club', 'DTSTART;TZID=Mine:20260505T080000', 'DURATION:PT1H'),
    ],
    club(5),
  ],
  ...['America/New_York\0\0\0\0\0', 'US-Eastern'].map(
    (zone): Row => [
      `a zone called ${JSON.stringify(zone)}`,
      event(1, 'Club', `DTSTART;TZID=${zone}:20260505T080000`, 'DURATION:PT1H'),
      club(5),
    ],
  ),
  [
    'universal time by its whole name',
    event(1, 'Club', 'DTSTART;TZID=Coordinated Universal Time (UTC):20260505T120000', 'DURATION:PT1H'),
    club(5),
  ],
  [
    'summer time of New York by its short name',
    event(1, 'Club', 'DTSTART;TZID=EDT:20260505T080000', 'DURATION:PT1H'),
    club(5),
    ['calendar-zone-guessed'],
  ],
];

const series: readonly Row[] = [
  [
    'a date taken out that names no zone is of the zone of its series',
    event(1, 'Club', ...newYork, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20260512T080000'),
    club(5, 19, 26),
  ],
  [
    'a date added that names no zone is of the zone of its series',
    event(1, 'Club', ...newYork, 'RDATE:20260512T080000'),
    club(5, 12),
  ],
  [
    'an edit that names no zone is of the zone of its series',
    [
      ...event(1, 'Club', ...newYork, 'RRULE:FREQ=WEEKLY;COUNT=4'),
      ...event(1, 'Club', 'RECURRENCE-ID:20260512T080000', 'DTSTART:20260513T140000', 'DURATION:PT1H').map((line) =>
        line.replace('DTSTART:20260513T140000', 'DTSTART;TZID=America/New_York:20260513T080000'),
      ),
    ],
    club(5, 13, 19, 26),
  ],
  [
    'a date taken out as a period',
    event(1, 'Club', ...weekly, 'EXDATE;VALUE=PERIOD:20260512T120000Z/PT1H'),
    club(5, 19, 26),
  ],
  [
    'one date is cancelled without a start of its own',
    [...event(1, 'Club', ...weekly), ...event(1, 'Club', `RECURRENCE-ID;${at}20260512T140000`, 'STATUS:CANCELLED')],
    club(5, 19, 26),
  ],
  [
    'one date has another title, and no start of its own',
    [...event(1, 'Club', ...weekly), ...event(1, 'Finale', `RECURRENCE-ID;${at}20260512T140000`)],
    [...club(5), ...shown('Finale', '14:00-15:00', 12), ...club(19, 26)],
  ],
  [
    'dates of a list, changed from one of them on',
    [
      ...event(1, 'Club', ...start, `RDATE;${at}20260512T140000,20260519T140000,20260526T140000`),
      ...event(
        1,
        'Club',
        `RECURRENCE-ID;RANGE=THISANDFUTURE;${at}20260519T140000`,
        `DTSTART;${at}20260519T160000`,
        'DURATION:PT2H',
      ),
    ],
    [...club(5, 12), ...shown('Club', '16:00-18:00', 19, 26)],
  ],
  [
    'one date and all before it: that one alone, and told',
    [
      ...event(1, 'Club', ...weekly),
      ...event(
        1,
        'Club',
        `RECURRENCE-ID;RANGE=THISANDPRIOR;${at}20260512T140000`,
        `DTSTART;${at}20260513T140000`,
        'DURATION:PT1H',
      ),
    ],
    club(5, 13, 19, 26),
    ['calendar-dates-unread'],
  ],
  [
    'a series that ends before it starts is off, and told',
    event(1, 'Club', ...start, 'RRULE:FREQ=WEEKLY;UNTIL=20260430T120000Z'),
    [],
    ['calendar-over-before'],
  ],
  [
    'a series until its own first day, earlier on',
    event(1, 'Club', ...start, 'RRULE:FREQ=WEEKLY;UNTIL=20260505T000000Z'),
    club(5),
  ],
  [
    'a feast of which no year is known',
    event(1, 'Sainte-Zoé', 'DTSTART;VALUE=DATE;X-APPLE-OMIT-YEAR=1604:16040502', 'RRULE:FREQ=YEARLY'),
    shown('Sainte-Zoé', 'jour', 2),
  ],
  [
    'whole days said in universal time, since winter',
    event(
      1,
      'Banalisé',
      'DTSTART:20260112T230000Z',
      'DTEND:20260113T230000Z',
      'RRULE:FREQ=WEEKLY;UNTIL=20260513T000000Z',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    ),
    shown('Banalisé', 'jour', 5, 12),
  ],
  [
    'whole days by the word of another Outlook',
    event(
      1,
      'Banalisé',
      'DTSTART:20260505T000000Z',
      'DTEND:20260506T000000Z',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    ),
    shown('Banalisé', 'jour', 5),
  ],
];

describe('a calendar that was read wrongly once', () => {
  const rows = [...files, ...zones, ...series, ...guesses, ...rules].map(([name, lines, right, told = []]) => ({
    name,
    lines,
    right,
    told,
  }));
  it.each(rows)('$name', ({ lines, right, told }) => {
    const wall = may(calendar(...lines));
    expect(wall.shown).toEqual(right);
    expect(wall.told).toEqual(told);
  });

  it('that stops before its end is told, once', () => {
    const file = calendar(...event(1, 'Club', ...start));
    expect(may(file.replace('END:VCALENDAR', ''))).toMatchObject({ shown: club(5), told: ['calendar-cut'] });
    const cut = calendar(...event(1, 'Club', ...start), 'BEGIN:VEVENT', 'UID:2').replace('END:VCALENDAR', '');
    expect(may(cut)).toMatchObject({ shown: club(5), told: ['calendar-event-cut'] });
  });
});

/** What takes a guess: it is shown as it is most likely meant, and told. */
const guesses: readonly Row[] = [
  [
    'a whole day as two midnights of universal time, with no word that says so',
    event(1, 'Sortie', 'DTSTART:20260505T000000Z', 'DTEND:20260506T000000Z'),
    shown('Sortie', 'jour', 5),
    ['calendar-utc-day'],
  ],
  [
    'three days from midnight to midnight of universal time',
    event(1, 'Sortie', 'DTSTART:20260505T000000Z', 'DURATION:P3D'),
    shown('Sortie', 'jour', 5, 6, 7),
    ['calendar-utc-day'],
  ],
  [
    'a day that ends at the midnight of universal time at which it begins',
    event(1, 'Sortie', 'DTSTART:20260505T000000Z', 'DTEND:20260505T000000Z'),
    shown('Sortie', 'jour', 5),
    ['calendar-utc-day'],
  ],
  [
    'an evening that ends at the midnight of universal time',
    event(1, 'Nuit', 'DTSTART:20260505T180000Z', 'DTEND:20260506T000000Z'),
    shown('Nuit', '20:00-02:00', 5),
  ],
  [
    'a date taken out with the hour of its series, called universal time',
    event(1, 'Club', ...weekly, 'EXDATE:20260512T140000Z'),
    club(5, 19, 26),
    ['calendar-date-local'],
  ],
  [
    'a time that names a zone and is called universal time',
    event(1, 'Club', 'DTSTART;TZID=Europe/Paris:20260505T120000Z', 'DURATION:PT1H'),
    club(5),
    ['calendar-zone-twice'],
  ],
  [
    'a time that names no zone, in a calendar of another one',
    ['X-WR-TIMEZONE:America/New_York', ...event(1, 'Club', 'DTSTART:20260505T140000', 'DURATION:PT1H')],
    club(5),
    ['calendar-zone-floating'],
  ],
  [
    'a first date that its rule does not give',
    event(1, 'Club', ...start, 'RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3'),
    club(5, 7, 14, 21),
    ['calendar-start-odd'],
  ],
  ['an event that is not confirmed', event(1, 'Club', ...start, 'STATUS:TENTATIVE'), club(5), ['calendar-tentative']],
  [
    'a zone with the next parameter inside its quotes',
    [
      ...zoneOf('local', half('STANDARD', '19700101T000000', '-0400', '-0400')),
      ...event(1, 'Club', 'DTSTART;TZID="local;VALUE=DATE-TIME":20260505T080000', 'DURATION:PT1H'),
    ],
    club(5),
  ],
  [
    'a tab and a carriage return as in a program',
    event(1, 'Club\\tphoto\\r\\n', ...start),
    shown('Club photo', '14:00-15:00', 5),
  ],
];

const monthly = (start: string, rule: string) => event(1, 'Bilan', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`);
const old = (rule: string) => event(1, 'Club', 'DTSTART:20260505T140000', 'DTEND:20260505T150000', `RRULE:${rule}`);

/** Seen in vobject, ical4j, python-recurring-ical-events; rules of RFC 7529 and of vCalendar 1.0. */
const rules: readonly Row[] = [
  ['an hour without its minutes', event(1, 'Club', 'DTSTART:20260505T14', 'DTEND:20260505T15'), club(5)],
  [
    'minutes without their T',
    event(1, 'Club', 'DTSTART:20260505T140000', 'DURATION:P90M'),
    shown('Club', '14:00-15:30', 5),
  ],
  ['days of the week in three letters', event(1, 'Club', ...start, 'RRULE:FREQ=WEEKLY;BYDAY=TUE;COUNT=2'), club(5, 12)],
  [
    'a start inside the rule',
    event(1, 'Club', ...start, 'RRULE:FREQ=WEEKLY;DTSTART=20260505T120000Z;COUNT=2'),
    club(5, 12),
  ],
  [
    'days that months do not have go to the last one',
    monthly('20260131', 'RSCALE=GREGORIAN;FREQ=MONTHLY;INTERVAL=4;SKIP=BACKWARD'),
    shown('Bilan', 'jour', 31),
  ],
  [
    'days that months do not have go to the first of the next one',
    monthly('20260131', 'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=31'),
    shown('Bilan', 'jour', 1, 31),
  ],
  [
    'days that would go to a month that is not reached: the first date alone, and told',
    monthly('20260531', 'RSCALE=GREGORIAN;FREQ=MONTHLY;INTERVAL=2;SKIP=FORWARD'),
    shown('Bilan', 'jour', 31),
    ['calendar-recurrence'],
  ],
  [
    'a rule of weeks has all of its days, whatever is said of others',
    event(1, 'Club', ...start, 'RRULE:RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=FORWARD;COUNT=2'),
    club(5, 12),
  ],
  ['old: every day until a day', old('D1 20260507T235959'), club(5, 6, 7)],
  ['old: every other week, on two days', old('W2 TU TH 20260522T000000'), club(5, 7, 19, 21)],
  ['old: each first Tuesday, for ever', old('MP1 1+ TU #0'), club(5)],
  ['old: the 5th and the last day', old('MD1 5 LD 20260601T000000'), club(5, 31)],
  [
    'old: two days that are counted: the first date alone, and told',
    old('W1 TU TH #5'),
    club(5),
    ['calendar-recurrence'],
  ],
];

describe('29 February of a year that has none', () => {
  const days = (skip: string) =>
    wallOf(calendar(...monthly('20240229', `FREQ=YEARLY;SKIP=${skip}`)), '2026-02-20', '2026-03-10');

  it.each([
    ['OMIT', []],
    ['BACKWARD', ['02-28 Bilan · jour']],
    ['FORWARD', ['03-01 Bilan · jour']],
  ])('%s', (skip, right) => {
    expect(days(skip)).toMatchObject({ shown: right, told: [] });
  });
});

describe('an edit of a series that was changed since', () => {
  const edit = (sequence: number) =>
    event(
      1,
      'Club',
      `RECURRENCE-ID;${at}20260526T140000`,
      `DTSTART;${at}20260527T140000`,
      'DURATION:PT1H',
      `SEQUENCE:${sequence}`,
    );
  const until = event(1, 'Club', ...start, 'RRULE:FREQ=WEEKLY;UNTIL=20260513T000000Z', 'SEQUENCE:2');

  it('is not shown where the series has nothing on its day any more, and told', () => {
    expect(may(calendar(...until, ...edit(1)))).toMatchObject({ shown: club(5, 12), told: ['calendar-stale'] });
  });

  it('is shown where it is the newer one', () => {
    expect(may(calendar(...until, ...edit(2)))).toMatchObject({ shown: club(5, 12, 27), told: [] });
  });
});

describe('what is not for the public', () => {
  it.each(['Occupé', 'Busy', 'Rendez-vous privé', 'Private Appointment', 'Absent(e) du bureau', 'LIBRE'])(
    '« %s » is no title of an event, and told',
    (title) => {
      const wall = may(calendar(...event(1, title, ...start), ...event(2, 'Club', ...start)));
      expect(wall).toMatchObject({ shown: club(5), told: ['calendar-busy'] });
    },
  );

  it('has a word of its own on the servers of Apple', () => {
    const wall = may(calendar(...event(1, 'Conseil', ...start, 'X-CALENDARSERVER-ACCESS:CONFIDENTIAL')));
    expect(wall).toMatchObject({ shown: [], told: ['calendar-private'] });
  });
});
