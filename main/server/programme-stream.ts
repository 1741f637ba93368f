import type { ServerResponse } from 'node:http';
import type { Alive } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { SharedProgramme } from '../programme/programme-at.ts';
import type { ScreenProgramme } from '../programme/screen-programme.ts';

/** A player that has taken nothing of what was sent for so long is gone, or as good as: milliseconds. */
const MAX_UNREAD_MS = 30_000;

/** The events of one player, in the format of `text/event-stream`. */
export interface PlayerStream {
  programme(programme: ScreenProgramme): void;
  alive(alive: Alive): void;
}

/** What follows the fields of one screen, for all streams: their bytes are made once, and never copied. */
const sharedBytes = memoByObject((shared: SharedProgramme) => Buffer.from(`${JSON.stringify(shared).slice(1)}\n\n`));

/**
 * Writes events to a player, and never more than it reads: while it has not taken the last one, the newest programme alone
 * waits. A player that takes nothing any more is cut off; it opens a new stream when it can.
 */
export function playerStream(response: ServerResponse, now = () => performance.now()): PlayerStream {
  let waiting: ScreenProgramme | null = null;
  let fullSince: number | null = null;
  const send = ({ shared, ...own }: ScreenProgramme): void => {
    response.cork();
    response.write(`event: programme\ndata: ${JSON.stringify(own).slice(0, -1)},`);
    const hasRoom = response.write(sharedBytes(shared));
    response.uncork();
    if (!hasRoom) fullSince = now();
  };
  response.on('drain', () => {
    fullSince = null;
    const next = waiting;
    waiting = null;
    if (next !== null) send(next);
  });
  return {
    programme(programme) {
      if (fullSince === null) send(programme);
      else waiting = programme;
    },
    alive(alive) {
      if (fullSince === null) response.write(`event: alive\ndata: ${JSON.stringify(alive)}\n\n`);
      else if (now() - fullSince > MAX_UNREAD_MS) response.destroy();
    },
  };
}
