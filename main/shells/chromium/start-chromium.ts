import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { followGroup } from '../supervision/follow-group.ts';
import type { Running } from '../supervision/keep-running.ts';
import { type PagesWatch, watchPages } from './watch-pages.ts';

/** How long Chromium may take to end before it is killed. */
const MAX_CLOSE_MS = 1500;

/** What becomes of one Chromium. */
export interface ChromiumLife {
  /** Its page has painted text or a picture. */
  onPainted(): void;
  /** It has ended. `said`: the end of its standard error. */
  onGone(why: string, said: string, hasPainted: boolean): void;
}

/** How its page is watched. */
export type ChromiumWatch = Required<Pick<PagesWatch, 'pace' | 'reload' | 'address' | 'timers'>>;

/** Starts one Chromium, and kills it when its page crashes, hangs or paints nothing any more. */
export function startChromium(
  executable: string,
  args: readonly string[],
  watch: ChromiumWatch,
  life: ChromiumLife,
): Running {
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
      // In order, as far as it can: it writes down first which slide was on the wall (`renderer/player/strikes.ts`).
      void running.stop();
    },
  };
  const unwatch = watchPages(toChromium as Writable, fromChromium as Readable, page, watch);
  const running = followGroup(child, {
    maxCloseMs: MAX_CLOSE_MS,
    asksLeaderOnly: true,
    onEnd({ why, said }) {
      unwatch();
      life.onGone(lost || why, said, hasPainted);
    },
  });
  return running;
}
