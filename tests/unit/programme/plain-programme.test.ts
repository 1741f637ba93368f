import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { programmeOf, sharingProgrammes } from '../../../main/programme/screen-programme.ts';
import { dayNumber } from '../../../main/when/day-number.ts';
import type { HourWindow, WhenCalendar, WhenRule } from '../../../main/when/when.ts';
import { absence, countdown, event, exhibition, image, menu, place, rule, tree, video } from '../../support/items.ts';
import { plainProgramme } from '../../support/plain-programme.ts';

const FIRST_DAY = Temporal.PlainDate.from('2026-03-26');
/** Mostly days about those that are asked for; also such as lie just within what the wall looks ahead, and far beyond it. */
const day = fc.oneof(fc.nat(12), fc.nat(12), fc.integer({ min: -40, max: 110 })).map((days) => FIRST_DAY.add({ days }));
const time = fc.nat(47).map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
const window: fc.Arbitrary<HourWindow> = fc.oneof(
  fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
  time.map((from) => ({ from, to: null, startOnly: true as const })),
);
const hours = fc.uniqueArray(window, { maxLength: 2, selector: ({ from }) => from });
const byDays = fc
  .record({ from: day, days: fc.nat(4), hours })
  .map(({ from, days, hours }) => rule(from.toString(), from.add({ days }).toString(), hours));
const byWeekdays = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), hours })
  .map(({ weekday, hours }): WhenRule => ({ ...rule(null, null, hours), weekdays: [{ weekday }] }));
/** What a calendar file says once, over midnight as well; and what it says to come back on some days of the week. */
const byCalendar = fc
  .record({ from: day, minute: fc.nat(47), minutes: fc.constantFrom(60, 600, 1_440), weekly: fc.boolean() })
  .map(({ from, minute, minutes, weekly }): WhenCalendar => {
    const start = dayNumber(from.toString()) * 1_440 + minute * 30;
    const strand = {
      start,
      allDay: false,
      minutes,
      rules: [{ frequency: 'WEEKLY' as const, interval: 2, weekStart: 1, last: null }],
    };
    return {
      type: 'calendar',
      place: 'Europe/Paris',
      strands: weekly ? [strand] : [],
      once: weekly ? [] : [{ from: start, to: start + minutes, allDay: false }],
      recurrence: null,
      label: 'du calendrier',
    };
  });
const when = fc.option(fc.oneof(byDays, byWeekdays, byCalendar));
const screens = fc.option(fc.subarray(['hall', 'cdi'], { minLength: 1 }), { freq: 2 });

const told = fc.oneof(
  fc.constant({}),
  fc.constant({ announced: true as const }),
  fc.constant({ status: { kind: 'cancelled' as const, label: 'Annulé' } }),
);

const item = fc
  .record({
    when,
    screens,
    told,
    n: fc.nat(30),
    on: day,
    make: fc.constantFrom('event', 'tree', 'exhibition', 'image', 'video', 'alert', 'menu', 'absence', 'countdown'),
  })
  .map(({ when, screens, told, n, on, make }): CatalogueItem => {
    const fields = { when, screens, ...told, id: `${make} ${n}`, source: `${make} ${n}.md` };
    // Few titles, so that posters say what events say.
    const title = `Forum ${n % 4}`;
    if (make === 'event') return event(title, { ...fields, town: `Ville ${n % 3}` });
    if (make === 'tree') return tree(title, fields);
    if (make === 'exhibition') return exhibition(title, fields);
    if (make === 'video') return video(title, fields);
    if (make === 'menu') return menu(title, on.toString(), { screens, id: fields.id });
    if (make === 'absence' && when !== null) return absence(title, { when, screens, id: fields.id });
    if (make === 'countdown')
      return { ...countdown(title, rule(on.toString(), on.toString(), [{ from: '14:00', to: null }])), id: fields.id };
    // Alerts are rare: while one is there, nothing else is on the wall.
    if (make === 'alert' && n < 5)
      return { ...image(title, { when, screens, id: fields.id, source: fields.source }), kind: 'alert' };
    return image(title, fields);
  });
const catalogue = fc.uniqueArray(item, { maxLength: 10, selector: ({ id }) => id });
const instant = fc.nat(12 * 24 * 4).map((quarters) =>
  FIRST_DAY.toZonedDateTime('Europe/Paris')
    .add({ minutes: quarters * 15 })
    .toInstant(),
);
const named = [
  { name: 'Hall', town: 'ville 1', lit: null },
  { name: 'CDI', town: null, lit: rule(null, null, [{ from: '08:00', to: '18:00' }]) },
];

test('what is remembered, shared and looked up gives the programme that is made from nothing, for any catalogue, instants and screens', () => {
  const where = { ...place, screens: named };
  const look = fc.record({ instant, screen: fc.constantFrom('hall', 'Cdi', 'autre', ''), changed: fc.option(item) });
  fc.assert(
    fc.property(catalogue, fc.array(look, { minLength: 1, maxLength: 5 }), (items, looks) => {
      const programmeFor = sharingProgrammes().now;
      let now = { items, problems: [] };
      // All of them first: a programme that is made from nothing would be the one before of the next one.
      const made = looks.map(({ instant, screen, changed }) => {
        if (changed) now = { ...now, items: [...now.items.filter(({ id }) => id !== changed.id), changed] };
        const source = { catalogue: now, site: { place: where } };
        const found = programmeOf(programmeFor(source, { instant, trusted: true }, screen));
        return { found, instant, screen, catalogue: now };
      });
      for (const { found, instant, screen, catalogue } of made) {
        const rules = named.find(({ name }) => name.toLowerCase() === screen.toLowerCase());
        const plain = plainProgramme(
          catalogue,
          instant.toZonedDateTimeISO('Europe/Paris'),
          rules ?? { name: screen, town: null, lit: null },
          where,
        );
        expect(found).toEqual(plain);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
