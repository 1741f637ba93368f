import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDeferred } from '../../lib/deferred.ts';
import { killGroup } from '../../lib/processes.ts';
import { waitAtMost } from '../../lib/wait-at-most.ts';
import { lastWords } from '../supervision/last-words.ts';
import { aborted } from '../supervision/stop-signal.ts';
import { electronPackage } from './find-electron.ts';

/** The binary has about 120 MB: at 200 kB/s that is ten minutes. */
const MAX_DOWNLOAD_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** How often it is said how much has come. */
const PROGRESS_MS = 5000;

export interface DownloadOptions {
  /** How long to wait for it, in milliseconds; the download goes on afterwards, for the next start. */
  readonly waitMs: number;
  /** Says one French sentence to the person who started it. */
  say(text: string): void;
  readonly signal: AbortSignal;
}

/**
 * Whether a failure is less than a day old, so that it is not tried again yet. `note`: what was written of the failure, with
 * its time in epoch milliseconds on the first line. A time in the future comes from a wrong clock, and does not count.
 */
export function isRemembered(note: string | null, nowMs: number): boolean {
  const failedMs = Number.parseInt(note ?? '', 10);
  return failedMs <= nowMs && nowMs - failedMs < DAY_MS;
}

/**
 * Lets the package `electron` download its binary, and says how much has come. A failure is said, and remembered for a day
 * in a file beside the packages; it is no error, because an installed browser does as well.
 */
export async function downloadElectron({ waitMs, say, signal }: DownloadOptions): Promise<void> {
  const folder = electronPackage();
  if (folder === null || signal.aborted) return;
  const note = join(dirname(folder), '.preau', 'electron-failed');
  if (isRemembered(existsSync(note) ? readFileSync(note, 'utf8') : null, Date.now())) return;
  say('téléchargement d’Electron, une minute au plus…');
  const done = fetchBinary(folder, say, signal).then((failure) => {
    if (failure !== null && !signal.aborted) noteFailure(note, failure, say);
    return true;
  });
  // An abort ends the installer, and `done` with it.
  const isDone = await waitAtMost(done, waitMs);
  if (!isDone && !signal.aborted) {
    say('Electron n’est pas encore là : un navigateur installé prend sa place pour cette fois.');
  }
}

function noteFailure(note: string, failure: string, say: (text: string) => void): void {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, `${Date.now()}\n${failure}\n`);
  say('Electron n’a pas pu être téléchargé ; nouvel essai demain. Un navigateur installé suffit.');
}

/** Runs the package's own installer; resolves to null once the binary is there, else to the reason why it is not. */
async function fetchBinary(folder: string, say: (text: string) => void, signal: AbortSignal): Promise<string | null> {
  // The installer downloads into the folder for temporary files: it gets one of its own, whose growth can be seen.
  const temporary = mkdtempSync(join(tmpdir(), 'preau-electron-'));
  const progress = setInterval(() => {
    const megabytes = Math.round(bytesIn(temporary) / 1e6);
    if (megabytes > 0) say(`téléchargement d’Electron : ${megabytes} Mo…`);
  }, PROGRESS_MS);
  try {
    return await runInstaller(join(folder, 'install.js'), temporary, signal);
  } finally {
    clearInterval(progress);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Resolves to null where the installer succeeds, else to what it said. It is killed when it takes too long, or on abort. */
async function runInstaller(script: string, temporary: string, signal: AbortSignal): Promise<string | null> {
  const child = spawn(process.execPath, [script], {
    detached: process.platform !== 'win32',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = lastWords(child.stderr);
  const ended = createDeferred<string | null>();
  child.once('error', (error) => ended.resolve(error.message));
  child.once('exit', (code) => ended.resolve(code === 0 ? null : said() || `code ${code}`));
  await Promise.race([waitAtMost(ended.promise, MAX_DOWNLOAD_MS), aborted(signal)]);
  if (child.exitCode === null && child.pid) killGroup(child.pid);
  return ended.promise;
}

/** Bytes of all files in a folder that another process is writing into. */
export function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
