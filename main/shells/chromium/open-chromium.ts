import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join, sep } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { keepRunning, type Running, realTimers } from '../supervision/keep-running.ts';
import { PACE, type Pace } from '../supervision/life-watch.ts';
import { chromiumArguments } from './arguments.ts';
import type { DisplaySize } from './display.ts';
import { killGroup, prepareProfile } from './profile.ts';
import { watchPages } from './watch.ts';

/** How long Chromium may take to end before it is killed. */
const PATIENCE_MS = 1500;

export interface ChromiumShell {
  readonly executable: string;
  readonly url: string;
  /** Absolute path of the state folder. */
  readonly state: string;
  readonly home: string;
  readonly size: DisplaySize;
  /** Resolves once the service serves: Chromium is never opened on an address that does not answer. */
  whenUp(): Promise<void>;
  onRestart(why: string, delayMs: number): void;
  /** How often the page is asked whether it lives. */
  readonly pace?: Pace;
}

/**
 * Where the profile lives: in the state folder, except for the Chromium of Ubuntu's snap, which may not look into
 * hidden folders of the home: there it has the name of the state folder, so that two of them never share one.
 */
export function profileFolder(executable: string, state: string, home: string): string {
  if (executable.includes(`${sep}snap${sep}`)) {
    const name = createHash('sha256').update(state).digest('hex').slice(0, 8);
    return join(home, 'snap', 'chromium', 'common', `preau-${name}`);
  }
  return join(state, 'chromium');
}

/** Opens Chromium in kiosk mode and keeps it open. */
export function openChromium(shell: ChromiumShell): Running {
  const { executable, url, state, home, size, whenUp, onRestart, pace = PACE } = shell;
  const profile = profileFolder(executable, state, home);
  const args = chromiumArguments({ url, profile, size, root: process.getuid?.() === 0 });
  return keepRunning({
    timers: realTimers,
    onRestart,
    start(onGone) {
      let stopped = false;
      let chromium: Running | undefined;
      const open = (): void => {
        if (stopped) return;
        prepareProfile(profile);
        chromium = startChromium(executable, args, pace, onGone);
      };
      // A profile that cannot be made ready (a full disk) is tried again, like a Chromium that ends.
      whenUp()
        .then(open)
        .catch((error: unknown) => onGone(String(error)));
      return {
        async stop() {
          stopped = true;
          await chromium?.stop();
        },
      };
    },
  });
}

function startChromium(
  executable: string,
  args: readonly string[],
  pace: Pace,
  onGone: (why: string) => void,
): Running {
  // Its own process group, so that every process of it ends with it. Descriptors 3 and 4 are the debugging pipe.
  const child = spawn(executable, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  let lost = '';
  const unwatch = watchPages(
    child.stdio[3] as Writable,
    child.stdio[4] as Readable,
    (why) => {
      lost = `the page ${why}`;
      if (child.pid) killGroup(child.pid);
    },
    { pace },
  );
  const gone = new Promise<void>((resolve) => {
    const end = (why: string): void => {
      // What it started may outlive it, and hold the profile.
      unwatch();
      if (child.pid) killGroup(child.pid);
      resolve();
      onGone(lost || why);
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code, signal) => end(signal ?? `code ${code}`));
  });
  return {
    async stop() {
      if (child.pid) killGroup(child.pid, 'SIGTERM');
      const timer = setTimeout(() => child.pid && killGroup(child.pid), PATIENCE_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}
