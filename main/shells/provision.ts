import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { ShellName } from '../settings/settings.ts';
import type { Means } from './choose-shell.ts';
import { hasDisplay } from './chromium/display.ts';
import { findBrowser } from './chromium/find-browser.ts';
import { killGroup } from './chromium/profile.ts';
import { downloadElectron } from './electron/download-electron.ts';
import { findElectron } from './electron/find-electron.ts';

/** Says one French sentence to the person who typed the command. */
export type Say = (text: string) => void;

/** How long a first start waits for Electron before it opens an installed browser. */
const WAIT_MS = 60_000;

export interface ProvideOptions {
  readonly shell: ShellName;
  /** Whether what is missing may be fetched (`npm start`), or only looked for (`preau start`). */
  readonly fetch: boolean;
  readonly say: Say;
  /** Ends whatever still runs. */
  readonly signal: AbortSignal;
}

/** Finds, or fetches, what can open the display for this shell. Never fails: what cannot be had is absent. */
export async function provideForStart({ shell, fetch, say, signal }: ProvideOptions): Promise<Means> {
  const display = hasDisplay(process.platform, process.env);
  if (shell === 'none' || !display) return { display, electron: null, browser: null };
  const wantsElectron = shell !== 'chromium';
  let electron = wantsElectron ? findElectron() : null;
  if (wantsElectron && !electron && fetch) {
    await downloadElectron({ waitMs: WAIT_MS, say, signal });
    electron = findElectron();
  }
  // Where Electron runs no other is needed; but it may turn out not to, and then an installed one is.
  if (shell === 'electron') return { display, electron, browser: null };
  let browser = findBrowser();
  if (!browser && !electron && fetch && !signal.aborted) {
    await aptInstall(['chromium'], say, signal);
    browser = findBrowser();
  }
  return { display, electron, browser };
}

/**
 * What `npm test` needs beside packages: a Chromium, and a display to test the shell on. `ownBrowser`: path of the one
 * that Playwright brings, which need not be there.
 */
export async function provideForTests(say: Say, ownBrowser: string, signal: AbortSignal): Promise<void> {
  const missing = [
    ...(existsSync(ownBrowser) || findBrowser() ? [] : ['chromium']),
    // The shell's test looks for it; without it that test is reported as skipped, and nothing else is lost.
    ...(process.platform === 'linux' && !existsSync('/usr/bin/Xvfb') ? ['xvfb'] : []),
  ];
  if (missing.length > 0) await aptInstall(missing, say, signal);
  if (!existsSync(ownBrowser) && !findBrowser()) {
    say('aucun navigateur pour les tests : installez Chromium, Chrome ou Edge, puis relancez npm test.');
  }
}

/** Whether `apt-get` may be used: Debian or a child of it (`ID`, `ID_LIKE` of os-release), as root. */
export function mayUseApt(osRelease: string, uid: number | undefined): boolean {
  return uid === 0 && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease);
}

async function aptInstall(packages: readonly string[], say: Say, signal: AbortSignal): Promise<void> {
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!mayUseApt(osRelease, process.getuid?.())) return;
  say(`installation de ${packages.join(' et ')} (apt-get install), quelques minutes…`);
  await run('apt-get', ['-q', 'update'], signal);
  for (const name of packages) {
    const done = await run('apt-get', ['-q', 'install', '-y', '--no-install-recommends', name], signal);
    if (!done && !signal.aborted) say(`l’installation de ${name} a échoué ; la suite se passera de lui.`);
  }
}

/**
 * Runs to its end, its output on standard error; false where it fails, is not there, or is told to stop: asked, never
 * killed, for what it was unpacking has to stay whole.
 */
function run(command: string, args: readonly string[], signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(command, args, { detached: true, env, stdio: ['ignore', 2, 2] });
    const stop = (): void => {
      if (child.pid) killGroup(child.pid, 'SIGTERM');
      resolve(false);
    };
    signal.addEventListener('abort', stop, { once: true });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => {
      signal.removeEventListener('abort', stop);
      resolve(code === 0);
    });
  });
}
