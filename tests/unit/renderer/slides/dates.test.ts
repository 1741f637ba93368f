import { describe, expect, it } from 'vitest';
import { clockWords, zoneOf } from '../../../../renderer/lib/clock-words.ts';
import { dateView, dayWords, hoursText } from '../../../../renderer/slides/dates.ts';
import { categoryColours } from '../../../../renderer/slides/event/categories.ts';

const when = (from: string | null, to: string | null) => ({ from, to, label: 'toujours' });

describe('the dates of an event', () => {
  it('are one day with its weekday, numeral and month', () => {
    const view = dateView(when('2026-05-05', '2026-05-05'), '2026-05-05');
    expect(view).toMatchObject({ shape: 'day', day: { weekday: 'mardi', numeral: 5, month: 'mai' } });
  });

  it('say which day of a range this is', () => {
    const range = when('2026-05-04', '2026-05-07');
    expect(dateView(range, '2026-05-05')).toMatchObject({ shape: 'range', nth: 2, of: 4 });
    expect(dateView(range, '2026-05-08')).toMatchObject({ nth: null });
  });

  it('name the month once only where both ends are in it', () => {
    expect(dateView(when('2026-05-04', '2026-05-07'), '2026-05-05')).toMatchObject({ sameMonth: true });
    expect(dateView(when('2026-05-27', '2027-05-03'), '2026-06-01')).toMatchObject({ sameMonth: false });
  });

  it('count days across the change of hour', () => {
    expect(dateView(when('2026-03-28', '2026-03-30'), '2026-03-30')).toMatchObject({ nth: 3, of: 3 });
  });

  it('have one end, or none', () => {
    expect(dateView(when('2026-05-04', null), '2026-05-05')).toMatchObject({ shape: 'edge', word: 'dès le' });
    expect(dateView(when(null, '2026-05-04'), '2026-05-01')).toMatchObject({ shape: 'edge', word: 'jusqu’au' });
    expect(dateView(when(null, null), '2026-05-01')).toEqual({ shape: 'always', label: 'toujours' });
  });

  it('are those of the calendar, whatever the zone of the machine', () => {
    expect(dayWords('2026-09-01')).toMatchObject({
      weekday: 'mardi',
      shortWeekday: 'mar.',
      numeral: 1,
      shortMonth: 'sept.',
    });
  });
});

describe('the hours of an event', () => {
  it('stand on one line', () => {
    expect(hoursText('9 h – 12 h')).toBe('9\u00a0h\u00a0–\u00a012\u00a0h');
  });
});

describe('the clock of an idle wall', () => {
  it('shows the hour of Paris', () => {
    const words = clockWords(Date.parse('2026-11-23T08:41:00Z'), 'Europe/Paris', true);
    expect(words).toEqual({ hour: '09', minute: '41', date: 'lundi 23 novembre 2026' });
  });

  it('is that of the place, however far from Paris', () => {
    const zone = zoneOf('2026-11-23T23:41:00+04:00[Indian/Reunion]');
    const words = clockWords(Date.parse('2026-11-23T20:41:00Z'), zone, true);
    expect(words).toEqual({ hour: '00', minute: '41', date: 'mardi 24 novembre 2026' });
    expect(zoneOf('2026-11-23T20:41:00.000Z')).toBe('Europe/Paris');
  });

  it('has no year in the head of the wall, and a first of the month', () => {
    const { date } = clockWords(Date.parse('2026-05-01T08:41:00Z'), 'Europe/Paris', false);
    expect(date).toBe('vendredi 1er mai');
  });
});

describe('the colour of a category', () => {
  it('does not depend on case or accents, and is green for one that is not known', () => {
    expect(categoryColours('PORTES OUVERTES')).toEqual(categoryColours('portes ouvertes'));
    expect(categoryColours('Temps fort').on).toBe('var(--on-sun)');
    expect(categoryColours('Autre')).toEqual(categoryColours(undefined));
  });
});
