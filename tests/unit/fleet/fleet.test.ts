import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { CatalogueView } from '../../../main/server/answers.ts';
import { keepCode } from '../../../main/settings/access-code.ts';
import { prepareStateFolder } from '../../../main/settings/state-folder.ts';
import { type RunningApp, startApp, testClock } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { fleet } from './fleet-test.ts';
import { createPeer, freePort, inSync, type Peer, rescan, setPaused, startPeer, stopPeer } from './syncthing.ts';

const realClock = { now: () => Temporal.Now.instant() };

let base: string;
const apps: RunningApp[] = [];
const children: ChildProcess[] = [];
const peers: Peer[] = [];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'preau-fleet-'));
});
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
  await Promise.all(peers.splice(0).map(stopPeer));
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(base, { recursive: true, force: true, maxRetries: 5 });
});

/** A machine: its own content folder, state and service. */
async function machine(name: string) {
  const content = join(base, name, 'contenu');
  const state = join(base, name, 'etat');
  await mkdir(content, { recursive: true });
  const open = async () => {
    const app = await startApp({ content, state }, testClock('2031-03-11T09:00'));
    apps.push(app);
    return app;
  };
  return { content, state, open, write: (path: string, text: string) => writeFile(join(content, path), text) };
}

const filesOf = ({ items }: CatalogueView) => items.map(({ file }) => file).toSorted();
const shows = (app: RunningApp, ...files: string[]) =>
  eventually(
    async () => filesOf(await app.catalogue()),
    (shown) => JSON.stringify(shown) === JSON.stringify(files.toSorted()),
    90_000,
  );

describe('Syncthing between two machines', () => {
  fleet('a file dropped on one is on the wall of the other, also after the network was cut', async () => {
    const [a, b] = [await machine('a'), await machine('b')];
    peers.push(await createPeer(join(base, 'sa'), a.content), await createPeer(join(base, 'sb'), b.content));
    for (const peer of peers) await startPeer(peer, peers);
    const [wallA, wallB] = [await a.open(), await b.open()];
    await a.write('Menu.txt', 'Soupe, puis poisson.');
    await shows(wallB, 'Menu.txt');
    const [, peerB] = peers;
    if (peerB === undefined) throw new Error('no peer');
    await setPaused(peerB, true);
    await a.write('Sortie.txt', 'Départ à huit heures.');
    await shows(wallA, 'Menu.txt', 'Sortie.txt');
    expect(filesOf(await wallB.catalogue())).toEqual(['Menu.txt']);
    await setPaused(peerB, false);
    await shows(wallB, 'Menu.txt', 'Sortie.txt');
  });

  fleet('a conflict made on purpose leaves one version on each wall, and _état.html tells of the copy', async () => {
    const [a, b] = [await machine('a'), await machine('b')];
    peers.push(await createPeer(join(base, 'sa'), a.content), await createPeer(join(base, 'sb'), b.content));
    for (const peer of peers) await startPeer(peer, peers);
    await a.write('Menu.txt', 'Soupe.');
    for (const peer of peers) await rescan(peer);
    for (const peer of peers) await inSync(peer, 1);
    for (const peer of peers) await setPaused(peer, true);
    await a.write('Menu.txt', 'Poisson du jour.');
    await b.write('Menu.txt', 'Viande et légumes.');
    for (const peer of peers) await rescan(peer);
    for (const peer of peers) await setPaused(peer, false);
    const wall = await a.open();
    const { problems } = await eventually(
      () => wall.catalogue(),
      (catalogue) => catalogue.problems.some(({ code }) => code === 'sync-conflict'),
      90_000,
    );
    const [conflict] = problems.filter(({ code }) => code === 'sync-conflict');
    expect(conflict?.file).toMatch(/^Menu\.sync-conflict-\d{8}-\d{6}-[A-Z2-7]{7}\.txt$/u);
    expect(filesOf(await wall.catalogue())).toEqual(['Menu.txt']);
    await eventually(
      () => readFile(join(a.content, '_état.html'), 'utf8').catch(() => ''),
      (page) => page.includes('C’est une copie de'),
      30_000,
    );
  });
});

describe('Prometheus', () => {
  fleet('scrapes three services, and one alert fires when a wall stops painting', async () => {
    const services: { app: RunningApp; name: string }[] = [];
    for (const name of ['hall', 'cdi', 'cantine']) {
      const place = await machine(name);
      await prepareStateFolder(place.state);
      await keepCode(place.state, 'AAAA-BBBB-CCCC');
      // Real time: Prometheus compares it with its own clock.
      const app = await startApp({ content: place.content, state: place.state }, realClock);
      apps.push(app);
      services.push({ app, name });
    }
    const streams = await Promise.all(
      services.map(({ app, name }) => app.get(`api/programme/stream?screen=${name}`, { accept: 'text/event-stream' })),
    );
    const paint = ({ app, name }: (typeof services)[number]) =>
      fetch(new URL('api/screens', app.url), {
        method: 'POST',
        headers: { origin: new URL(app.url).origin, 'content-type': 'application/json' },
        body: JSON.stringify({ screen: name, width: 1920, height: 1080, dpr: 1, slide: 'a' }),
      });
    await Promise.all(services.map(paint));
    // The first wall stops here; the others paint on.
    const painting = setInterval(() => void Promise.all(services.slice(1).map(paint)), 1_000);
    try {
      const port = await startPrometheus(services.map(({ app }) => new URL(app.url).host));
      const alerts = await eventually(
        () => firing(port),
        (names) => names.some((name) => name.startsWith('PreauMurFige')),
        90_000,
      );
      expect(alerts.filter((name) => name.startsWith('PreauMurFige'))).toEqual(['PreauMurFige hall']);
      const up = await query(port, 'sum(up{job="preau"})');
      expect(up).toEqual(['3']);
    } finally {
      clearInterval(painting);
      await Promise.all(streams.map((stream) => stream.body?.cancel()));
    }
  });
});

/** Prometheus on these targets, with the rules of docs/parc made impatient. Resolves to its port, once it answers. */
async function startPrometheus(targets: readonly string[]): Promise<number> {
  const folder = join(base, 'prometheus');
  await mkdir(folder);
  const rules = await readFile(new URL('../../../docs/parc/alertes.yml', import.meta.url), 'utf8');
  const example = await readFile(new URL('../../../docs/parc/prometheus.yml', import.meta.url), 'utf8');
  await writeFile(join(folder, 'alertes.yml'), rules.replace('> 900', '> 8').replaceAll(/for: \d+[mh]/gu, 'for: 1s'));
  await writeFile(join(folder, 'preau.code'), 'AAAA-BBBB-CCCC');
  const list = targets.map((target) => `          - ${target}`).join('\n');
  const config = example.replaceAll('15s', '1s').replace(/(?: {10}- \S+:8420\n)+/u, `${list}\n`);
  await writeFile(join(folder, 'prometheus.yml'), config);
  execFileSync('promtool', ['check', 'config', join(folder, 'prometheus.yml')]);
  const port = await freePort();
  children.push(
    spawn(
      'prometheus',
      [
        `--config.file=${folder}/prometheus.yml`,
        `--storage.tsdb.path=${folder}/data`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    ),
  );
  await eventually(
    () =>
      fetch(`http://127.0.0.1:${port}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
    Boolean,
    30_000,
  );
  return port;
}

async function firing(port: number): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/alerts`);
  const { data } = (await answer.json()) as { data: { alerts: { state: string; labels: Record<string, string> }[] } };
  return data.alerts
    .filter(({ state }) => state === 'firing')
    .map(({ labels }) => `${labels.alertname} ${labels.screen ?? ''}`);
}

async function query(port: number, expression: string): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(expression)}`);
  const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
  return data.result.map(({ value }) => value[1]);
}

describe('Samba', () => {
  fleet('a file that smbclient writes to the share is on the wall, and is gone when it is deleted there', async () => {
    const place = await machine('serveur');
    const app = await place.open();
    const port = await startSamba(place.content);
    const file = join(base, 'Affiche.txt');
    await writeFile(file, 'Bienvenue à toutes et à tous.');
    const smb = (command: string) =>
      execFileSync('smbclient', ['//127.0.0.1/preau', '-N', '-p', String(port), '-c', command], { stdio: 'pipe' });
    await eventually(async () => tries(() => smb('ls')), Boolean, 30_000);
    smb(`put ${file} Affiche.txt`);
    await shows(app, 'Affiche.txt');
    smb('del Affiche.txt');
    await shows(app);
  });
});

function tries(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false; // The server is still starting.
  }
}

/** A Samba server of its own, on a free port of the loopback, with one share that anybody may write. */
async function startSamba(path: string): Promise<number> {
  const folder = join(base, 'samba');
  await mkdir(folder);
  const port = await freePort();
  const { username } = userInfo();
  await writeFile(
    join(folder, 'smb.conf'),
    `[global]
server role = standalone server
interfaces = 127.0.0.1
bind interfaces only = yes
smb ports = ${port}
map to guest = bad user
guest account = ${username}
${['lock', 'state', 'cache', 'pid', 'private', 'ncalrpc'].map((kind) => `${kind === 'private' ? 'private dir' : kind === 'ncalrpc' ? 'ncalrpc dir' : kind === 'pid' ? 'pid directory' : `${kind} directory`} = ${folder}/${kind}`).join('\n')}
log file = ${folder}/log
disable spoolss = yes
[preau]
path = ${path}
guest ok = yes
read only = no
force user = ${username}
`,
  );
  for (const kind of ['lock', 'state', 'cache', 'pid', 'private', 'ncalrpc']) await mkdir(join(folder, kind));
  children.push(
    spawn('smbd', ['--foreground', '--no-process-group', '-s', join(folder, 'smb.conf')], { stdio: 'ignore' }),
  );
  return port;
}
