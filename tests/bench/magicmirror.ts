import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { placeNode } from '../../packaging/debian/node-binary.ts';
import { run } from '../../packaging/run.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from './free-port.ts';
import { NotMeasured } from './row.ts';

/** MagicMirror² as npm has it, and the Node that it asks for, in a folder outside the checkout. */
export interface MagicMirror {
  readonly home: string;
  readonly node: string;
}

/** The release that is measured. */
export const MAGICMIRROR = '2.35.0';
const CACHE = join(homedir(), '.cache/preau-bench');

/** Installs it once. @throws {NotMeasured} where the registry of npm cannot be reached. */
export async function installMagicMirror(): Promise<MagicMirror> {
  const home = join(CACHE, `magicmirror-${MAGICMIRROR}`);
  const node = join(CACHE, 'node/bin/node');
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
  try {
    if (!existsSync(node)) await placeNode(architecture, { binary: node, licence: join(CACHE, 'node/LICENSE') }, CACHE);
    if (!existsSync(home)) await unpack(home);
  } catch (error) {
    throw new NotMeasured(`MagicMirror ${MAGICMIRROR} cannot be installed from npm: ${String(error).split('\n')[0]}`);
  }
  return { home, node };
}

async function unpack(home: string): Promise<void> {
  const scratch = `${home}.part`;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  await run('npm', ['pack', `magicmirror@${MAGICMIRROR}`, '--silent', '--pack-destination', scratch]);
  await run('tar', ['-xzf', join(scratch, `magicmirror-${MAGICMIRROR}.tgz`), '-C', scratch]);
  const made = join(scratch, 'package');
  const flags = ['--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  await run('npm', ['install', '--prefix', made, ...flags]);
  await rename(made, home);
  await rm(scratch, { recursive: true });
}

/** How often the feed is read again and shown again, milliseconds; null: what MagicMirror does where nothing is said. */
export interface Pace {
  readonly reloadMs: number | null;
  readonly fadeMs: number | null;
}

export interface RunningPeer {
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** A clock, a picture over the whole screen, and the headline of a feed: the least that shows what a wall shows. */
const configuration = (feed: string, { reloadMs, fadeMs }: Pace): string => `
let config = {
  address: '127.0.0.1', language: 'fr', locale: 'fr-FR', logLevel: ['WARN', 'ERROR'],
  modules: [
    { module: 'picture', position: 'fullscreen_below' },
    { module: 'clock', position: 'top_left', config: { displaySeconds: false } },
    { module: 'newsfeed', position: 'bottom_bar', config: {
      feeds: [{ title: 'Mot', url: '${feed}' }], showPublishDate: false,
      ${reloadMs === null ? '' : `reloadInterval: ${reloadMs}, updateInterval: ${reloadMs},`}
      ${fadeMs === null ? '' : `animationSpeed: ${fadeMs},`}
    } },
  ],
};
if (typeof module !== 'undefined') module.exports = config;
`;

const PICTURE_MODULE = `Module.register('picture', {
  getDom() {
    const picture = document.createElement('img');
    picture.src = this.file('photo.jpg');
    Object.assign(picture.style, { width: '100vw', height: '100vh', objectFit: 'cover' });
    return picture;
  },
});
`;

/** Gives it what to show. `photo`: a JPEG of the size of the screen. */
export async function fillMagicMirror({ home }: MagicMirror, photo: Uint8Array): Promise<void> {
  const folder = join(home, 'modules/picture');
  await mkdir(folder, { recursive: true });
  await mkdir(join(home, 'config'), { recursive: true });
  await writeFile(join(folder, 'picture.js'), PICTURE_MODULE);
  await writeFile(join(folder, 'photo.jpg'), photo);
}

/** Starts `serveronly`; resolves once it answers. */
export async function startMagicMirror({ home, node }: MagicMirror, feed: string, pace: Pace): Promise<RunningPeer> {
  const port = await freePort();
  const name = `config/bench-${port}.js`;
  await writeFile(join(home, name), configuration(feed, pace));
  const child = spawn(node, ['serveronly'], {
    cwd: home,
    env: { ...process.env, MM_CONFIG_FILE: name, MM_PORT: String(port) },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  await eventually(
    () => fetch(url).then(({ status }) => status, String),
    (answer) => answer === 200,
    60_000,
  );
  return {
    url,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(join(home, name), { force: true });
    },
  };
}
