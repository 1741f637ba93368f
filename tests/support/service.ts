import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Programme } from '../../main/contract.ts';
import type { CatalogueView, Health } from '../../main/server/answers.ts';
import { eventually } from './eventually.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A content folder and a state folder of a test's own. */
export interface Folders {
  readonly content: string;
  readonly state: string;
  /** Writes a file of the content folder, with the folders above it. */
  write(path: string, bytes: string | Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
  dispose(): Promise<void>;
}

/** Empty, or a copy of the sample week that the product brings. */
export async function createFolders(from: 'empty' | 'sample' = 'empty'): Promise<Folders> {
  const base = await mkdtemp(join(tmpdir(), 'preau-test-'));
  const content = join(base, 'contenu');
  await mkdir(content);
  if (from === 'sample') await cp(join(root, 'content'), content, { recursive: true });
  return {
    content,
    state: join(base, 'etat'),
    async write(path, bytes) {
      await mkdir(dirname(join(content, path)), { recursive: true });
      await writeFile(join(content, path), bytes);
    },
    remove: (path) => rm(join(content, path), { recursive: true, force: true }),
    dispose: () => rm(base, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** `preau start --shell none` as a technician runs it, on a port of its own. */
export interface RunningService {
  readonly url: string;
  readonly process: ChildProcess;
  programme(at?: string, screen?: string): Promise<Programme>;
  catalogue(): Promise<CatalogueView>;
  health(): Promise<Health>;
  stop(): Promise<void>;
}

async function getJson<T>(address: URL): Promise<T> {
  const answer = await fetch(address);
  return (await answer.json()) as T;
}

/** What is slower than this joins while the test runs; the sample takes half a minute on a very busy machine. Milliseconds. */
const FIRST_READING_MS = 60_000;

/**
 * Starts the built product of this checkout, or of the one in `checkout`; resolves once it has read the folder. Rejects, with
 * what it logged, if it ends before.
 */
export async function startService(
  folders: Pick<Folders, 'content' | 'state'>,
  flags: readonly string[] = [],
  checkout = root,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const service = await launchService(folders, flags, checkout, env);
  const isRead = ({ content }: Health) => content.read !== false;
  await eventually(service.health, isRead, FIRST_READING_MS).catch(() => undefined);
  return service;
}

/** The same, but resolves as soon as the service prints its address. */
export function launchService(
  folders: Pick<Folders, 'content' | 'state'>,
  flags: readonly string[] = [],
  checkout = root,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const content = `--content=${folders.content}`;
  return startCli(checkout, ['--shell=none', '--port=0', content, `--state=${folders.state}`, ...flags], {
    ...process.env,
    ...env,
  });
}

/** Starts the built product as an installed one that knows no content folder; its home and its settings lie in `home`. */
export function startUnconfigured(home: string, ...flags: readonly string[]): Promise<RunningService> {
  const env = { ...process.env, HOME: home, PREAU_CONF: join(home, 'preau.conf'), PREAU_STATE: join(home, 'state') };
  return startCli(root, ['--shell=none', '--port=0', ...flags], env);
}

async function startCli(checkout: string, flags: readonly string[], env: NodeJS.ProcessEnv): Promise<RunningService> {
  const child = spawn(process.execPath, [join(checkout, 'build/main/cli.js'), 'start', ...flags], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    let logged = '';
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      const address = /Préau : (http:\S+)/u.exec(printed)?.[1];
      if (address) resolve(address);
    });
    child.stderr.on('data', (chunk) => {
      logged += String(chunk);
    });
    child.once('exit', (code) => reject(new Error(`preau start ended with ${code}\n${logged}`)));
  });
  return {
    url,
    process: child,
    programme(at, screen) {
      const address = new URL('api/programme', url);
      if (at !== undefined) address.searchParams.set('at', at);
      if (screen !== undefined) address.searchParams.set('screen', screen);
      return getJson<Programme>(address);
    },
    catalogue: () => getJson<CatalogueView>(new URL('api/catalogue', url)),
    health: () => getJson<Health>(new URL('health', url)),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
