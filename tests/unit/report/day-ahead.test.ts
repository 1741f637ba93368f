import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../main/lib/steps.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { programmeAt } from '../../../main/programme/programme-at.ts';
import type { Screen } from '../../../main/programme/screen.ts';
import { dayAheadSteps } from '../../../main/report/day-ahead.ts';
import { defaultSite } from '../../../main/settings/site.ts';
import { event, image, rule } from '../../support/items.ts';

const place = defaultSite.place;
const HALL: Screen = { name: '', town: null, lit: null };
const day = Temporal.PlainDate.from('2031-03-11');

function stepsAhead(items: readonly object[], screen = HALL) {
  const catalogue = { items: items.map((item) => ({ ...item, serial: 0 })) as CatalogueItem[], problems: [] };
  const at = function* (instant: Temporal.Instant) {
    yield;
    return programmeAt(catalogue, instant.toZonedDateTimeISO(place.zone), screen, place);
  };
  return dayAheadSteps(day, place.zone, at);
}
const ahead = (items: readonly object[], screen = HALL) => atOnce(stepsAhead(items, screen));

describe('a day ahead', () => {
  test('has the slides of its turn, and says how long that lasts', () => {
    const { slides, turnSeconds, lit, label } = ahead([image('Affiche'), image('Menu')]);
    expect(slides.map(({ title, hours }) => [title, hours])).toEqual([
      ['Affiche', ''],
      ['Menu', ''],
    ]);
    expect([lit, label]).toEqual(['', 'mardi 11 mars']);
    expect(turnSeconds).toBeGreaterThan(20);
  });

  test('has each of two slides that look alike', () => {
    const { slides } = ahead([image('Affiche'), image('Affiche')]);
    expect(slides.map(({ title, at }) => [title, at])).toEqual([
      ['Affiche', '2031-03-11T09:00:00'],
      ['Affiche', '2031-03-11T09:00:00'],
    ]);
  });

  test('with nothing but the clock is empty', () => {
    const { slides, turnSeconds } = ahead([]);
    expect([slides, turnSeconds]).toEqual([[], 0]);
  });

  test('tells the hours of what is not there all day, and an instant at which it is', () => {
    const { slides, changes } = ahead([
      image('Affiche'),
      image('Forum', { when: rule('2031-03-11', '2031-03-11', [{ from: '14:00', to: '17:00' }]) }),
    ]);
    const forum = slides.find(({ title }) => title === 'Forum');
    expect(forum).toMatchObject({ hours: '14\u00a0h – 17\u00a0h', at: '2031-03-11T14:00:00' });
    expect(changes).toEqual(['2031-03-11T00:00:00', '2031-03-11T14:00:00', '2031-03-11T17:00:00']);
  });

  test('looks at what is there all day in the hours of the school, and every slide is in the programme of its instant', () => {
    const items = [
      image('Affiche'),
      event('Portes ouvertes', { when: rule('2031-03-11', '2031-03-11', [{ from: '14:00', to: '17:00' }]) }),
      image('Soirée', { when: rule('2031-03-11', '2031-03-11', [{ from: '19:00', to: '22:00' }]) }),
    ];
    const { slides } = ahead(items);
    expect(slides.find(({ title }) => title === 'Affiche')?.at).toBe('2031-03-11T09:00:00');
    const catalogue = { items: items.map((item) => ({ ...item, serial: 0 })) as CatalogueItem[], problems: [] };
    for (const { id, at } of slides) {
      const programme = programmeAt(
        catalogue,
        Temporal.PlainDateTime.from(at).toZonedDateTime(place.zone),
        HALL,
        place,
      );
      expect(programme.slides.map((slide) => slide.id)).toContain(id);
    }
  });

  test('has an event once, though its words change with the hour', () => {
    const { slides } = ahead([
      event('Portes ouvertes', { when: rule('2031-03-11', '2031-03-11', [{ from: '14:00', to: '17:00' }]) }),
    ]);
    expect(slides.filter(({ kind }) => kind === 'event').map(({ hours }) => hours)).toEqual(['jusqu’à 17\u00a0h']);
  });

  test('of a screen that stays off is told so', () => {
    expect(ahead([image('Affiche')], { ...HALL, lit: rule('2031-03-12') }).lit).toBeNull();
    expect(
      ahead([image('Affiche')], { ...HALL, lit: rule('2031-03-11', '2031-03-11', [{ from: '08:00', to: '18:00' }]) })
        .lit,
    ).toBe('8\u00a0h – 18\u00a0h');
  });
});

test('a day of thousands of slides is worked out in steps, between which the service answers', () => {
  const hours = [{ from: '14:00', to: '17:00' }];
  const slides = Array.from({ length: 500 }, (_, n) => image(`Affiche ${n}`, { order: n }));
  const steps = stepsAhead([...slides, image('Forum', { when: rule('2031-03-11', '2031-03-11', hours) })]);
  let count = 0;
  while (!steps.next().done) count += 1;
  // Three parts of a day: before the forum, while it is on, and after it.
  expect(count).toBeGreaterThan(3 * 500);
});
