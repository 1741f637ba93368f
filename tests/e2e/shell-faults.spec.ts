import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Programme } from '../../main/contract.ts';
import { killProcess } from '../../main/lib/processes.ts';
import type { Health } from '../../main/server/answers.ts';
import { machineBrowser } from '../support/browser.ts';
import { type MachineClock, machineClock } from '../support/faults/machine-clock.ts';
import { isBrowser, isGraphics, isRenderer, isService, type Process, processesNaming } from '../support/processes.ts';
import { createFolders, type Folders } from '../support/service.ts';
import { within } from '../support/within.ts';
import { hasXvfb, startXvfb, type VirtualDisplay } from '../support/xvfb.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Slides of three seconds, so that a wall that plays soon paints a new one. */
const CONTENT: Readonly<Record<string, string>> = {
  'preau.yml': 'durees:\n  image: 3\n',
  'a.svg': picture('#159'),
  'b.svg': picture('#951'),
  'c.svg': picture('#195'),
};

/** A drawing of one colour. */
function picture(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="${colour}"/></svg>`;
}

const [MORNING, EVENING] = ['#591', '#519'];
const HOUR_MS = 3_600_000;

/** « 9h-12h »: hours of the day in the zone of the place that begin and end so many hours from now. */
function hoursFromNow(from: number, to: number): string {
  const format = new Intl.DateTimeFormat('fr', { timeZone: 'Europe/Paris', hour: 'numeric', hourCycle: 'h23' });
  const hour = (hours: number) => `${Number.parseInt(format.format(Date.now() + hours * HOUR_MS), 10)}h`;
  return `${hour(from)}-${hour(to)}`;
}

/** A wall that plays: `npm start -- --shell chromium` on a display of its own. */
interface Wall {
  readonly folders: Folders;
  /** Colour in the middle of the display. */
  colour(): string;
  /** Ends the display, and starts it again after `ms`. */
  unplug(ms: number): Promise<void>;
  the(is: (process: Process) => boolean): number | undefined;
  /** Sends a signal to these processes of this wall, of which some may end by themselves meanwhile; gives the instant (epoch milliseconds). */
  signal(is: (process: Process) => boolean, name: NodeJS.Signals): number;
  /** Nothing of this wall runs for a moment, and then its clock is ahead by this much; gives the instant at which it wakes. */
  sleep(ms: number): Promise<number>;
  /** Resolves once the middle of the display has this colour (`#rgb`). */
  shows(colour: string): Promise<void>;
  /** Resolves once a slide was painted after `since` (epoch milliseconds). */
  painted(since: number): Promise<void>;
  /** Titles of the slides of the programme. */
  titles(): Promise<string[]>;
  /** Resolves once the service answers. */
  serving(): Promise<void>;
  /** Resolves once the service knows of a connected player. */
  connected(): Promise<void>;
}

interface Fault {
  readonly name: string;
  readonly withinMs: number;
  /** How often it is inflicted, each time on a wall that plays again; once by default. */
  readonly times?: number;
  /** What ends the time; by default, that a new slide is painted. */
  readonly until?: keyof typeof RECOVERIES;
  /** Gives the instant from which the time counts (epoch milliseconds). */
  inflict(wall: Wall): Promise<number> | number;
}

/**
 * How long the first start takes, until a slide is painted, on a machine that does nothing else. A machine that is slower, or
 * busy with other tests, gets more time for each fault, in proportion to its own first start.
 */
const USUAL_START_MS = 4000;

/** What the wall does again after a fault that happened at `since` (epoch milliseconds). */
const RECOVERIES = {
  'a new slide is painted': ({ painted }: Wall, since: number) => painted(since),
  'it serves again': ({ serving }: Wall) => serving(),
  'the evening is shown': ({ shows }: Wall) => shows(EVENING),
} as const;

/** Each fault, and the time after which the wall must have recovered. */
const FAULTS: readonly Fault[] = [
  {
    name: 'the browser is killed five times in a row',
    withinMs: 10_000,
    times: 5,
    inflict: ({ signal }) => signal(isBrowser, 'SIGKILL'),
  },
  {
    name: 'the page is killed',
    withinMs: 10_000,
    inflict: ({ signal }) => signal(isRenderer, 'SIGKILL'),
  },
  {
    name: 'the process of graphics is killed three times, and Chromium gives up',
    withinMs: 10_000,
    async inflict({ the, signal }) {
      let since = 0;
      for (let time = 0; time < 3; time += 1) {
        const killed = the(isGraphics);
        since = signal(isGraphics, 'SIGKILL');
        await expect.poll(() => the(isGraphics) ?? killed, { intervals: [20] }).not.toBe(killed);
      }
      return since;
    },
  },
  {
    name: 'the service is killed',
    withinMs: 10_000,
    inflict: ({ signal }) => signal(isService, 'SIGKILL'),
  },
  {
    name: 'the service and the browser are killed together',
    withinMs: 10_000,
    inflict({ signal }) {
      signal(isService, 'SIGKILL');
      return signal(isBrowser, 'SIGKILL');
    },
  },
  {
    name: 'the service is killed 200 ms after a new browser has connected',
    withinMs: 10_000,
    times: 3,
    async inflict({ the, signal, connected }) {
      const killed = the(isBrowser);
      signal(isBrowser, 'SIGKILL');
      await expect.poll(() => the(isBrowser) ?? killed, { intervals: [20] }).not.toBe(killed);
      await connected();
      await pause(200);
      return signal(isService, 'SIGKILL');
    },
  },
  {
    name: 'the service hangs for ever, and the page plays on',
    withinMs: 30_000,
    until: 'it serves again',
    async inflict({ signal, colour }) {
      const since = signal(isService, 'SIGSTOP');
      const seen = new Set<string>();
      await expect.poll(() => seen.add(colour()).size, { intervals: [200] }).toBeGreaterThan(2);
      return since;
    },
  },
  {
    name: 'the display is away for twenty seconds',
    withinMs: 10_000,
    async inflict({ unplug }) {
      await unplug(20_000);
      return Date.now();
    },
  },
  {
    // The last line: it changes the folder and the clock.
    name: 'the machine sleeps for eight hours',
    withinMs: 10_000,
    until: 'the evening is shown',
    async inflict({ folders, titles, shows, sleep }) {
      await folders.write(`Tous les jours ${hoursFromNow(-1, 2)} Avant.svg`, picture(MORNING));
      await folders.write(`Tous les jours ${hoursFromNow(7, 10)} Après.svg`, picture(EVENING));
      for (const name of ['a.svg', 'b.svg', 'c.svg']) await folders.remove(name);
      await expect.poll(titles).toEqual(['Avant']);
      await shows(MORNING);
      return sleep(8 * HOUR_MS);
    },
  },
];

test.describe('the wall after a fault', () => {
  test.describe.configure({ mode: 'serial' });
  test.skip(process.platform !== 'linux' || !hasXvfb(), 'Xvfb is not installed');
  test.skip(machineBrowser === null, 'no Chrome, Chromium or Edge is installed');
  test.setTimeout(120_000);

  let display: VirtualDisplay;
  let folders: Folders;
  let preau: ChildProcess;
  let wall: Wall;
  let slowness = 1;

  test.beforeAll(async () => {
    display = await startXvfb(1280, 720);
    folders = await createFolders();
    for (const [path, text] of Object.entries(CONTENT)) await folders.write(path, text);
    const begunMs = Date.now();
    const clock = await machineClock(join(folders.content, '..', 'horloge'));
    const flags = ['--shell', 'chromium', '--port', '0', '--content', folders.content, '--state', folders.state];
    preau = spawn(process.execPath, ['main/bootstrap.mjs', 'start', ...flags], {
      cwd: ROOT,
      env: { ...process.env, ...clock.env, DISPLAY: display.name },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    wall = wallAt(await addressOf(preau), folders, clock, {
      colour: () => display.screenshot().at(640, 360),
      async unplug(ms) {
        await display.stop();
        await pause(ms);
        display = await startXvfb(1280, 720, display.name);
      },
    });
    await wall.painted(0);
    slowness = Math.max(1, (Date.now() - begunMs) / USUAL_START_MS);
  });

  test.afterAll(async () => {
    if (preau && preau.exitCode === null) preau.kill('SIGKILL');
    for (const { pid } of processesNaming(folders.state)) killProcess(pid);
    await display?.stop();
    await folders?.dispose();
  });

  for (const { name, withinMs, times = 1, until = 'a new slide is painted', inflict } of FAULTS) {
    test(`${name}: ${until} within ${withinMs / 1000} s`, async () => {
      for (let time = 0; time < times; time += 1) {
        const since = await inflict(wall);
        const sinceMs = performance.now() - (Date.now() - since);
        const tookMs = await within(withinMs * slowness, () => RECOVERIES[until](wall, since), sinceMs);
        const told = `${(tookMs / 1000).toFixed(1)} s, on a machine ${slowness.toFixed(1)} times slower than usual`;
        test.info().annotations.push({ type: 'recovery', description: told });
        process.stdout.write(`      ${name}: ${told}\n`);
      }
    });
  }
});

async function addressOf(preau: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    preau.stdout?.on('data', (text) => {
      printed += String(text);
      const address = /^Préau : (http:\S+)$/m.exec(printed)?.[1];
      if (address) resolve(address);
    });
    preau.once('exit', (code) => reject(new Error(`preau start ended with ${code}`)));
  });
}

function wallAt(url: string, folders: Folders, clock: MachineClock, display: Pick<Wall, 'colour' | 'unplug'>): Wall {
  /** null while the service does not answer. */
  const health = async (): Promise<Health | null> => {
    const signal = AbortSignal.timeout(1000);
    const answer = await fetch(new URL('health', url), { signal }).catch(() => null);
    return answer?.ok ? ((await answer.json()) as Health) : null;
  };
  const the = (is: (process: Process) => boolean) => processesNaming(folders.state).find(is)?.pid;
  const timing = { timeout: 60_000, intervals: [50] };
  return {
    folders,
    ...display,
    the,
    signal(is, name) {
      const meant = processesNaming(folders.state).filter(is);
      if (meant.length === 0) throw new Error('no such process');
      for (const { pid } of meant) killProcess(pid, name);
      return Date.now();
    },
    async sleep(ms) {
      const all = processesNaming(folders.state).map(({ pid }) => pid);
      for (const pid of all) killProcess(pid, 'SIGSTOP');
      await pause(2_000);
      await clock.putForward(ms);
      for (const pid of all) killProcess(pid, 'SIGCONT');
      return Date.now();
    },
    async shows(wanted) {
      // What a picture is prepared as may differ by a little from what it was.
      const seen = () => `#${display.colour().replace(/(.)./gu, '$1')}`;
      await expect.poll(seen, timing).toBe(wanted);
    },
    async painted(since) {
      const isNew = async () => Date.parse((await health())?.screens[0]?.lastPaintedAt ?? '') > since;
      await expect.poll(isNew, timing).toBe(true);
    },
    async titles() {
      const { slides } = (await (await fetch(new URL('api/programme', url))).json()) as Programme;
      return slides.map(({ title }) => title);
    },
    async serving() {
      await expect.poll(async () => (await health()) !== null, timing).toBe(true);
    },
    async connected() {
      await expect.poll(async () => (await health())?.screens[0]?.connected, timing).toBe(true);
    },
  };
}
