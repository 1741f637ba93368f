import type { ServerResponse } from 'node:http';
import { map, type Observable, shareReplay } from 'rxjs';
import type { Alive, Slide } from '../contract.ts';
import { inPieces } from '../lib/in-pieces.ts';
import { mapped, turnsOf } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { SharedProgramme } from '../programme/programme-at.ts';
import type { ScreenProgramme } from '../programme/screen-programme.ts';
import { slideForPlayer } from './player-programme.ts';

/** JSON without line breaks. The pieces after the first may be shared. */
type JsonPieces = readonly [string, ...Buffer[]];

/** An event of `text/event-stream`. */
export interface PlayerEvent {
  readonly event: 'programme' | 'alive';
  readonly data: JsonPieces;
}

/** Of thousands of slides one at a time changes. */
const slideJson = memoByObject((slide: Slide) => JSON.stringify(slide));

/** The JSON of what screens share, from its second character on; `told`: a slide as it is sent. */
function* jsonOf({ slides, ...facts }: SharedProgramme, told: (slide: Slide) => Slide): Generator<string> {
  yield `${JSON.stringify(facts).slice(1, -1)},"slides":[`;
  for (const [index, slide] of slides.entries()) yield `${index > 0 ? ',' : ''}${slideJson(told(slide))}`;
  yield ']}';
}

/** Thousands of slides are megabytes: they are made in turns, and to the end, also where the first player leaves meanwhile. */
const bytesOf = (shared: SharedProgramme, told: (slide: Slide) => Slide): Observable<Buffer[]> =>
  turnsOf(mapped(inPieces(jsonOf(shared, told)), (piece) => piece)).pipe(shareReplay(1));
/** What all screens of the same rules are sent: these bytes are made once, and all streams write the same ones. */
const trustedBytes = memoByObject((shared: SharedProgramme) => bytesOf(shared, (slide) => slide));
const playerBytes = memoByObject((shared: SharedProgramme) => bytesOf(shared, slideForPlayer));

/** The JSON of the programme of a screen, once it is made: the fields that are its own, then those that it shares. */
export function programmeJson({ shared, ...own }: ScreenProgramme, isTrusted: boolean): Observable<JsonPieces> {
  const bytes$ = isTrusted ? trustedBytes(shared) : playerBytes(shared);
  const head = `${JSON.stringify(own).slice(0, -1)},`;
  return bytes$.pipe(map((bytes) => [head, ...bytes]));
}

export const programmeEvent = (programme: ScreenProgramme, isTrusted: boolean): Observable<PlayerEvent> =>
  programmeJson(programme, isTrusted).pipe(map((data) => ({ event: 'programme', data })));

export function aliveEvent(alive: Alive): PlayerEvent {
  return { event: 'alive', data: [JSON.stringify(alive)] };
}

/** Writes an event; resolves when the player has taken it, or has left. */
export function writeEvent(response: ServerResponse, { event, data: [first, ...rest] }: PlayerEvent): Promise<void> {
  response.cork();
  response.write(`event: ${event}\ndata: ${first}`);
  for (const piece of rest) response.write(piece);
  const hasRoom = response.write('\n\n');
  response.uncork();
  if (hasRoom || response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    // `close` may come alone, and `drain` after it never.
    const goOn = (): void => {
      response.off('drain', goOn).off('close', goOn);
      resolve();
    };
    response.on('drain', goOn).on('close', goOn);
  });
}
