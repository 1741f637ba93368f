/**
 * What a programme costs once its catalogue has changed by one item, with 10 to 10,000 items and with 5,000 events that come back
 * every day; 2,000 screens of which each has something of its own; and for how long the service answers nobody while a
 * calendar of 5,000 such events is dropped.
 *
 * What would make it lie: a catalogue that is asked again without a change (what is remembered of it would be measured); items that are
 * all over or all to come (half of them are of one day within a year, and half have no date); an oracle that is as fast (it is in
 * the tests, and makes the same programmes); a client that is late itself (it asks for a page that costs nothing).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { programmeAt } from '../../../main/programme/programme-at.ts';
import { sharingProgrammes } from '../../../main/programme/screen-programme.ts';
import { event, place, rule, screen, text } from '../../support/items.ts';
import { createFolders, startService } from '../../support/service.ts';
import type { Aim, Bench, Measured, Row } from '../row.ts';

export const row: Row = {
  name: 'programme',
  notShown:
    'The reading of the files; the first programme of a catalogue, which is prepared in turns of the event loop.',
  run: benchProgramme,
};

const AT = Temporal.ZonedDateTime.from('2026-05-05T10:10[Europe/Paris]');
const MONDAY = Temporal.PlainDate.from('2026-01-05');
const hours = (n: number) => [
  { from: `${String(8 + (n % 10)).padStart(2, '0')}:00`, to: null, startOnly: true as const },
];

/** Texts without a date, and as many events of one day each. */
const mixed = (n: number): CatalogueItem =>
  n % 2 === 0
    ? text(`Note ${n}`)
    : event(`Forum ${n}`, { when: rule(MONDAY.add({ days: n % 365 }).toString(), undefined, hours(n)) });
const daily = (n: number): CatalogueItem =>
  event(`Atelier ${n}`, { when: rule(MONDAY.toString(), null, hours(n)), town: `Ville ${n % 7}` });
const list = (count: number, make: (n: number) => CatalogueItem) => Array.from({ length: count }, (_, n) => make(n));

async function benchProgramme(bench: Bench): Promise<Measured[]> {
  const rounds = bench.rounds(20);
  const sizes = [10, 100, 1_000, 10_000].map((count) => ({ count, values: costs(list(count, mixed), rounds) }));
  const hundred = sizes.find(({ count }) => count === 100)?.values ?? [];
  return [
    ...sizes.map(({ count, values }) => ({
      what: `one of ${count.toLocaleString('en')} items changes: programme and next change`,
      unit: 'ms' as const,
      values,
      ...(count < 1_000
        ? { against: null, aims: [] }
        : {
            against: `100 items, ${count / 100} times`,
            reference: hundred.map((ms) => (ms * count) / 100),
            aims: [{ of: 'ratio', most: 1 }, ...(count === 1_000 ? [{ of: 'median', most: 5 }] : [])] as Aim[],
          }),
    })),
    line('one of 5,000 events of every day changes', costs(list(5_000, daily), rounds), [{ of: 'median', most: 50 }]),
    line('2,000 screens with something of their own: the programme of one', ofScreens(), [{ of: 'p95', most: 50 }]),
    line(
      'a calendar of 5,000 daily events is dropped: longest silence',
      [await silence()],
      [{ of: 'worst', most: 50 }],
    ),
  ];
}

const line = (what: string, values: readonly number[], aims: readonly Aim[]): Measured => ({
  ...{ what, against: null, unit: 'ms', values, aims },
});

function costs(initial: readonly CatalogueItem[], rounds: number): number[] {
  let items = initial;
  const once = (round: number) => {
    items = items.map((item, n) => (n === (round * 7) % items.length ? { ...item, title: `Autre ${round}` } : item));
    const begun = performance.now();
    programmeAt({ items, problems: [] }, AT, screen, place);
    return performance.now() - begun;
  };
  for (let round = 0; round < 5; round += 1) once(round);
  return Array.from({ length: rounds }, (_, round) => once(round + 5));
}

function ofScreens(): number[] {
  const own = list(2_000, (n) => text(`Affiche ${n}`, { screens: [`ecran ${n}`] }));
  const screens = own.map((_, n) => ({ name: `Écran ${n}`, town: null, lit: null }));
  const source = {
    catalogue: { items: [...list(1_000, mixed), ...own], problems: [] },
    site: { place: { ...place, screens } },
  };
  const share = sharingProgrammes().now;
  return screens.map(({ name }) => {
    const begun = performance.now();
    share(source, { instant: AT.toInstant(), trusted: true }, name);
    return performance.now() - begun;
  });
}

/** The longest time without an answer, milliseconds, from the drop until the programme tells of the calendar. */
async function silence(): Promise<number> {
  const folders = await createFolders();
  await folders.write('Bienvenue.md', '# Bienvenue\n');
  const service = await startService(folders);
  try {
    await folders.write('cours.ics', calendar());
    let longest = 0;
    for (let until = performance.now() + 15_000; performance.now() < until; await pause(5)) {
      const begun = performance.now();
      await (await fetch(new URL('rien', service.url))).arrayBuffer();
      longest = Math.max(longest, performance.now() - begun);
    }
    if ((await service.health()).items < 5_000) throw new Error('the calendar was not read');
    return longest;
  } finally {
    await service.stop();
    await folders.dispose();
  }
}

function calendar(): string {
  const events = Array.from({ length: 5_000 }, (_, n) => [
    ...['BEGIN:VEVENT', `UID:${n}`, `SUMMARY:Atelier ${n}`, `DTSTART:20260105T${hours(n)[0]?.from.replace(':', '')}00`],
    ...['DURATION:PT1H', 'RRULE:FREQ=DAILY', 'END:VEVENT'],
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
}
