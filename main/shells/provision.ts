import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { frenchList } from '../lib/french-list.ts';
import { killGroup } from '../lib/processes.ts';
import type { ShellName } from '../settings/settings.ts';
import type { Means } from './choose-shell.ts';
import { findBrowser } from './chromium/find-browser.ts';
import { hasDisplay } from './display.ts';
import { downloadElectron } from './electron/download-electron.ts';
import { findElectron } from './electron/find-electron.ts';
import { aborted } from './supervision/stop-signal.ts';

/** Says one French sentence to the person who typed the command. */
type Say = (text: string) => void;

/** How long a first start waits for the download of Electron before it opens an installed browser. */
const MAX_DOWNLOAD_WAIT_MS = 60_000;

interface ProvideOptions {
  readonly shell: ShellName;
  /** Whether a missing browser may be downloaded and installed (`npm start`), or only looked for (`preau start`). */
  readonly fetch: boolean;
  readonly say: Say;
  /** Ends a download or an installation that still runs. */
  readonly signal: AbortSignal;
}

/** Finds, or downloads, what can open the display for this shell. Never fails: what cannot be had is null. */
export async function provideForStart({ shell, fetch, say, signal }: ProvideOptions): Promise<Means> {
  const display = hasDisplay(process.platform, process.env);
  if (shell === 'none' || !display) return { display, electron: null, browser: null };
  const wantsElectron = shell !== 'chromium';
  let electron = wantsElectron ? findElectron() : null;
  if (wantsElectron && !electron && fetch) {
    await downloadElectron({ waitMs: MAX_DOWNLOAD_WAIT_MS, say, signal });
    electron = findElectron();
  }
  // With `auto`, Electron may turn out not to run here: an installed browser is looked for too, but none is installed.
  if (shell === 'electron') return { display, electron, browser: null };
  let browser = await findBrowser();
  if (!browser && !electron && fetch && !signal.aborted) {
    await aptInstall(['chromium'], say, signal);
    browser = await findBrowser();
  }
  return { display, electron, browser };
}

/**
 * Installs what `npm test` needs beside packages: a Chromium, and a virtual display for the test of its shell. `ownBrowser`:
 * path of the browser that Playwright brings, which need not be there.
 */
export async function provideForTests(say: Say, ownBrowser: string, signal: AbortSignal): Promise<void> {
  const missing = [
    ...(existsSync(ownBrowser) || (await findBrowser()) ? [] : ['chromium']),
    // Without Xvfb the tests of the Chromium shell are reported as skipped.
    ...(process.platform === 'linux' && !existsSync('/usr/bin/Xvfb') ? ['xvfb'] : []),
  ];
  if (missing.length > 0) await aptInstall(missing, say, signal);
  if (!existsSync(ownBrowser) && !(await findBrowser())) {
    say('aucun navigateur pour les tests : installez Chromium, Chrome ou Edge, puis relancez npm test.');
  }
}

/** Whether `apt-get` may be used: on Debian or a distribution made from it (`ID`, `ID_LIKE` of os-release), as root. */
export function mayUseApt(osRelease: string, uid: number | undefined): boolean {
  return uid === 0 && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease);
}

async function aptInstall(packages: readonly string[], say: Say, signal: AbortSignal): Promise<void> {
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!mayUseApt(osRelease, process.getuid?.())) return;
  say(`installation de ${frenchList(packages)} (apt-get install), quelques minutes…`);
  await run('apt-get', ['-q', 'update'], signal);
  for (const name of packages) {
    const done = await run('apt-get', ['-q', 'install', '-y', '--no-install-recommends', name], signal);
    if (!done && !signal.aborted) say(`l’installation de ${name} a échoué ; la suite se passera de lui.`);
  }
}

/**
 * Runs a command, its output on standard error; resolves to whether it succeeded. On abort it is asked to end (SIGTERM) and
 * not killed, because what it was unpacking has to stay complete.
 */
async function run(command: string, args: readonly string[], signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(command, args, { detached: true, env, stdio: ['ignore', 2, 2] });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  const succeeded = await Promise.race([ended, aborted(signal)]);
  if (succeeded === undefined && child.pid) killGroup(child.pid, 'SIGTERM');
  return succeeded ?? false;
}
