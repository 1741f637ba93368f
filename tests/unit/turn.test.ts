import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../main/contract.ts';
import { composeTurn, EMPTY_MEMORY, FADE_MS, type Played, remember } from '../../main/turn.ts';
import { agenda, album, anyProgramme, events, longestWithout, playTurns, turnSlide } from '../support/turns.ts';

const PACE = { recallMs: 75_000, turnMs: 240_000 };
const isAgenda = ({ kind, today }: Slide) => kind === 'agenda' && today === true;
const ids = (slides: readonly Slide[]) => slides.map(({ id }) => id);

/** The folder of the issue: 6 events, 42 photos, a deck and a menu. */
const school: Played = {
  ...PACE,
  slides: [agenda(), ...events(6), ...album('deck', 8), turnSlide('menu'), ...album('photo', 42)],
};

/** The ids of the next `count` turns, recalls apart. */
function composed(programme: Played, count: number): string[][] {
  let memory = EMPTY_MEMORY;
  return Array.from({ length: count }, () => {
    const turn = composeTurn(programme, memory);
    memory = turn.slides.reduce((before, slide) => remember(before, programme, slide), memory);
    memory = { ...memory, lastSet: turn.lastSet };
    return ids(turn.slides);
  });
}

describe('the turns of a school’s day', () => {
  it('show the agenda again within 80 seconds', () => {
    expect(longestWithout(playTurns(school, 12), isAgenda)).toBeLessThan(80_000);
  });

  it('last less than five minutes', () => {
    const shown = playTurns(school, 12);
    for (let turn = 0; turn < 12; turn += 1) {
      const own = shown.filter((showing) => showing.turn === turn);
      expect((own.at(-1)?.to ?? 0) - (own[0]?.from ?? 0)).toBeLessThan(300_000);
    }
  });

  it('show all 42 photos within six turns, the deck in order, and the menu in each', () => {
    const turns = composed(school, 6);
    const photos = turns.flat().filter((id) => id.startsWith('photo'));
    expect(photos).toEqual(ids(album('photo', 42)));
    expect(turns.every((turn) => turn.includes('menu'))).toBe(true);
    expect(turns[0]?.filter((id) => id.startsWith('deck'))).toEqual(['deck 1', 'deck 2', 'deck 3']);
    expect(turns[1]?.filter((id) => id.startsWith('deck'))[0]).toBe('deck 4');
  });
});

describe('a turn', () => {
  it('of a short programme is the programme, and nothing is recalled', () => {
    const slides = [agenda(), ...events(2), ...album('photo', 2)];
    expect(ids(playTurns({ ...PACE, slides }, 3).map(({ slide }) => slide))).toEqual(
      [slides, slides, slides].flatMap(ids),
    );
  });

  it('is the whole programme where the service says nothing of turns', () => {
    const slides = [agenda(), ...album('photo', 60)];
    expect(ids(playTurns({ slides }, 2).map(({ slide }) => slide))).toEqual([slides, slides].flatMap(ids));
  });

  it('introduces each portion of an exhibition with its opening, and ends the last one with the credits', () => {
    const plates = album('plate', 30, { kind: 'exhibition', part: 'plate', group: 'e' });
    const opening = turnSlide('opening', { kind: 'exhibition', part: 'opening', group: 'e' });
    const credits = turnSlide('credits', { kind: 'exhibition', part: 'credits', group: 'e' });
    const turns = composed({ ...PACE, slides: [opening, ...plates, credits] }, 2);
    expect(turns.map((turn) => turn[0])).toEqual(['opening', 'opening']);
    expect(turns[0]).not.toContain('credits');
    expect(turns[1]?.at(-1)).toBe('credits');
    expect(turns.flat().filter((id) => id.startsWith('plate'))).toEqual(ids(plates));
  });

  it('goes on with the next photo when one that was shown is taken out, and when others are added', () => {
    const photos = album('photo', 40);
    const before = { ...PACE, slides: photos };
    const [first = []] = composed(before, 1);
    const memory = photos.slice(0, first.length).reduce((m, slide) => remember(m, before, slide), EMPTY_MEMORY);
    const next = photos[first.length]?.id;
    const without = (gone: number) => photos.filter((_, n) => n !== gone);
    for (const slides of [
      without(2),
      without(first.length - 1),
      [...photos, ...album('added', 9, { group: 'photo/' })],
    ])
      expect(composeTurn({ ...PACE, slides }, memory).slides[0]?.id).toBe(next);
  });

  it('has some of forty albums, in several pictures each, and the next ones have the others', () => {
    const slides = [agenda(), ...Array.from({ length: 40 }, (_, n) => album(`album ${n}`, 12)).flat()];
    const turns = composed({ ...PACE, slides }, 9);
    for (const turn of turns) expect(turn.length).toBeLessThan(20);
    const albums = new Set(turns.flat().map((id) => id.split(' ').slice(0, 2).join(' ')));
    expect(albums.size).toBe(41);
  });

  it('has a minute of an album even where events and texts fill it', () => {
    const slides = [
      agenda(30_000),
      ...events(8, 20_000),
      ...album('photo', 60),
      turnSlide('text', { durationMs: 30_000 }),
    ];
    for (const turn of composed({ ...PACE, slides }, 3))
      expect(turn.filter((id) => id.startsWith('photo')).length).toBeGreaterThanOrEqual(5);
  });

  it('recalls each event in its turn where the day has no agenda', () => {
    const slides = [...events(3), ...album('photo', 60)];
    const shown = playTurns({ ...PACE, slides }, 4).map(({ slide }) => slide.id);
    expect(longestWithout(playTurns({ ...PACE, slides }, 6), ({ today }) => today === true)).toBeLessThan(75_000);
    const recalled = shown.filter((id) => id.startsWith('event')).slice(3, 5);
    expect(recalled).toEqual(['event 1', 'event 2']);
  });
});

describe('for any programme', () => {
  it('the agenda is never away longer than its recall, or than one slide', () => {
    const withAgenda = anyProgramme.filter(({ slides }) => slides.some(isAgenda));
    fc.assert(
      fc.property(withAgenda, (programme) => {
        const longest = Math.max(...programme.slides.map(({ durationMs }) => durationMs));
        const without = longestWithout(playTurns(programme, 4), isAgenda);
        expect(without).toBeLessThanOrEqual(Math.max(programme.recallMs ?? 0, longest + FADE_MS) + FADE_MS);
      }),
    );
  });

  it('nothing but what is recalled stands on the wall twice in a turn', () => {
    fc.assert(
      fc.property(anyProgramme, (programme) => {
        const hasAgenda = programme.slides.some(isAgenda);
        const once = playTurns(programme, 4).filter(({ slide }) => (hasAgenda ? !isAgenda(slide) : !slide.today));
        expect(new Set(once.map(({ slide, turn }) => `${turn} ${slide.id}`)).size).toBe(once.length);
      }),
    );
  });

  it('every slide is shown within as many turns as the largest set has slides, times the number of groups', () => {
    fc.assert(
      fc.property(anyProgramme, (programme) => {
        const names = programme.slides.map(({ group, today }) => group ?? (today ? 'today' : 'alone'));
        const groups = new Set(programme.slides.map(({ group }) => group));
        const largest = Math.max(0, ...names.map((name) => names.filter((each) => each === name).length));
        const shown = new Set(composed(programme, largest * Math.max(1, groups.size)).flat());
        expect(shown.size).toBe(programme.slides.length);
      }),
    );
  });

  it('the slides of a group follow each other in their order, from turn to turn', () => {
    fc.assert(
      fc.property(anyProgramme, (programme) => {
        const shown = playTurns(programme, 6).map(({ slide }) => slide);
        for (const group of new Set(programme.slides.map((slide) => slide.group ?? ''))) {
          if (group === '') continue;
          const isOwn = (slide: Slide) =>
            slide.group === group && !(slide.kind === 'exhibition' && slide.part === 'opening');
          const own = ids(programme.slides.filter(isOwn));
          const seen = ids(shown.filter(isOwn));
          expect(seen).toEqual(seen.map((_, n) => own[n % own.length]));
        }
      }),
    );
  });
});
