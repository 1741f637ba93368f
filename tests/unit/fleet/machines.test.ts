import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { scanFolder } from '../../../main/content/scan/scan.ts';
import { createFleet, type Fleet, type FleetOptions, type OwnState } from '../../../main/fleet/fleet.ts';
import { FLEET_FOLDER, type FleetFolder, openFleetFolder } from '../../../main/fleet/fleet-folder.ts';

const silent: Logger = pino({ level: 'silent' });
const START = Temporal.Instant.from('2031-03-11T08:00:00Z');

let content: string;
/** The time of the school, milliseconds since `START`. */
let nowMs: number;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'preau-machines-'));
  nowMs = 0;
});
afterEach(() => rm(content, { recursive: true, force: true, maxRetries: 5 }));

const lit: OwnState = {
  version: '1.0.0',
  clockTrusted: true,
  reachable: true,
  problems: { refused: 0, warnings: 0 },
  screens: [],
};

interface Machine {
  readonly fleet: Fleet;
  /** What it says of itself; a test changes it. */
  state: OwnState;
}

/** A machine that shows a screen; its clock is wrong by `wrongS`, and its monotonic clock began at another time than ours. */
function machine(screen: string, wrongS = 0, more: Partial<FleetOptions> = {}): Machine {
  const bootMs = Math.round(wrongS * 977) + screen.length;
  const shown = {
    ...{ name: screen, connected: true, lit: true, paintedAgoS: 3, title: 'Portes ouvertes' },
    ...{ size: '1920\u00a0×\u00a01080', revision: 'abc', remarks: [] },
  };
  const made: Machine = {
    state: { ...lit, screens: [shown] },
    fleet: createFleet({
      folder: openFleetFolder(content),
      screen,
      machine: `poste-${screen}`,
      run: randomUUID(),
      isOn: true,
      now: () => ({ ms: bootMs + nowMs, at: START.add({ milliseconds: nowMs + wrongS * 1000 }) }),
      isInReach: async () => true,
      own: () => made.state,
      disk: async () => ({ cacheBytes: 12_000_000, freeBytes: 9_000_000_000 }),
      picture: () => null,
      log: silent,
      ...more,
    }),
  };
  return made;
}

/** Time passes; each machine looks every four seconds. */
async function pass(seconds: number, machines: readonly Machine[]): Promise<void> {
  for (let s = 0; s < seconds; s += 4) {
    nowMs += 4_000;
    for (const { fleet } of machines) await fleet.tick();
  }
}

const writers = (machines: readonly Machine[]) => machines.filter(({ fleet }) => fleet.isWriter());
const heard = ({ fleet }: Machine) =>
  Object.fromEntries(fleet.others().map(({ heartbeat, hearing }) => [heartbeat.name, hearing.kind]));
const fleetDir = () => join(content, FLEET_FOLDER);
const hall = (name: string) => join(fleetDir(), name);

describe('forty machines on one folder', { timeout: 60_000 }, () => {
  const school = () =>
    Array.from({ length: 40 }, (_, n) => machine(`mur ${n}`, n % 5 === 0 ? 7_200 : n % 7 ? 0 : -7_200));

  test('one writes the page, and knows all others, also those whose clocks are two hours off', async () => {
    const machines = school();
    await pass(80, machines);
    const [writer, ...others] = writers(machines);
    expect(others).toEqual([]);
    if (!writer) throw new Error('nobody writes');
    expect(Object.values(heard(writer))).toEqual(Array.from({ length: 39 }, () => 'heard'));
    const told = writer.fleet.others().filter(({ aheadS }) => aheadS !== null);
    expect(told.length).toBeGreaterThan(10);
    for (const each of machines) expect(Object.keys(heard(each))).toHaveLength(39);
  });

  test('a change on one wall is known to the writer within five seconds, and a machine that dies within two minutes and a half', async () => {
    const machines = school();
    await pass(80, machines);
    const [writer] = writers(machines);
    const [changed, dying, ...rest] = machines.filter((each) => each !== writer);
    if (!writer || !changed || !dying) throw new Error('nobody writes');
    const [shown] = changed.state.screens;
    if (!shown) throw new Error('no screen');
    changed.state = { ...changed.state, screens: [{ ...shown, connected: false }] };
    // Each looks every two seconds: the writer may have looked right before the change was written.
    for (const each of [changed, writer]) {
      nowMs += 2_000;
      await each.fleet.tick();
    }
    const known = writer.fleet.others().find(({ heartbeat }) => heartbeat.name === shown.name);
    expect(known?.heartbeat.screens[0]?.connected).toBe(false);
    const silentOnes = () => Object.entries(heard(writer)).filter(([, kind]) => kind !== 'heard');
    const living = [writer, changed, ...rest];
    await pass(76, living);
    expect(silentOnes()).toEqual([]);
    await pass(68, living);
    expect(silentOnes()).toEqual([[dying.state.screens[0]?.name, 'silent']]);
  });

  test('a writer that dies is followed by one other within two minutes; one that ends leaves its place at once', async () => {
    const machines = school();
    await pass(12, machines);
    const [first] = writers(machines);
    const living = machines.filter((each) => each !== first);
    await pass(116, living);
    const [second, ...others] = writers(living);
    expect(others).toEqual([]);
    if (!second) throw new Error('nobody writes');
    expect(await second.fleet.mayWritePage()).toBe(true);
    expect(await first?.fleet.mayWritePage()).toBe(false);
    await second.fleet.leave();
    const left = living.filter((each) => each !== second);
    await pass(12, left);
    expect(writers(left)).toHaveLength(1);
  });

  test('what they write is never content', async () => {
    await pass(8, [machine('hall'), machine('cdi')]);
    await writeFile(join(content, 'a.txt'), 'Bonjour.');
    expect((await readdir(fleetDir())).toSorted()).toEqual(['_redaction.json', 'cdi.json', 'hall.json']);
    expect([...(await scanFolder(content)).files.keys()]).toEqual(['a.txt']);
  });
});

test('a machine that is alone in the folder writes the page at once; beside the file of another it looks twice first', async () => {
  const first = machine('hall');
  await first.fleet.tick();
  expect(await first.fleet.mayWritePage()).toBe(true);
  await first.fleet.leave();
  const second = machine('cdi');
  await second.fleet.tick();
  expect(await second.fleet.mayWritePage()).toBe(false);
  nowMs += 2_000;
  await second.fleet.tick();
  expect(await second.fleet.mayWritePage()).toBe(true);
});

describe('the files of the machines', () => {
  test.each(['', '{"format":1', 'null', '[]', '{"format":2}', '\u0000\u0001'])(
    'garbage (%j) is replaced',
    async (garbage) => {
      const here = machine('hall');
      const there = machine('cdi');
      await pass(8, [here, there]);
      await writeFile(hall('cdi.json'), garbage);
      await writeFile(hall('_redaction.json'), garbage);
      await writeFile(hall('inconnu.json'), garbage);
      await pass(68, [here, there]);
      expect(JSON.parse(await readFile(hall('cdi.json'), 'utf8'))).toMatchObject({ format: 1, name: 'cdi' });
      expect(heard(here)).toEqual({ cdi: 'heard' });
      expect(writers([here, there])).toHaveLength(1);
    },
  );

  test('a copy that a sync program made, or one of another machine, is nobody', async () => {
    const here = machine('hall');
    const there = machine('cdi');
    await pass(8, [here, there]);
    await writeFile(hall('cdi.sync-conflict-20310311-080000-KJ7Q2XA.json'), await readFile(hall('cdi.json')));
    await pass(20, [here, there]);
    expect(Object.keys(heard(here))).toEqual(['cdi']);
  });

  test('a machine that starts beside files of last year waits before it calls them silent', async () => {
    const there = machine('cdi', -7_200);
    await pass(8, [there]);
    nowMs += 365 * 24 * 3_600_000;
    const here = machine('hall');
    await pass(4, [here]);
    expect(heard(here)).toEqual({ cdi: 'awaited' });
    await pass(160, [here]);
    expect(heard(here)).toEqual({ cdi: 'silent' });
    await pass(24, [here, there]);
    expect(heard(here)).toEqual({ cdi: 'heard' });
  });

  test('two machines that bear one name write two files', async () => {
    const twins = [machine('hall'), machine('hall', 0, { machine: 'poste-2' })];
    await pass(200, twins);
    const names = (await readdir(fleetDir())).filter((name) => !name.startsWith('_'));
    expect(names).toHaveLength(2);
    for (const twin of twins) expect(Object.values(heard(twin))).toEqual(['heard']);
  });

  test.each([
    ['ENOSPC', /plein/u],
    ['EROFS', /lecture seule/u],
    ['EIO', /partage/u],
  ])(
    'where nothing can be written (%s), there is one sentence in the log, and the page is written as if alone',
    async (code, words) => {
      const lines: string[] = [];
      const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });
      const refuse = async () => {
        throw Object.assign(new Error(code), { code });
      };
      const folder: FleetFolder = { ...openFleetFolder(content), writeHeartbeat: refuse, writeLease: refuse };
      const here = machine('hall', 0, { folder, log });
      await pass(600, [here]);
      expect(lines).toEqual([expect.stringMatching(words)]);
      expect(here.fleet.sharing()).toEqual({ state: 'failed', message: lines[0] });
      expect(await here.fleet.mayWritePage()).toBe(true);
    },
  );

  test('a machine that is alone leaves its lease and its disk alone for most of its looks, and still renews it in time', async () => {
    const folder = openFleetFolder(content);
    const [lease, writeLease] = [vi.fn(folder.lease), vi.fn(folder.writeLease)];
    const disk = vi.fn(async () => ({ cacheBytes: 1, freeBytes: 1 }));
    const alone = machine('hall', 0, { folder: { ...folder, lease, writeLease }, disk });
    await pass(120, [alone]);
    expect(alone.fleet.isWriter()).toBe(true);
    expect(writeLease.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(lease.mock.calls.length).toBeLessThanOrEqual(8);
    expect(disk.mock.calls.length).toBeLessThanOrEqual(3);
  });

  test('a machine that is told to write nothing writes nothing, and leaves the page to one that holds the lease', async () => {
    const quiet = machine('hall', 0, { isOn: false });
    await pass(12, [quiet]);
    expect(await readdir(content)).toEqual([]);
    expect(await quiet.fleet.mayWritePage()).toBe(true);
    const there = machine('cdi');
    await pass(12, [quiet, there]);
    expect([await quiet.fleet.mayWritePage(), await there.fleet.mayWritePage()]).toEqual([false, true]);
    await pass(80, [quiet]);
    expect(await quiet.fleet.mayWritePage()).toBe(true);
  });

  test('nothing is written where the content folder is out of reach', async () => {
    await pass(80, [machine('hall', 0, { isInReach: async () => false })]);
    expect(await readdir(content)).toEqual([]);
  });

  test('a file of that name in place of the folder is told of', async () => {
    await mkdir(content, { recursive: true });
    await writeFile(fleetDir(), 'Bonjour.');
    const here = machine('hall');
    await pass(12, [here]);
    expect(here.fleet.sharing().message).toMatch(/Un fichier s’appelle/u);
    expect(await here.fleet.mayWritePage()).toBe(true);
  });
});
