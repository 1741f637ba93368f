import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { programmeOf, sharingProgrammes } from '../../../main/programme/screen-programme.ts';
import type { HourWindow, WhenRule } from '../../../main/when/when.ts';
import { event, exhibition, image, place, rule, tree, video } from '../../support/items.ts';
import { plainProgramme } from '../../support/plain-programme.ts';

const FIRST_DAY = Temporal.PlainDate.from('2026-03-26');
const day = fc.nat(12).map((days) => FIRST_DAY.add({ days }));
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
const when = fc.option(fc.oneof(byDays, byWeekdays));
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
    make: fc.constantFrom('event', 'tree', 'exhibition', 'image', 'video', 'alert'),
  })
  .map(({ when, screens, told, n, make }): CatalogueItem => {
    const fields = { when, screens, ...told, id: `${make} ${n}`, source: `${make} ${n}.md` };
    // Few titles, so that posters say what events say.
    const title = `Forum ${n % 4}`;
    if (make === 'event') return event(title, { ...fields, town: `Ville ${n % 3}` });
    if (make === 'tree') return tree(title, fields);
    if (make === 'exhibition') return exhibition(title, fields);
    if (make === 'video') return video(title, fields);
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
      const programmeFor = sharingProgrammes();
      let now = { items, problems: [] };
      for (const { instant, screen, changed } of looks) {
        if (changed) now = { ...now, items: [...now.items.filter(({ id }) => id !== changed.id), changed] };
        const source = { catalogue: now, site: { place: where } };
        const found = programmeOf(programmeFor(source, { instant, trusted: true }, screen));
        const rules = named.find(({ name }) => name.toLowerCase() === screen.toLowerCase());
        const plain = plainProgramme(
          now,
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
