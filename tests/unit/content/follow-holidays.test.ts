import { expect, test } from 'vitest';
import { followHolidays } from '../../../main/content/follow-holidays.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { defaultSite } from '../../../main/settings/site.ts';
import type { Closure } from '../../../main/when/school-holidays.ts';
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

const base = { title: 'x', screens: null, order: null, modifiedMs: 0, serial: 0 };
const calendar = (closures: readonly Closure[], source = 'vacances.ics'): CatalogueItem => ({
  ...base,
  id: source,
  source,
  when: null,
  kind: 'holidays',
  closures,
});
const menu = (day: string): CatalogueItem => ({
  ...base,
  id: day,
  source: 'menu.xlsx',
  when: rule(day),
  kind: 'menu',
  day,
  meal: 'lunch',
  isOnly: true,
  courses: [{ dishes: ['Colin'] }],
});
const AUTUMN: Closure = { from: '2026-10-17', to: '2026-11-01', zones: ['A', 'B', 'C'] };
const WINTER_A: Closure = { from: '2027-02-13', to: '2027-02-28', zones: ['A'] };
const WINTER_B: Closure = { from: '2027-02-20', to: '2027-03-07', zones: ['B'] };
const rangesOf = (items: readonly CatalogueItem[]) =>
  items.flatMap(({ when }) => (when?.type === 'rule' ? when.except.ranges.map(({ from }) => from) : []));

test('the holidays of a calendar are known as if the settings said them, and go on where these end', () => {
  const club = event('Club', { when: asking });
  const alone = followHolidays([club, calendar([AUTUMN])], defaultSite);
  expect(rangesOf(alone.items)).toEqual(['2026-10-17']);
  expect(alone.site.place.holidays?.until).toBe('2026-11-01');
  const both = followHolidays([club, calendar([AUTUMN, WINTER_A, WINTER_B])], known);
  expect(rangesOf(both.items)).toEqual([
    ...holidaysOfZone('B').ranges.map(({ from }) => from),
    '2026-10-17',
    '2027-02-20',
  ]);
  expect(both.problems.map(({ code, advice }) => [code, advice.includes('vacances.ics')])).toEqual([
    ['date-holidays-end', true],
  ]);
});

test('the same calendar gives the same settings, so that programmes are not made anew', () => {
  const first = followHolidays([calendar([AUTUMN])], known).site;
  expect(followHolidays([calendar([AUTUMN])], known).site).toBe(first);
});

test('of several zones, only what all of them share is followed until the settings say the zone', () => {
  const { site, problems } = followHolidays([calendar([AUTUMN, WINTER_A, WINTER_B])], defaultSite);
  expect(site.place.holidays?.ranges).toEqual([{ from: AUTUMN.from, to: AUTUMN.to }]);
  expect(codes(problems)).toEqual(['holidays-zones']);
});

test('the calendar of another zone than that of the settings is told, and not followed', () => {
  const { site, problems } = followHolidays([calendar([WINTER_A])], known);
  expect(site.place.holidays).toBe(known.place.holidays);
  expect(codes(problems)).toEqual(['holidays-other-zone']);
});

test('menus of days without school are not shown, and it is told which', () => {
  const days = ['2026-10-16', '2026-10-19', '2026-11-11', '2026-11-12'];
  const { items, problems } = followHolidays([...days.map(menu), calendar([AUTUMN])], defaultSite);
  expect(items.flatMap((item) => (item.kind === 'menu' ? [item.day] : []))).toEqual(['2026-10-16', '2026-11-12']);
  expect(problems).toMatchObject([{ file: 'menu.xlsx', code: 'menu-closed-day', about: 'dropped' }]);
  expect(problems[0]?.message).toContain('le lundi 19 octobre et le mercredi 11 novembre');
});
