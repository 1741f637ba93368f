import { spawn } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { isAlive, isService, processesNaming } from '../support/processes.ts';
import { createFolders, startService } from '../support/service.ts';
import { within } from '../support/within.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = fileURLToPath(new URL('../../build/main/cli.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line to its end. */
function preau(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += String(text);
    });
    child.stderr.on('data', (text) => {
      err += String(text);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

const NO_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '' };

test.describe('preau start without a display', () => {
  test('a port in use is one French sentence, and exit code 2', async () => {
    const folders = await createFolders();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const paths = ['--content', folders.content, '--state', folders.state];
    const ended = await preau(['start', '--shell', 'none', '--port', String(port), ...paths]);
    other.close();
    await folders.dispose();
    expect(ended.code).toBe(2);
    expect(ended.out).toBe('');
    const lines = ended.err
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('{'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`Le port ${port} est déjà pris`);
    expect(ended.err).not.toContain('    at ');
  });

  for (const command of ['start', 'check', 'programme']) {
    test(`a state folder that cannot be written is one French sentence, and exit code 2 (${command})`, async () => {
      test.skip(process.platform !== 'linux', 'the folders of this test are of Linux');
      const folders = await createFolders();
      await folders.write('un fichier.txt', 'x');
      const file = join(folders.content, 'un fichier.txt');
      for (const state of [file, join(file, 'dessous'), '/proc/preau', '/proc/preau/profond', '/sys/preau']) {
        const shown = command === 'start' ? ['--shell', 'none', '--port', '0'] : [];
        const ended = await preau([command, ...shown, '--content', folders.content, '--state', state]);
        expect(ended).toMatchObject({ code: 2, out: '' });
        expect(ended.err).toMatch(/^Le dossier de travail [^\n]* donnez-en un autre avec --state\.\n$/);
        expect(ended.err).toContain(state);
      }
      await folders.dispose();
    });
  }

  test('a bad flag is one French sentence, and exit code 2', async () => {
    const ended = await preau(['start', '--port', 'huit']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });

  test('a shell that needs a display says so, instead of failing later', async () => {
    test.skip(process.platform !== 'linux', 'only Linux can be without a display');
    const ended = await preau(['start', '--shell', 'chromium'], NO_DISPLAY);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('Aucun affichage');
  });

  test('a service that is killed comes back on the same address', async () => {
    test.skip(process.platform !== 'linux', 'processes are found through /proc');
    const folders = await createFolders('sample');
    const running = await startService(folders, ['--at=2026-05-05T09:00']);
    const service = () => processesNaming(folders.state).find(isService)?.pid;
    const killed = service();
    expect(killed).toBeDefined();
    process.kill(killed ?? 0, 'SIGKILL');
    await expect
      .poll(
        () =>
          running.health().then(
            (health) => health.at,
            () => '',
          ),
        { timeout: 20_000 },
      )
      .toMatch(/^2026-05-05T09:0/);
    expect(service()).not.toBe(killed);
    await running.stop();
    // The service is killed as its shell ends, and stays in the list of the system for a moment.
    await expect.poll(() => processesNaming(folders.state)).toEqual([]);
    await folders.dispose();
  });

  test('npm start passes check on, and takes paths from the folder it was called in', async () => {
    const folders = await createFolders();
    await folders.write('Bonjour.md', 'Bonjour à tous');
    const flags = ['--content', basename(folders.content), '--state', folders.state];
    const npm = spawn('npm', ['--prefix', ROOT, 'start', '--', 'check', ...flags], {
      cwd: dirname(folders.content),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    npm.stdout.on('data', (text) => {
      printed += String(text);
    });
    const code = await new Promise((resolve) => npm.once('close', resolve));
    await folders.dispose();
    expect(printed).toContain('1 fiche lue, aucun problème.');
    expect(code).toBe(0);
  });

  test('the bootstrap may be started through a link', async () => {
    const folders = await createFolders();
    const link = join(dirname(folders.content), 'lien');
    await symlink(ROOT, link);
    const bootstrap = spawn(process.execPath, [join(link, 'main/bootstrap.mjs'), 'start', '--help'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    bootstrap.stdout.on('data', (text) => {
      printed += String(text);
    });
    await new Promise((resolve) => bootstrap.once('close', resolve));
    await folders.dispose();
    expect(printed).toContain('preau check');
  });

  test('SIGTERM to the npm that started it ends all its processes', async () => {
    test.skip(process.platform !== 'linux', 'processes are found through /proc');
    const folders = await createFolders();
    const flags = ['--shell', 'none', '--port', '0', '--content', folders.content, '--state', folders.state];
    const npm = spawn('npm', ['start', '--', ...flags], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise<void>((resolve, reject) => {
      let printed = '';
      npm.stdout.on('data', (text) => {
        printed += String(text);
        if (printed.includes('Préau : http')) resolve();
      });
      npm.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
    });
    expect(processesNaming(folders.state).some(isService)).toBe(true);
    const running = () => processesNaming(folders.state).filter(({ pid }) => isAlive(pid));
    await within(3_000, async () => {
      npm.kill('SIGTERM');
      await expect.poll(running, { intervals: [50] }).toEqual([]);
    });
    await folders.dispose();
  });

  test('a shell that is killed leaves no service behind', async () => {
    test.skip(process.platform !== 'linux', 'processes are found through /proc');
    const folders = await createFolders();
    const running = await startService(folders);
    expect(processesNaming(folders.state).some(isService)).toBe(true);
    running.process.kill('SIGKILL');
    await expect.poll(() => processesNaming(folders.state)).toEqual([]);
    await folders.dispose();
  });
});
