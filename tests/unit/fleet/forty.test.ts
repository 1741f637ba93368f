import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { type App, createApp } from '../../../main/app.ts';
import { createFleet, type Fleet, type OwnState } from '../../../main/fleet/fleet.ts';
import { openFleetFolder } from '../../../main/fleet/fleet-folder.ts';
import type { RegieScreens } from '../../../main/regie-contract.ts';
import { eventually } from '../../support/eventually.ts';
import { testSettings } from '../../support/settings.ts';
import { fleet } from './fleet-test.ts';

const PLAYERS = 36;
const SERVICES = ['hall', 'cdi', 'cantine', 'internat'];
const silent = pino({ level: 'silent' });

let base: string;
const players: Player[] = [];
const services: App[] = [];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'preau-forty-'));
  await mkdir(join(base, 'contenu'));
});
afterEach(async () => {
  for (const player of players.splice(0)) player.die();
  await Promise.all(services.splice(0).map((app) => app.close()));
  await rm(base, { recursive: true, force: true, maxRetries: 5 });
});

interface Player {
  readonly name: string;
  readonly fleet: Fleet;
  /** What its machine says of its screen. */
  isConnected: boolean;
  /** As if its plug was pulled: nothing is given back. */
  die(): void;
}

/** A machine in real time: the part of the service that writes its state and claims the page, without a wall. */
function player(name: string): Player {
  const own = (): OwnState => ({
    ...{ version: '1.0.0', clockTrusted: true, reachable: true },
    problems: { refused: 0, warnings: 0 },
    screens: [
      {
        ...{ name, connected: made.isConnected, lit: true, paintedAgoS: 1, title: 'Menu' },
        ...{ size: '', revision: 'a', remarks: [] },
      },
    ],
  });
  let isAlive = true;
  const made: Player = {
    name,
    isConnected: true,
    fleet: createFleet({
      ...{ folder: openFleetFolder(join(base, 'contenu')), screen: name, machine: `poste-${name}`, run: randomUUID() },
      ...{ isOn: true, now: () => ({ ms: performance.now(), at: Temporal.Now.instant() }), own, log: silent },
      ...{ isInReach: async () => true, picture: () => null, disk: async () => ({ cacheBytes: 1, freeBytes: 9e9 }) },
    }),
    die() {
      isAlive = false;
    },
  };
  const live = async () => {
    while (isAlive) await pause(await made.fleet.tick());
  };
  void live();
  return made;
}

async function service(screen: string): Promise<App> {
  const settings = testSettings({ content: join(base, 'contenu'), state: join(base, screen), screen });
  return createApp(settings, { clock: { now: () => Temporal.Now.instant() }, log: silent });
}

const lightsAt = async ({ url }: App) => {
  const { screens } = (await (await fetch(new URL('api/regie/screens', url))).json()) as RegieScreens;
  return new Map(screens.map(({ name, light }) => [name, light]));
};
const files = async () => (await readdir(join(base, 'contenu', '_écrans'))).toSorted();
const writers = () => players.filter(({ fleet: { isWriter } }) => isWriter());

describe('forty machines on one folder, in real time', () => {
  fleet(
    'each tells its state within five seconds, one writes the page, and another follows it when it dies',
    async () => {
      players.push(...Array.from({ length: PLAYERS }, (_, n) => player(`mur ${n + 1}`)));
      const most = { writers: 0 };
      const watching = setInterval(() => {
        most.writers = Math.max(most.writers, writers().length);
      }, 100);
      try {
        await eventually(
          async () => writers().length,
          (count) => count === 1,
          30_000,
        );
        for (const screen of SERVICES) services.push(await service(screen));
        const [first, last] = [services[0], services.at(-1)];
        if (!first || !last) throw new Error('no service');
        const green = (lights: ReadonlyMap<string, string>) =>
          players.every(({ name }) => lights.get(name) === 'green');
        await eventually(() => lightsAt(first), green, 30_000);

        // A change on a wall is seen at any service, whoever writes the page.
        const waits: number[] = [];
        for (const changed of players.slice(5, 11)) {
          changed.isConnected = false;
          const sinceMs = performance.now();
          await eventually(
            () => lightsAt(last),
            (lights) => lights.get(changed.name) === 'red',
            30_000,
          );
          waits.push(performance.now() - sinceMs);
        }
        expect(Math.max(...waits)).toBeLessThan(5_000);

        // The services are of one machine and have its name, or a longer one where another has that: each file is somebody's.
        const machines = players.map(({ name }) => `${name}.json`);
        const others = (await files()).filter((name) => !machines.includes(name) && !/\.(?:webp|tmp)$/u.test(name));
        expect(others.filter((name) => !name.startsWith(hostname()))).toEqual(['_redaction.json']);
        expect((await files()).filter((name) => machines.includes(name))).toHaveLength(PLAYERS);

        const [writer] = writers();
        if (!writer) throw new Error('nobody writes');
        const noteOf = async () =>
          JSON.parse(await readFile(join(base, 'contenu', '_écrans', '_redaction.json'), 'utf8'));
        const before = (await noteOf()).run;
        writer.die();
        players.splice(players.indexOf(writer), 1);
        const diedMs = performance.now();
        await eventually(noteOf, ({ run }) => run !== before, 120_000);
        expect(performance.now() - diedMs).toBeLessThan(120_000);
        expect(most.writers).toBe(1);
        process.stderr.write(
          `forty machines: a state is right after ${Math.round(Math.max(...waits))} ms at most; another writer after ${Math.round((performance.now() - diedMs) / 1000)} s\n`,
        );
      } finally {
        clearInterval(watching);
      }
    },
  );
});
