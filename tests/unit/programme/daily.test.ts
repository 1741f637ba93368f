import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../main/contract.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import type { Meal } from '../../../main/programme/item.ts';
import { MEAL_ENDS } from '../../../main/programme/menu-at.ts';
import { programmeAt } from '../../../main/programme/programme-at.ts';
import { withHours } from '../../../main/when/french/hours.ts';
import { parseWhen } from '../../../main/when/french/parse-when.ts';
import type { WhenRule } from '../../../main/when/when.ts';
import { place, screen } from '../../support/items.ts';

const at = (time: string) => Temporal.PlainDateTime.from(time).toZonedDateTime('Europe/Paris');

function when(text: string): WhenRule {
  const read = parseWhen(text, { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-05-01') });
  if (!read.ok) throw new Error(text);
  return read.when;
}

const base = (id: string, days: WhenRule) => ({
  id,
  source: 'menu.xlsx',
  title: id,
  when: days,
  screens: null,
  order: null,
  modifiedMs: 0,
  serial: 0,
});

const menu = (day: string, meal: Meal, dish: string, modifiedMs = 0): CatalogueItem => ({
  ...base(`${day} ${meal} ${dish}`, withHours(when(day), [{ from: null, to: MEAL_ENDS[meal] }])),
  kind: 'menu',
  day,
  meal,
  isOnly: meal === 'lunch',
  courses: [{ dishes: [dish] }],
  modifiedMs,
});

const absence = (teacher: string, days: string, serial = 0): CatalogueItem => ({
  ...base(teacher, when(days)),
  kind: 'absence',
  teacher,
  serial,
});

function seen(items: readonly CatalogueItem[], time: string, where = place): string[] {
  const { slides } = programmeAt({ items, problems: [] }, at(time), screen, where);
  return slides.flatMap((slide: Slide) => {
    if (slide.kind === 'menu') return [`${slide.label}: ${slide.courses.flatMap(({ dishes }) => dishes).join(', ')}`];
    if (slide.kind !== 'absences') return [];
    return [
      `${slide.label}: ${slide.entries.map(({ teacher, hours, now }) => `${teacher} ${hours ?? 'journée'}${now ? '*' : ''}`.replaceAll('\u00a0', ' ')).join(', ')}`,
    ];
  });
}

const nextChange = (items: readonly CatalogueItem[], time: string) =>
  programmeAt({ items, problems: [] }, at(time), screen, place).nextChange?.slice(0, 16);

describe('the menu on the wall', () => {
  const week = [
    menu('2026-05-05', 'lunch', 'Colin'),
    menu('2026-05-06', 'lunch', 'Poulet'),
    menu('2026-05-11', 'lunch', 'Rôti'),
  ];

  it('is that of the day, and after the meal that of the next day of school', () => {
    expect(seen(week, '2026-05-05T08:00')).toEqual(['Aujourd’hui: Colin']);
    expect(nextChange(week, '2026-05-05T08:00')).toBe('2026-05-05T14:00');
    expect(seen(week, '2026-05-05T14:00')).toEqual(['Demain: Poulet']);
    expect(seen(week, '2026-05-06T00:00')).toEqual(['Aujourd’hui: Poulet']);
    expect(seen(week, '2026-05-06T15:00')).toEqual(['Lundi: Rôti']);
    expect(seen(week.slice(2), '2026-05-05T15:00')).toEqual([]);
    expect(seen(week, '2026-05-08T15:00')).toEqual(['Lundi: Rôti']);
    expect(seen(week, '2026-05-11T14:00')).toEqual([]);
  });

  it('is that of the evening where there is one, once noon is over', () => {
    const boarding = [...week, menu('2026-05-05', 'dinner', 'Soupe')];
    expect(seen(boarding, '2026-05-05T14:00')).toEqual(['Aujourd’hui: Soupe']);
    expect(seen(boarding, '2026-05-05T20:30')).toEqual(['Demain: Poulet']);
  });

  it('of two menus for one meal, the one that was written last', () => {
    expect(
      seen([menu('2026-05-05', 'lunch', 'Ancien', 1), menu('2026-05-05', 'lunch', 'Nouveau', 2)], '2026-05-05T08:00'),
    ).toEqual(['Aujourd’hui: Nouveau']);
  });
});

describe('the menu before and in the holidays', () => {
  const holidays = { ranges: [{ from: '2026-04-11', to: '2026-04-26' }], until: '2026-08-31' };
  const back = [menu('2026-04-10', 'lunch', 'Colin'), menu('2026-04-27', 'lunch', 'Poulet')];

  it('is that of the next day of school on the last one, and in the holidays only when that is near', () => {
    const inHolidays = { ...place, holidays };
    expect(seen(back, '2026-04-10T12:00', inHolidays)).toEqual(['Aujourd’hui: Colin']);
    expect(seen(back, '2026-04-10T14:00', inHolidays)).toEqual(['Lundi 27 avril: Poulet']);
    expect(seen(back, '2026-04-14T12:00', inHolidays)).toEqual([]);
    expect(seen(back, '2026-04-24T12:00', inHolidays)).toEqual(['Lundi: Poulet']);
    expect(seen(back, '2026-04-10T14:00')).toEqual([]);
  });

  it('passes over a public holiday and the days off beside it', () => {
    const ascension = {
      ...place,
      holidays: { ranges: [{ from: '2026-05-15', to: '2026-05-16' }], until: '2026-08-31' },
    };
    const week = [menu('2026-05-13', 'lunch', 'Colin'), menu('2026-05-18', 'lunch', 'Poulet')];
    expect(seen(week, '2026-05-13T14:00', ascension)).toEqual(['Lundi: Poulet']);
  });
});

describe('a countdown on the wall', () => {
  const target = when('2026-05-08, 14h');
  const items: CatalogueItem[] = [{ ...base('Brevet', when('jusqu’au 8 mai')), kind: 'countdown', target }];
  const left = (time: string) =>
    programmeAt({ items, problems: [] }, at(time), screen, place).slides.map((slide) =>
      slide.kind === 'countdown' ? [slide.days, slide.hours] : [],
    );

  it('counts a day less from midnight on, and hours on the last day', () => {
    expect(left('2026-05-05T23:59')).toEqual([[3, undefined]]);
    expect(left('2026-05-06T00:00')).toEqual([[2, undefined]]);
    expect(left('2026-05-08T00:00')).toEqual([[0, 14]]);
    expect(left('2026-05-08T13:00')).toEqual([[0, 1]]);
  });
});

describe('the absences on the wall', () => {
  const items = [
    absence('M. Noé', '2026-05-05, 13h-15h'),
    absence('Mme Roux', '2026-05-05, 8h-10h'),
    absence('M. Blin', '2026-05-05'),
    absence('Mme Petit', '2026-05-06, 9h-10h'),
  ];

  it('are sorted by hour, and past hours leave by themselves', () => {
    expect(seen(items, '2026-05-05T09:00')).toEqual([
      'Aujourd’hui: M. Blin journée, Mme Roux 8 h – 10 h*, M. Noé 13 h – 15 h',
    ]);
    expect(nextChange(items, '2026-05-05T09:00')).toBe('2026-05-05T10:00');
    expect(seen(items, '2026-05-05T10:00')).toEqual(['Aujourd’hui: M. Blin journée, M. Noé 13 h – 15 h']);
  });

  it('of tomorrow are shown too from 17 h on', () => {
    const two = items.filter(({ id }) => id !== 'M. Blin');
    expect(seen(two, '2026-05-05T16:59')).toEqual([]);
    expect(nextChange(two, '2026-05-05T16:59')).toBe('2026-05-05T17:00');
    expect(seen(two, '2026-05-05T17:00')).toEqual(['Demain: Mme Petit 9 h – 10 h']);
  });

  it('of Monday are shown from Friday evening on', () => {
    const monday = [absence('Mme Roux', '2026-05-11, 8h-10h')];
    expect(seen(monday, '2026-05-08T16:00')).toEqual([]);
    expect(seen(monday, '2026-05-08T17:00')).toEqual(['Lundi: Mme Roux 8 h – 10 h']);
    expect(seen(monday, '2026-05-10T10:00')).toEqual(['Demain: Mme Roux 8 h – 10 h']);
  });

  it('a new one is shown at once', () => {
    const { slides } = programmeAt(
      { items: [...items, absence('M. Neuf', '2026-05-05', 7)], problems: [] },
      at('2026-05-05T09:00'),
      screen,
      place,
    );
    expect(slides.find(({ kind }) => kind === 'absences')?.serial).toBe(7);
  });
});
