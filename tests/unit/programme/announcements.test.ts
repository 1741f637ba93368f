import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { programmeAt } from '../../../main/programme/programme-at.ts';
import { countdown, event, exhibition, image, place, rule, screen, text } from '../../support/items.ts';

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

describe('a countdown', () => {
  const target = rule('2031-06-26', '2031-06-26', [{ from: '09:00', to: '12:00' }]);
  const seen = (when: string) => {
    const { slides, nextChange } = programme([countdown('Brevet', target)], when);
    const [slide] = slides;
    const left = slide?.kind === 'countdown' ? [slide.days, slide.hours] : [];
    return { left, next: nextChange?.slice(0, 16) };
  };

  test('changes at midnight, and each hour on the day itself', () => {
    expect(seen('2031-05-19T10:00')).toEqual({ left: [38, undefined], next: '2031-05-20T00:00' });
    expect(seen('2031-06-25T23:59')).toEqual({ left: [1, undefined], next: '2031-06-26T00:00' });
    expect(seen('2031-06-26T06:00')).toEqual({ left: [0, 3], next: '2031-06-26T07:00' });
    expect(seen('2031-06-26T07:00')).toEqual({ left: [0, 2], next: '2031-06-26T08:00' });
    expect(seen('2031-06-26T08:59')).toEqual({ left: [0, 1], next: '2031-06-26T09:00' });
    expect(seen('2031-06-26T09:00')).toMatchObject({ left: [0, 0] });
  });

  test('says the year of its day where it is another one', () => {
    const labels = ['2030-12-31T10:00', '2031-01-01T10:00'].map((when) => {
      const [slide] = programme([countdown('Brevet', target)], when).slides;
      return slide?.kind === 'countdown' && slide.label.replaceAll('\u00a0', ' ');
    });
    expect(labels).toEqual(['jeudi 26 juin 2031, 9 h – 12 h', 'jeudi 26 juin, 9 h – 12 h']);
  });

  test('is gone after its day', () => {
    expect(wall([countdown('Brevet', target)], '2031-06-27T08:00')).toEqual(['idle Préau']);
  });
});
