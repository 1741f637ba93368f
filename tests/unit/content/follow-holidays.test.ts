import { expect, test } from 'vitest';
import { followHolidays } from '../../../main/content/follow-holidays.ts';
import { defaultSite } from '../../../main/settings/site.ts';
import { holidaysOfZone } from '../../../main/when/school-holidays.ts';
import { event, rule } from '../../support/items.ts';

const asking = { ...rule(null), except: { ranges: [], weekdays: [], closed: ['school' as const] } };
const known = { ...defaultSite, place: { ...defaultSite.place, holidays: holidaysOfZone('B') } };
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

test('« sauf vacances » without known holidays is told, and nothing is taken out', () => {
  const items = [event('Club', { when: asking }), event('Forum', { when: rule('2026-05-05') })];
  const followed = followHolidays(items, defaultSite);
  expect(followed.items).toBe(items);
  expect(codes(followed.problems)).toEqual(['date-holidays']);
});

test('known holidays are taken out, and where they end is told', () => {
  const [club, again] = [0, 1].map(() => followHolidays([event('Club', { when: asking })], known));
  expect(club?.items[0]?.when).toMatchObject({ except: { ranges: holidaysOfZone('B').ranges } });
  expect(codes(club?.problems ?? [])).toEqual(['date-holidays-end']);
  const until = { ...asking, ranges: [{ from: null, to: '2026-06-30' }] };
  expect(followHolidays([event('Club', { when: until })], known).problems).toEqual([]);
  expect(again?.items[0]?.when).toEqual(club?.items[0]?.when);
});

test('lit hours leave them out, and the settings stay the same object while nothing changes', () => {
  const screens = [{ name: 'hall', town: null, lit: asking }];
  const site = { ...known, place: { ...known.place, screens } };
  const first = followHolidays([], site).site;
  expect(first.place.screens[0]?.lit).toMatchObject({ except: { ranges: holidaysOfZone('B').ranges } });
  expect(followHolidays([], site).site).toBe(first);
});
