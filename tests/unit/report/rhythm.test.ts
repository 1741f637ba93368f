import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Slide } from '../../../main/contract.ts';
import { atOnce } from '../../../main/lib/steps.ts';
import { rhythmSteps } from '../../../main/report/rhythm.ts';
import { rhythmSentences } from '../../../main/report/rhythm-words.ts';
import { FADE_MS, type Played } from '../../../main/turn.ts';
import { agenda, album, anyProgramme, events, longestWithout, playTurns, turnSlide } from '../../support/turns.ts';

const rhythmOf = (programme: Played) => atOnce(rhythmSteps(programme));

const PACE = { recallMs: 75_000, turnMs: 240_000 };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');
const isAgenda = ({ kind, today }: Slide) => kind === 'agenda' && today === true;

function sentences(slides: readonly Slide[]): string[] {
  const rhythm = rhythmOf({ ...PACE, slides });
  return rhythm === null ? [] : rhythmSentences(rhythm, slides).map(plain);
}

const photos = album('photo', 42).map((slide) => ({ ...slide, source: 'Voyage/IMG.JPG', group: 'Voyage/' }));

describe('the report tells', () => {
  test('how often the agenda returns, and how each album passes', () => {
    const deck = album('deck', 8, { group: 'deck.pdf' }).map((slide) => ({ ...slide, title: 'Réunion' }));
    expect(sentences([agenda(), ...events(6), ...deck, turnSlide('menu'), ...photos])).toEqual([
      'L’agenda du jour revient toutes les 63 secondes au plus.',
      '« Réunion » : 2 à 3 pages par tour, toutes en 11 minutes.',
      'Les images du dossier « Voyage » : 7 photos par tour, toutes en 27 minutes.',
    ]);
  });

  test('nothing where each turn shows everything', () => {
    expect(sentences([agenda(), ...events(2), ...photos.slice(0, 2)])).toEqual([]);
  });

  test('in how many turns an album passes, where not all of them have room', () => {
    const albums = Array.from({ length: 40 }, (_, n) => album(`album ${n}`, 12)).flat();
    expect(sentences(albums)[0]).toMatch(/^Les images du dossier « album 0 » : \d images un tour sur \d, toutes en/u);
  });
});

test('thousands of events are looked at in many steps: the service answers others meanwhile', () => {
  let looks = 0;
  const seen = (slide: Slide) =>
    new Proxy(slide, {
      get(target, name) {
        looks += 1;
        return Reflect.get(target, name);
      },
    });
  const slides = events(2_000).map(seen);
  const steps = rhythmSteps({ ...PACE, slides });
  let most = 0;
  for (let isDone = false; !isDone; most = Math.max(most, looks)) {
    looks = 0;
    isDone = steps.next().done === true;
  }
  expect(most).toBeLessThanOrEqual(2 * slides.length);
});

test('for any programme, the report tells the turns that the player plays', () => {
  const isPortioned = (programme: Played) => rhythmOf(programme) !== null;
  fc.assert(
    fc.property(anyProgramme.filter(isPortioned), (programme) => {
      const shown = playTurns(programme, 30);
      const rhythm = rhythmOf(programme);
      const recalls = programme.slides.filter(({ today }) => today).map(({ durationMs }) => durationMs + FADE_MS);
      // The recall at the end of the last turn is already in what the player has shown.
      const lateMs = (shown.at(-1)?.to ?? 0) + FADE_MS - 30_000 * (rhythm?.turnSeconds ?? 0);
      expect(Math.min(...[0, ...recalls].map((ms) => Math.abs(lateMs - ms)))).toBeLessThan(1);
      if (rhythm?.recallSeconds && programme.slides.some(isAgenda))
        expect(Math.abs(rhythm.recallSeconds - longestWithout(shown, isAgenda) / 1_000)).toBeLessThan(1);
    }),
    { numRuns: 40 },
  );
});
