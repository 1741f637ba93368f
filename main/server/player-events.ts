import type { ServerResponse } from 'node:http';
import type { Alive, Slide } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { SharedProgramme } from '../programme/programme-at.ts';
import type { ScreenProgramme } from '../programme/screen-programme.ts';
import { forPlayer } from './player-programme.ts';

/** An event of `text/event-stream`: its data is JSON without line breaks, of which the pieces after the first may be shared. */
export interface PlayerEvent {
  readonly event: 'programme' | 'alive';
  readonly data: readonly [string, ...Buffer[]];
}

/** Of thousands of slides one at a time changes. */
const slideJson = memoByObject((slide: Slide) => JSON.stringify(slide));

/** The fields of a programme, without its first brace. */
function bytesOf({ slides, ...rest }: SharedProgramme): Buffer {
  return Buffer.from(`${JSON.stringify(rest).slice(1, -1)},"slides":[${slides.map(slideJson).join(',')}]}`);
}
/** What all screens of the same rules are sent: these bytes are made once, and all streams write the same ones. */
const trustedBytes = memoByObject(bytesOf);
const playerBytes = memoByObject((shared: SharedProgramme) => bytesOf(forPlayer(shared)));

/** The programme of a screen: the fields that are its own, then those that it shares. */
export function programmeEvent({ shared, ...own }: ScreenProgramme, isTrusted: boolean): PlayerEvent {
  const bytes = isTrusted ? trustedBytes(shared) : playerBytes(shared);
  return { event: 'programme', data: [`${JSON.stringify(own).slice(0, -1)},`, bytes] };
}

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
