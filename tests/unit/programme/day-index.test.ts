import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { itemsOfDay } from '../../../main/programme/day-index.ts';
import { event, rule, text } from '../../support/items.ts';

const noon = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '12:00' });

it('what matters on a day is worked out once, and not kept for a year', () => {
  const first = Temporal.PlainDate.from('2031-05-05');
  const items = [event('Forum', { when: rule('2031-05-05') }), text('Bienvenue')];
  const catalogue = { items, problems: [] };
  const today = itemsOfDay(catalogue, noon(first), '');
  expect(today).toEqual(items);
  expect(itemsOfDay(catalogue, noon(first), '')).toBe(today);
  for (let days = 1; days < 60; days += 1) itemsOfDay(catalogue, noon(first.add({ days })), '');
  const again = itemsOfDay(catalogue, noon(first), '');
  expect(again).not.toBe(today);
  expect(again).toEqual(today);
});
