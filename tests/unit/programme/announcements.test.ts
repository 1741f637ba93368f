import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { programmeAt } from '../../../main/programme/programme-at.ts';
import { event, exhibition, image, place, rule, screen, text } from '../../support/items.ts';

const programme = (items: CatalogueItem[], when: string) =>
  programmeAt(
    { items, problems: [] },
    Temporal.PlainDateTime.from(when).toZonedDateTime('Europe/Paris'),
    screen,
    place,
  );
const wall = (items: CatalogueItem[], when: string) =>
  programme(items, when).slides.map(({ kind, title }) => `${kind} ${title}`);
const lines = (items: CatalogueItem[], when: string) =>
  programme(items, when).slides.flatMap((slide) =>
    slide.kind === 'agenda'
      ? slide.sections.flatMap(({ entries }) =>
          entries.map(({ title, status, now }) => [title, status?.label, now && 'now'].filter(Boolean).join(' · ')),
        )
      : [],
  );

const day = rule('2031-03-10');
const afternoon = rule('2031-03-10', '2031-03-10', [{ from: '14:00', to: '16:00' }]);
const cancelled = { kind: 'cancelled', label: 'annulé' } as const;

describe('what is cancelled or postponed', () => {
  test('keeps its line until its hour is over, and is never « en ce moment »', () => {
    const items = [event('Visite', { when: afternoon, status: cancelled }), event('Forum', { when: day })];
    expect(lines(items, '2031-03-10T15:00')).toEqual(['Forum', 'Visite · annulé']);
    expect(lines(items, '2031-03-10T16:00')).toEqual([]);
    const slide = programme(items, '2031-03-10T15:00').slides.find(({ title }) => title === 'Visite');
    expect(slide).toMatchObject({ kind: 'event', status: cancelled });
    expect(slide).not.toHaveProperty('when.phase');
  });

  test('shows no poster, text or plates of it: the agenda has its line', () => {
    const items = [
      image('Affiche', { when: day, status: cancelled }),
      text('Texte', { when: day, status: cancelled }),
      exhibition('Collages', { when: day, status: cancelled }),
    ];
    expect(wall(items, '2031-03-10T09:00')).toEqual(['agenda Aujourd’hui']);
    expect(lines(items, '2031-03-10T09:00')).toHaveLength(3);
  });

  test('is told beforehand too', () => {
    expect(lines([image('Affiche', { when: day, status: cancelled })], '2031-03-08T09:00')).toEqual([
      'Affiche · annulé',
    ]);
  });
});

describe('a file whose own name has a date', () => {
  test('is a line of the agenda and of « Bientôt », whatever its kind', () => {
    const items = [
      text('Visite du lycée', { when: afternoon, announced: true }),
      image('Kermesse', { when: rule('2031-03-14'), announced: true }),
    ];
    expect(wall(items, '2031-03-10T09:00')).toEqual(['agenda Aujourd’hui', 'agenda Bientôt']);
    expect(lines(items, '2031-03-10T15:00')).toEqual(['Kermesse']);
    expect(wall(items, '2031-03-10T15:00')).toEqual(['text Visite du lycée', 'agenda Bientôt']);
  });

  test('is none where its folder alone has one, or where its dates have no end', () => {
    const items = [
      image('Photo 1', { when: day }),
      image('Photo 2', { when: day }),
      image('Inscriptions', { when: rule(null, '2031-03-20'), announced: true }),
    ];
    expect(lines(items, '2031-03-10T09:00')).toEqual([]);
  });

  test('is told once: not beside its event, and not for each of its pictures', () => {
    const items = [
      event('Forum des métiers', { when: day }),
      image('Forum', { when: day, announced: true }),
      image('Kermesse 1', { when: day, announced: true }),
      image('Kermesse 2', { when: day, announced: true }),
      image('Bal', { when: day, announced: true }),
    ];
    expect(lines(items, '2031-03-10T09:00')).toEqual(['Bal', 'Kermesse 1', 'Forum des métiers']);
  });
});
