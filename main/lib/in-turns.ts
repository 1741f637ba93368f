import { firstValueFrom, Observable } from 'rxjs';
import type { Steps } from './steps.ts';

/** Milliseconds for which computations hold the event loop at a stretch, all of them together. */
const TURN_MS = 8;
/** What gives way pauses for so long between two turns, milliseconds. */
const GIVE_WAY_MS = 40;

/** Until when work in the background gives way: `performance.now()`. */
let hurryUntil = 0;

/** Something is on its way to the wall and will be there within so many milliseconds: work in the background slows down meanwhile. */
export function hurry(ms: number): void {
  hurryUntil = performance.now() + ms;
}

/** Resolves in the next turn of the event loop. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** What waits to go on, in order, from `next` on. */
interface Waiting {
  all: (() => void)[];
  next: number;
}

/** Computations that have more steps, and files of which something is to be computed: there may be tens of thousands of these. */
const computations: Waiting = { all: [], next: 0 };
const files: Waiting = { all: [], next: 0 };
/** Both in the order in which the coming turn looks at them: each is first in every other turn. */
let order = [computations, files];
/** When the first computation of this turn of the event loop began, `performance.now()`; null where none has. */
let begunAt: number | null = null;
let isTurnAhead = false;

function takeFrom(waiting: Waiting): (() => void) | undefined {
  const first = waiting.all[waiting.next];
  waiting.next += 1;
  // What has been taken goes once it is most of the list: one that is never empty must not grow.
  if (waiting.next * 2 >= waiting.all.length) {
    waiting.all = waiting.all.slice(waiting.next);
    waiting.next = 0;
  }
  return first;
}

/** Whether the computations of this turn of the event loop have had their time: it is one for all of them together. */
function isTurnOver(): boolean {
  if (begunAt === null) {
    begunAt = performance.now();
    askForTurn();
  }
  return performance.now() - begunAt >= TURN_MS;
}

function askForTurn(): void {
  if (!isTurnAhead) setImmediate(beginTurn);
  isTurnAhead = true;
}

function beginTurn(): void {
  isTurnAhead = false;
  begunAt = null;
  order = order.toReversed();
  goOn();
}

/** Runs what waits, one after the other, for as long as this turn has time; the rest in turns after it. */
function goOn(): void {
  const waiting = order.find(({ all }) => all.length > 0);
  if (waiting === undefined || isTurnOver()) {
    // What comes in before the next turn is an answer to somebody, and has a time of its own.
    begunAt = null;
    if (waiting !== undefined) askForTurn();
    return;
  }
  takeFrom(waiting)?.();
  // After all that this one computes before it waits for something else.
  queueMicrotask(() => process.nextTick(goOn));
}

function waitIn(waiting: Waiting, run: () => void): void {
  waiting.all.push(run);
  askForTurn();
}

const atTurnWithTime = (turn: () => void): void => waitIn(computations, turn);
const givingWay = (turn: () => void): void => {
  if (performance.now() < hurryUntil) setTimeout(atTurnWithTime, GIVE_WAY_MS, turn);
  else atTurnWithTime(turn);
};

/**
 * Resolves in a turn of the event loop that has time left. What many files have to be computed for does not hold the loop
 * together, though each takes only some milliseconds; and tens of thousands that wait cost nothing.
 */
export const turnWithTime = (): Promise<void> => new Promise((resolve) => waitIn(files, resolve));

/**
 * Runs a computation in as many turns of the event loop as it needs, so that the service answers between them, and emits its
 * result: at once where one turn is enough. It stops where nobody waits for it any more.
 */
export function turnsOf<T>(steps: Steps<T>, later = atTurnWithTime): Observable<T> {
  return new Observable<T>((subscriber) => {
    const turn = (): void => {
      try {
        const end = stepsOfTurn(steps, () => !subscriber.closed);
        if (end !== null) {
          subscriber.next(end.value);
          subscriber.complete();
        }
      } catch (error) {
        subscriber.error(error);
      }
      if (!subscriber.closed) later(turn);
    };
    turn();
  });
}

/** Runs the steps for which one turn has time; null where there are more. */
function stepsOfTurn<T>(steps: Steps<T>, isWanted = () => true): IteratorReturnResult<T> | null {
  while (isWanted() && !isTurnOver()) {
    const step = steps.next();
    if (step.done) return step;
  }
  return null;
}

/** The same as a promise, and without an observable: thousands of short texts are computed for at a first start. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (let end = stepsOfTurn(steps); ; end = stepsOfTurn(steps)) {
    if (end !== null) return end.value;
    await new Promise<void>(atTurnWithTime);
  }
}

/** The same, for what nobody waits for before a wall: it never stops, but gives way to what is on its way there (`hurry`). */
export const inBackground = <T>(steps: Steps<T>): Promise<T> => firstValueFrom(turnsOf(steps, givingWay));

/** So many questions are begun in one turn of the event loop. */
const BEGUN_A_TURN = 500;

/**
 * What `ask` answers for each value, in order. To begin with all of a hundred thousand files at once would hold the event loop:
 * some hundreds are begun a turn. Rejects where one is rejected, once all are begun.
 */
export async function askedInTurns<T, R>(values: Iterable<T>, ask: (value: T) => Promise<R>): Promise<R[]> {
  const answers: Promise<R>[] = [];
  for (const value of values) {
    const answer = ask(value);
    // It may be rejected while others are begun: it is heard below.
    answer.catch(() => undefined);
    answers.push(answer);
    if (answers.length % BEGUN_A_TURN === 0) await nextTurn();
  }
  return Promise.all(answers);
}

/** `make` of each value, one a step. */
export function* mapped<T, R>(values: Iterable<T>, make: (value: T) => R): Steps<R[]> {
  const all: R[] = [];
  for (const value of values) {
    all.push(make(value));
    yield;
  }
  return all;
}
