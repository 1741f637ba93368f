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
import { killGroup } from '../chromium/profile.ts';
import { electronPackage } from './find-electron.ts';

/** The binary is about 120 MB: at 200 kB/s that is ten minutes. */
const LIMIT_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const PROGRESS_MS = 5000;

export interface DownloadOptions {
  /** How long to wait for it; it goes on behind for as long as we run, for the next start. */
  readonly waitMs: number;
  say(text: string): void;
  readonly signal: AbortSignal;
}

/**
 * Whether a failure is recent enough not to try again. `note`: what was written of it, epoch milliseconds on its first
 * line.
 */
export function isRemembered(note: string | null, nowMs: number): boolean {
  const failedMs = Number.parseInt(note ?? '', 10);
  return failedMs <= nowMs && nowMs - failedMs < DAY_MS;
}

/**
 * Lets the package `electron` download its binary, and says how far it is. A failure is told, remembered for a day
 * beside the packages, and no error: an installed browser will do.
 */
export async function downloadElectron({ waitMs, say, signal }: DownloadOptions): Promise<void> {
  const folder = electronPackage();
  if (folder === null || signal.aborted) return;
  const note = join(dirname(folder), '.preau', 'electron-failed');
  if (isRemembered(existsSync(note) ? readFileSync(note, 'utf8') : null, Date.now())) return;
  say('téléchargement d’Electron, une minute au plus…');
  const done = fetchBinary(folder, say, signal).then((failure) => {
    if (failure === null || signal.aborted) return;
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, `${Date.now()}\n${failure}\n`);
    say('Electron n’a pas pu être téléchargé ; nouvel essai demain. Un navigateur installé suffit.');
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      say('Electron n’est pas encore là : un navigateur installé prend sa place pour cette fois.');
      resolve();
    }, waitMs);
  });
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await Promise.race([done, late, aborted]);
  clearTimeout(timer);
}

/** Runs the package's own installer; resolves to null once the binary is there, else to why it is not. */
function fetchBinary(folder: string, say: (text: string) => void, signal: AbortSignal): Promise<string | null> {
  // It downloads into the folder for temporary files: one of our own, so that its growth can be told.
  const temp = mkdtempSync(join(tmpdir(), 'preau-electron-'));
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    detached: process.platform !== 'win32',
    env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = `${errors}${text}`.slice(-2000);
  });
  const end = (): void => {
    if (child.pid) killGroup(child.pid);
  };
  const progress = setInterval(() => {
    const megabytes = Math.round(bytesIn(temp) / 1e6);
    if (megabytes > 0) say(`téléchargement d’Electron : ${megabytes} Mo…`);
  }, PROGRESS_MS);
  const limit = setTimeout(end, LIMIT_MS);
  signal.addEventListener(
    'abort',
    () => {
      end();
      rmSync(temp, { recursive: true, force: true });
    },
    { once: true },
  );
  return new Promise((resolve) => {
    const finish = (failure: string | null): void => {
      clearInterval(progress);
      clearTimeout(limit);
      rmSync(temp, { recursive: true, force: true });
      resolve(failure);
    };
    child.on('error', (error) => finish(error.message));
    child.on('exit', (code) => finish(code === 0 ? null : errors || `code ${code}`));
  });
}

/** Bytes of all files in a folder that something else is writing into. */
export function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
