import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { dirname, join } from 'node:path';
import type { Health } from '../../main/server/answers.ts';
import { buildDeb } from '../../packaging/debian/build-deb.ts';
import { largestParts } from '../../packaging/largest-parts.ts';
import { run } from '../../packaging/run.ts';
import { startXvfb, type VirtualDisplay } from '../support/xvfb.ts';
import { type CleanRoot, openCleanRoot, type Started } from './clean-root.ts';
import { checkElectronArchive } from './electron-archive.ts';

const PORT = 18_000 + (process.pid % 1_000);
const URL_OF_WALL = `http://127.0.0.1:${PORT}/`;
/** The wall may show its clock, or nothing new, for so long while it is upgraded. */
const MAX_UPGRADE_MS = 5_000;

/**
 * Runs the whole life of the package on a clean Debian; resolves to the exit code. `args`: the suite, by default bookworm, and
 * `--draft` for a package that is made faster and is larger.
 */
export async function testDist(root: string, args: readonly string[]): Promise<number> {
  const suite = args.find((arg) => !arg.startsWith('-')) ?? 'bookworm';
  const pictures = join(root, 'dist', 'pictures');
  await mkdir(pictures, { recursive: true });
  const deb = await makeDeb(root, args.includes('--draft'));
  const newer = await nextVersion(root, deb);
  const archive = await checkElectronArchive(root);
  tell('packed for Electron', `${archive.files} files and folders, ${(archive.bytes / 1e6).toFixed(1)} MB`);
  const clean = await openCleanRoot(suite);
  const display = await startXvfb(1920, 1080);
  let wall: Started | null = null;
  try {
    await clean.run('apt-get', '-qq', 'update');
    // The browser and what it needs is not ours: what it leaves is not counted.
    await clean.run('apt-get', '-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'adduser', 'procps');
    const before = await clean.files();
    await install(clean, deb);
    tell('installed', await clean.run('preau', 'version'));
    wall = startWall(clean, display);
    await asksForFolder(display, join(pictures, 'first-start.png'));
    await chooseFolder(clean, display, join(pictures, 'wall.png'));
    await upgrade(clean, newer);
    await photograph(display, join(pictures, 'after-upgrade.png'));
    await wall.stop();
    wall = null;
    await removeAndPurge(clean, before);
    return 0;
  } catch (error) {
    if (wall) process.stderr.write(`${wall.said()}\n`);
    throw error;
  } finally {
    await wall?.stop();
    await display.stop();
    await clean.dispose();
  }
}

function tell(what: string, detail = ''): void {
  process.stdout.write(`✓ ${what}${detail === '' ? '' : `: ${detail.trim()}`}\n`);
}

async function makeDeb(root: string, isDraft: boolean): Promise<string> {
  const architecture = arch() === 'arm64' ? 'arm64' : 'amd64';
  const stage = join(root, 'dist/stage-test');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const deb = await buildDeb({ architecture, root, stage, isDraft });
  tell('built', `${deb}, ${((await stat(deb)).size / 1e6).toFixed(1)} MB`);
  for (const { path, bytes } of await largestParts(stage)) tell(`  ${(bytes / 1e6).toFixed(1)} MB`, path);
  await rm(stage, { recursive: true, force: true });
  return deb;
}

/** The same package as a later version, which a later build made. */
async function nextVersion(root: string, deb: string): Promise<string> {
  const stage = join(root, 'dist/stage-next');
  await rm(stage, { recursive: true, force: true });
  await run('dpkg-deb', ['-R', deb, stage]);
  const edit = async (path: string, from: RegExp, to: string) => {
    const file = join(stage, path);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  };
  await edit('DEBIAN/control', /^Version: .*$/mu, 'Version: 99.0.0');
  await edit('usr/lib/preau/package.json', /"version": "[^"]*"/u, '"version": "99.0.0"');
  // `preau setup` has written in the copy of the machine: nobody is asked which of the two counts.
  await edit('usr/share/preau/preau.conf', /^/u, '# Un réglage de plus.\n');
  await edit('usr/lib/preau/build/main/built-at.json', /"[^"]*"/u, `"${new Date().toISOString()}"`);
  const file = join(root, 'dist/preau-next.deb');
  await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', stage, file]);
  await rm(stage, { recursive: true, force: true });
  return file;
}

async function install(clean: CleanRoot, deb: string): Promise<void> {
  await run('cp', [deb, join(clean.path, 'root/preau.deb')]);
  await clean.run('apt-get', '-qq', 'install', '-y', '--no-install-recommends', '/root/preau.deb');
  await rm(join(clean.path, 'root/preau.deb'));
}

/** As the user that the package makes, whose browser runs in its own sandbox. */
function startWall(clean: CleanRoot, display: VirtualDisplay): Started {
  const env = { HOME: '/var/lib/preau', DISPLAY: display.name, PREAU_PORT: String(PORT) };
  return clean.start('preau', env, ['preau', 'start', '--shell', 'chromium']);
}

/** Nobody has said yet where the folder is: the wall asks for it, and the browser lays nothing over it. */
async function asksForFolder(display: VirtualDisplay, picture: string): Promise<void> {
  await until('the form is served', async () => (await fetch(new URL('api/setup', URL_OF_WALL))).ok);
  await until('the form is on the display', async () => display.screenshot().at(960, 60) === 'fbf6ec');
  await photograph(display, picture);
  assert.equal(display.screenshot().at(1900, 20), 'fbf6ec', 'a corner of the display shows something else');
}

/** The choice is made in a terminal: the wall that asks for it takes it up. */
async function chooseFolder(clean: CleanRoot, display: VirtualDisplay, picture: string): Promise<void> {
  await clean.run('cp', '-r', '/usr/lib/preau/content', '/srv/preau');
  await clean.run('chown', '-R', 'preau:preau', '/srv/preau');
  await clean.run('preau', 'setup', '--content', '/srv/preau');
  await until('the wall plays the folder', async () => (await paintedAt()) !== null);
  tell(
    'settings',
    (await clean.run('preau', 'config')).split('\n').find((line) => line.includes('content')),
  );
  await photograph(display, picture);
}

async function upgrade(clean: CleanRoot, deb: string): Promise<void> {
  const { version: old } = await health();
  const browser = await browserOf(clean);
  let silentSince = Date.now();
  let longest = 0;
  let watching = true;
  const watch = (async () => {
    while (watching) {
      if (
        await health().then(
          () => true,
          () => false,
        )
      )
        silentSince = Date.now();
      longest = Math.max(longest, Date.now() - silentSince);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  await install(clean, deb);
  await until('the new version serves', async () => (await health()).version === '99.0.0');
  const since = new Date().toISOString();
  await until('the wall plays on with it', async () => Date.parse((await paintedAt()) ?? '') > Date.parse(since));
  watching = false;
  await watch;
  assert.notEqual(old, '99.0.0');
  assert.equal(await browserOf(clean), browser, 'the browser went on');
  assert.ok(longest < MAX_UPGRADE_MS, `the service was away for ${longest} ms`);
  tell('upgraded while it played', `the service was away for ${longest} ms, the page never`);
}

async function removeAndPurge(clean: CleanRoot, before: ReadonlySet<string>): Promise<void> {
  await clean.run('mkdir', '-p', '/root/.local/share');
  await clean.run('preau', 'check');
  await clean.run('apt-get', '-qq', 'remove', '-y', 'preau');
  const removed = await left(clean, before);
  assert.ok(removed.includes('etc/preau/preau.conf'), 'the settings outlive a removal');
  assert.deepEqual(
    removed.filter((path) => path.startsWith('usr/')),
    [],
  );
  // The folder that the form proposes to the user of the kiosk lies in his home.
  const ofSchool = join(clean.path, 'var/lib/preau/Documents/Préau/Affiche.txt');
  await mkdir(dirname(ofSchool), { recursive: true });
  await writeFile(ofSchool, 'Ce soir, concert.');
  const journal = join(clean.path, 'var/log/journal/0123.preau');
  await mkdir(journal, { recursive: true });
  await clean.run('apt-get', '-qq', 'purge', '-y', 'preau');
  assert.equal(await readFile(ofSchool, 'utf8'), 'Ce soir, concert.');
  assert.ok(!existsSync(journal), 'the journal of the kiosk is left');
  await rm(join(clean.path, 'var/lib/preau'), { recursive: true });
  await rm(join(clean.path, 'srv/preau'), { recursive: true });
  assert.deepEqual(await left(clean, before), ['root/.local', 'root/.local/share']);
  assert.doesNotMatch(await readFile(join(clean.path, 'etc/passwd'), 'utf8'), /preau/u);
  tell('removed and purged', 'nothing left but the folder of the school');
}

async function left(clean: CleanRoot, before: ReadonlySet<string>): Promise<string[]> {
  return [...(await clean.files())].filter((path) => !before.has(path));
}

const health = async () => (await (await fetch(new URL('health', URL_OF_WALL))).json()) as Health;
const paintedAt = async () => (await health()).screens.find(({ connected }) => connected)?.lastPaintedAt ?? null;

/** The process of the browser that shows the wall: the oldest one on its profile. */
async function browserOf(clean: CleanRoot): Promise<string> {
  return (await clean.run('pgrep', '-o', '-f', 'user-data-dir=/var/lib/preau')).trim();
}

async function photograph(display: VirtualDisplay, picture: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_500)); // Slides fade in.
  await display.save(picture);
  tell('photographed', picture);
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const start = Date.now();
  while (!(await isSo().catch(() => false))) {
    if (Date.now() - start > 120_000) {
      const seen = await health().catch(String);
      throw new Error(`not within two minutes: ${what}; the service says ${JSON.stringify(seen)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  tell(what, `${((Date.now() - start) / 1000).toFixed(1)} s`);
}
