import type { Slide } from '../contract.ts';
import { grouped } from '../lib/grouped.ts';
import type { Steps } from '../lib/steps.ts';
import { idsOf } from '../pairs.ts';
import {
  absenceAfter,
  composeTurn,
  EMPTY_MEMORY,
  FADE_MS,
  isJustRecalled,
  NO_ABSENCE,
  type Played,
  recallBefore,
  remember,
} from '../turn.ts';
import { planSteps } from '../turn-plan.ts';

/** Turns that are played in advance. What is not all shown by then is reckoned from what was. */
const MAX_TURNS = 30;

/** How the slides of one group pass. */
export interface GroupRhythm {
  readonly slides: readonly Slide[];
  /** The smallest and the largest portion, in pictures: a pair is two. */
  readonly portion: readonly [number, number];
  /** It has a portion in one turn out of so many. */
  readonly everyTurns: number;
  /** Seconds until all of them have been shown. */
  readonly seconds: number;
}

/** How a programme passes, as the player plays it. */
export interface Rhythm {
  /** Seconds of a turn, on average. */
  readonly turnSeconds: number;
  /** The longest time without the agenda of the day, in seconds; null where it keeps to its place. */
  readonly recallSeconds: number | null;
  /** The groups that take more than one turn. */
  readonly groups: readonly GroupRhythm[];
}

/** What the wall shows, in advance. */
interface Preview {
  /** The slides of each turn, recalls apart, and when each ends: milliseconds since the first slide. */
  readonly turns: readonly (readonly { readonly slide: Slide; readonly endMs: number }[])[];
  readonly totalMs: number;
  readonly longestAbsenceMs: number;
  readonly hasRecalls: boolean;
}

/** Plays some turns of a programme by the rules of the player, with the durations of the programme. */
function* preview(programme: Played): Steps<Preview> {
  yield* planSteps(programme.slides);
  let memory = EMPTY_MEMORY;
  let absence = NO_ABSENCE;
  let totalMs = 0;
  let longestAbsenceMs = 0;
  let hasRecalls = false;
  const show = (slide: Slide, isRecall: boolean): void => {
    absence = absenceAfter(programme, absence, slide, slide.durationMs, isRecall);
    totalMs += slide.durationMs + FADE_MS;
    longestAbsenceMs = Math.max(longestAbsenceMs, absence.ms);
    hasRecalls ||= isRecall;
  };
  function* playTurn(): Steps<Preview['turns'][number]> {
    yield;
    const turn = composeTurn(programme, memory);
    const shown: { slide: Slide; endMs: number }[] = [];
    for (const slide of turn.slides) {
      yield;
      memory = remember(memory, programme, slide);
      if (isJustRecalled(programme, absence, slide) && programme.slides.length > 1) continue;
      const recalled = recallBefore(programme, absence, slide);
      if (recalled) show(recalled, true);
      show(slide, false);
      shown.push({ slide, endMs: totalMs });
    }
    memory = { ...memory, lastSet: turn.lastSet };
    return shown;
  }
  const turns: Preview['turns'][number][] = [];
  while (turns.length < MAX_TURNS) turns.push(yield* playTurn());
  return { turns, totalMs, longestAbsenceMs, hasRecalls };
}

function groupRhythm(slides: readonly Slide[], { turns, totalMs }: Preview): GroupRhythm | null {
  const wanted = new Set(slides.map(({ id }) => id));
  const seen = new Set<string>();
  const portions: number[] = [];
  let endMs = 0;
  let turnsPlayed = 0;
  for (const turn of turns) {
    const own = turn.filter(({ slide }) => wanted.has(slide.id));
    turnsPlayed += 1;
    if (own.length > 0) portions.push(own.flatMap(({ slide }) => idsOf(slide)).length);
    for (const { slide } of own) seen.add(slide.id);
    endMs = own.at(-1)?.endMs ?? endMs;
    if (seen.size === wanted.size) break;
  }
  if (portions.length === 0 || (turnsPlayed === 1 && seen.size === wanted.size)) return null;
  const isComplete = seen.size === wanted.size;
  const wholeMs = isComplete ? endMs : (totalMs * wanted.size) / Math.max(1, seen.size);
  return {
    slides,
    portion: [Math.min(...portions), Math.max(...portions)],
    everyTurns: Math.max(1, Math.round(turnsPlayed / portions.length)),
    seconds: wholeMs / 1000,
  };
}

/** How a programme passes; null where each turn is the whole of it, and nothing is recalled. */
export function* rhythmSteps(programme: Played): Steps<Rhythm | null> {
  const played = yield* preview(programme);
  const inGroups = programme.slides.filter(({ group }) => group !== undefined);
  const groups = grouped(inGroups, ({ group }) => group);
  const rhythms = [...groups.values()].map((slides) => groupRhythm(slides, played)).filter((each) => each !== null);
  const isWhole = played.turns.every((turn) => turn.length === programme.slides.length);
  if (isWhole && !played.hasRecalls) return null;
  return {
    turnSeconds: played.totalMs / 1000 / MAX_TURNS,
    recallSeconds: played.hasRecalls ? played.longestAbsenceMs / 1000 : null,
    groups: rhythms,
  };
}
