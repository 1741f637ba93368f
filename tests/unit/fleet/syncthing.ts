import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.ts';

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** One machine of a group that syncs a folder. */
export interface Peer {
  readonly home: string;
  readonly folder: string;
  readonly id: string;
  readonly port: number;
  readonly gui: number;
  process: ChildProcess | null;
}

/** Makes the keys of a machine. */
export async function createPeer(home: string, folder: string): Promise<Peer> {
  execFileSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder'], { stdio: 'ignore' });
  const id = execFileSync('syncthing', ['--device-id', `--home=${home}`], { encoding: 'utf8' }).trim();
  return { home, folder, id, port: await freePort(), gui: await freePort(), process: null };
}

/** Writes the settings of a machine: one folder, these peers, on the loopback alone. */
async function configure(peer: Peer, peers: readonly Peer[]): Promise<void> {
  const text = await readFile(join(peer.home, 'config.xml'), 'utf8');
  const version = /<configuration version="(\d+)"/u.exec(text)?.[1] ?? '36';
  const devices = peers.map(({ id }) => `<device id="${id}"></device>`).join('');
  const known = peers
    .map(
      ({ id, port }) =>
        `<device id="${id}" name="${port}" compression="never"><address>tcp://127.0.0.1:${port}</address></device>`,
    )
    .join('');
  await writeFile(
    join(peer.home, 'config.xml'),
    `<configuration version="${version}">
<folder id="preau" label="preau" path="${peer.folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="1">${devices}<maxConflicts>10</maxConflicts></folder>
${known}
<gui enabled="true"><address>127.0.0.1:${peer.gui}</address><apikey>essai</apikey></gui>
<options><listenAddress>tcp://127.0.0.1:${peer.port}</listenAddress><globalAnnounceEnabled>false</globalAnnounceEnabled>
<localAnnounceEnabled>false</localAnnounceEnabled><relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>
<startBrowser>false</startBrowser><urAccepted>-1</urAccepted><crashReportingEnabled>false</crashReportingEnabled>
<reconnectionIntervalS>2</reconnectionIntervalS><autoUpgradeIntervalH>0</autoUpgradeIntervalH></options>
</configuration>`,
  );
}

const ask = (peer: Peer, path: string, method = 'GET') =>
  fetch(`http://127.0.0.1:${peer.gui}${path}`, { method, headers: { 'x-api-key': 'essai' } });

/** Starts a machine's Syncthing, and waits until it answers. */
export async function startPeer(peer: Peer, peers: readonly Peer[]): Promise<void> {
  await configure(peer, peers);
  const args = ['serve', `--home=${peer.home}`, '--no-browser', '--no-upgrade', '--no-restart', '--logfile=-'];
  peer.process = spawn('syncthing', args, { stdio: 'ignore', env: { ...process.env, STNOUPGRADE: '1' } });
  await eventually(
    () =>
      ask(peer, '/rest/system/ping').then(
        ({ ok }) => ok,
        () => false,
      ),
    Boolean,
    30_000,
  );
}

export async function stopPeer(peer: Peer): Promise<void> {
  const { process: running } = peer;
  peer.process = null;
  if (running === null || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
}

/** Cuts this machine off from the others, or lets it back. */
export const setPaused = async (peer: Peer, paused: boolean): Promise<void> => {
  await ask(peer, `/rest/system/${paused ? 'pause' : 'resume'}`, 'POST');
};

/** Has a machine look at its folder now. */
export const rescan = async (peer: Peer): Promise<void> => {
  await ask(peer, '/rest/db/scan?folder=preau', 'POST');
};

/** Waits until a machine knows of this many files, and misses none. */
export async function inSync(peer: Peer, files: number): Promise<void> {
  await eventually(
    async () => (await ask(peer, '/rest/db/status?folder=preau')).json() as Promise<Record<string, unknown>>,
    ({ state, needFiles, localFiles }) => state === 'idle' && needFiles === 0 && localFiles === files,
    60_000,
  );
}
