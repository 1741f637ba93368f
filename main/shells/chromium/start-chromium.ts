import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { killGroup } from '../../lib/processes.ts';
import { followGroup } from '../supervision/follow-group.ts';
import type { Running } from '../supervision/keep-running.ts';
import type { Pace } from '../supervision/life-watch.ts';
import { watchPages } from './watch-pages.ts';

/** How long Chromium may take to end before it is killed. */
const MAX_CLOSE_MS = 1500;

/** What becomes of one Chromium. */
export interface ChromiumLife {
  /** Its page has painted text or a picture. */
  onPainted(): void;
  /** It has ended. `said`: the end of its standard error. */
  onGone(why: string, said: string, hasPainted: boolean): void;
}

/** Starts one Chromium, and kills it when its page crashes or hangs. */
export function startChromium(executable: string, args: readonly string[], pace: Pace, life: ChromiumLife): Running {
  // Its own process group, so that every process of it ends with it. Descriptors 3 and 4 are the debugging pipes.
  const child = spawn(executable, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, , , toChromium, fromChromium] = child.stdio;
  let lost = '';
  let hasPainted = false;
  const page = {
    onPainted() {
      hasPainted = true;
      life.onPainted();
    },
    onLost(why: string) {
      lost = `the page ${why}`;
      if (child.pid) killGroup(child.pid);
    },
  };
  const unwatch = watchPages(toChromium as Writable, fromChromium as Readable, page, { pace });
  return followGroup(child, {
    maxCloseMs: MAX_CLOSE_MS,
    onEnd({ why, said }) {
      unwatch();
      life.onGone(lost || why, said, hasPainted);
    },
  });
}
