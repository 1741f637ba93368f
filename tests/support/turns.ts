import fc from 'fast-check';
import type { Slide } from '../../main/contract.ts';
import { FADE_MS, type Played } from '../../main/turn.ts';
import { EMPTY_LOOP, nextInTurn, takePages, takeProgramme } from '../../renderer/player/loop.ts';

type Facts = Partial<Pick<Slide, 'durationMs' | 'group' | 'today' | 'serial' | 'source'>> & {
  readonly kind?: Slide['kind'];
  readonly part?: 'opening' | 'plate' | 'credits';
};

/** A slide of which only its place in a turn matters. */
export function turnSlide(id: string, facts: Facts = {}): Slide {
  return { id, title: id, durationMs: 12_000, source: `${id}.md`, serial: 0, kind: 'text', ...facts } as Slide;
}

export const agenda = (durationMs = 17_000): Slide =>
  turnSlide('agenda', { kind: 'agenda', source: null, today: true, durationMs });

/** `count` slides of one group: `photo 1`, `photo 2`… */
export function album(name: string, count: number, facts: Facts = {}): Slide[] {
  return Array.from({ length: count }, (_, n) =>
    turnSlide(`${name} ${n + 1}`, { kind: 'image', group: `${name}/`, ...facts }),
  );
}

export const events = (count: number, durationMs = 12_000): Slide[] =>
  Array.from({ length: count }, (_, n) => turnSlide(`event ${n + 1}`, { kind: 'event', today: true, durationMs }));

/** A slide as it stood on the wall. */
export interface Showing {
  readonly slide: Slide;
  /** Milliseconds of the wall since the first slide. */
  readonly from: number;
  readonly to: number;
  /** Number of the turn, from 0. */
  readonly turn: number;
}

/** Plays `programme` as the player does, until `turns` turns are over. */
export function playTurns(programme: Played, turns: number): Showing[] {
  const shown: Showing[] = [];
  let at = 0;
  let turn = 0;
  let move = takeProgramme(EMPTY_LOOP, programme, true);
  while (move.show && turn < turns) {
    const { slide } = move.show;
    shown.push({ slide, from: at, to: at + slide.durationMs, turn });
    at += slide.durationMs + FADE_MS;
    const loop = takePages(move.loop, 1, slide.durationMs);
    move = nextInTurn(loop);
    if (move.loop.turn !== loop.turn) turn += 1;
  }
  return shown;
}

/** The longest time, milliseconds, in which none of these slides is on the wall; the beginning and the end count as one. */
export function longestWithout(shown: readonly Showing[], isWanted: (slide: Slide) => boolean): number {
  const wanted = shown.filter(({ slide }) => isWanted(slide));
  const gaps = wanted.map(({ from }, n) => from - (wanted[n - 1]?.to ?? 0));
  return Math.max(...gaps, (shown.at(-1)?.to ?? 0) - (wanted.at(-1)?.to ?? 0));
}

const duration = fc.integer({ min: 3_000, max: 40_000 });
const durations = (maxLength: number) => fc.array(duration, { maxLength });

/** Groups of 1 to 15 slides: albums, and exhibitions with an opening and credits. */
const groups = fc.array(
  fc.record({ isExhibition: fc.boolean(), durations: fc.array(duration, { minLength: 1, maxLength: 15 }) }),
  { maxLength: 5 },
);

/** Any programme of a day, with any pace. */
export const anyProgramme: fc.Arbitrary<Played> = fc
  .record({
    agenda: fc.option(duration),
    coming: fc.option(duration),
    events: durations(12),
    alone: durations(12),
    groups,
    recallMs: fc.integer({ min: 20_000, max: 200_000 }),
    turnMs: fc.integer({ min: 60_000, max: 400_000 }),
  })
  .map(({ recallMs, turnMs, ...made }) => ({ recallMs, turnMs, slides: slidesOf(made) }));

function slidesOf(made: {
  agenda: number | null;
  coming: number | null;
  events: number[];
  alone: number[];
  groups: { isExhibition: boolean; durations: number[] }[];
}): Slide[] {
  return [
    ...(made.agenda === null ? [] : [agenda(made.agenda)]),
    ...made.events.map((durationMs, n) => turnSlide(`event ${n}`, { kind: 'event', today: true, durationMs })),
    ...made.groups.flatMap((group, n) =>
      group.durations.map((durationMs, m) => {
        const part = m === 0 ? 'opening' : 'plate';
        const exhibition: Facts = group.isExhibition ? { kind: 'exhibition', part } : { kind: 'image' };
        return turnSlide(`group ${n} slide ${m}`, { ...exhibition, group: `group ${n}`, durationMs });
      }),
    ),
    ...made.alone.map((durationMs, n) => turnSlide(`text ${n}`, { durationMs })),
    ...(made.coming === null ? [] : [turnSlide('coming', { kind: 'agenda', source: null, durationMs: made.coming })]),
  ];
}
