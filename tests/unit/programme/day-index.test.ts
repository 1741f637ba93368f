import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { atOnce } from '../../../main/lib/steps.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { itemsOfDay } from '../../../main/programme/day-index.ts';
import { event, rule, text } from '../../support/items.ts';

const itemsFor = (...asked: Parameters<typeof itemsOfDay>) => atOnce(itemsOfDay(...asked));
const noon = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '12:00' });

it('what matters on a day is worked out once, and not kept for a year', () => {
  const first = Temporal.PlainDate.from('2031-05-05');
  const items = [event('Forum', { when: rule('2031-05-05') }), text('Bienvenue')];
  const catalogue = { items, problems: [] };
  const today = itemsFor(catalogue, noon(first), '');
  expect(today).toEqual(items);
  expect(itemsFor(catalogue, noon(first), '')).toBe(today);
  for (let days = 1; days < 60; days += 1) itemsFor(catalogue, noon(first.add({ days })), '');
  const again = itemsFor(catalogue, noon(first), '');
  expect(again).not.toBe(today);
  expect(again).toEqual(today);
});

it('a catalogue that differs a little from the one before has all that matters on the day, in its order', () => {
  const at = noon(Temporal.PlainDate.from('2031-05-05'));
  const [first, second, third] = [text('Un'), text('Deux'), text('Trois')];
  const past = event('Passé', { when: rule('2030-01-01') });
  const names = (items: readonly CatalogueItem[], screen = '') =>
    itemsFor({ items, problems: [] }, at, screen).map(({ title }) => title);
  expect(names([first, past, third])).toEqual(['Un', 'Trois']);
  expect(names([first, past, second, third])).toEqual(['Un', 'Deux', 'Trois']);
  expect(names([past, second, third])).toEqual(['Deux', 'Trois']);
  const own = { ...second, screens: ['cdi'] };
  expect(names([past, own, third, first])).toEqual(['Trois', 'Un']);
  expect(names([past, own, third, first], 'CDI')).toEqual(['Deux', 'Trois', 'Un']);
  expect(names([{ ...own, screens: [] }, third])).toEqual(['Trois']);
});
