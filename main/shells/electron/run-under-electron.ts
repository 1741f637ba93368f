import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Settings } from '../../settings/settings.ts';
import { killGroup, prepareProfile } from '../chromium/profile.ts';
import { keepRunning, type Running, realTimers } from '../supervision/keep-running.ts';
import { addressIn } from '../supervision/serve.ts';
import { aborted } from '../supervision/stop-signal.ts';

/** How long Electron may take to end before it is killed: it closes the service first, which may take 2 s. */
const PATIENCE_MS = 2500;
/** Deaths before the first page after which Electron is said not to run here (missing libraries, for one). */
const HOPELESS = 3;

export interface ElectronShell {
  readonly executable: string;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/**
 * Runs Electron, which keeps the service running and shows it, until it is told to stop; resolves to the exit code, or
 * to null where Electron does not run on this machine.
 */
export async function runUnderElectron({ executable, settings, signal, log }: ElectronShell): Promise<number | null> {
  let end: (code: number | null) => void = () => {};
  const ended = new Promise<number | null>((resolve) => {
    end = resolve;
  });
  const electron = openElectron({
    executable,
    settings,
    onOutput: (text) => process.stdout.write(text),
    onRestart: (why, delayMs) => log.warn({ why, delayMs }, 'Electron ended; it is started again'),
    onRefused: () => end(2),
    onHopeless: () => end(null),
  });
  const code = await Promise.race([ended, aborted(signal)]);
  await electron.stop();
  return code === undefined ? 0 : code;
}

interface KeptElectron {
  readonly executable: string;
  readonly settings: Settings;
  /** What it prints on standard output, to be passed on. */
  onOutput(text: string): void;
  onRestart(why: string, delayMs: number): void;
  /** It cannot serve (exit code 2), and has said why. */
  onRefused(): void;
  /** It died too often before the first page. */
  onHopeless(): void;
}

/** Starts Electron, which keeps the service running and shows it, and starts it again when it dies. */
function openElectron(shell: KeptElectron): Running {
  let port = shell.settings.port;
  let served = false;
  let deaths = 0;
  return keepRunning({
    timers: realTimers,
    onRestart: shell.onRestart,
    start(onGone) {
      prepareProfile(join(shell.settings.state, 'electron'));
      const child = spawn(shell.executable, electronArguments(shell.settings.state, process.getuid?.() === 0), {
        detached: process.platform !== 'win32',
        env: { ...process.env, PREAU_SETTINGS: JSON.stringify({ ...shell.settings, port }) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output = `${output}${text}`.slice(-4096);
        const url = addressIn(output);
        // The address is told once; the service keeps its port for the players of other machines.
        if (url && !served) port = Number(new URL(url).port || port);
        if (!url || !served) shell.onOutput(text);
        served ||= url !== null;
      });
      const gone = new Promise<void>((resolve) => {
        const end = (why: string, code: number | null): void => {
          if (child.pid) killGroup(child.pid);
          resolve();
          deaths += 1;
          if (code === 2 && !served) shell.onRefused();
          else if (!served && deaths >= HOPELESS) shell.onHopeless();
          else onGone(why);
        };
        child.once('error', (error) => end(error.message, null));
        child.once('exit', (code, signal) => end(signal ?? `code ${code}`, code));
      });
      return {
        async stop() {
          // To it alone, not to its group: it closes its own processes in order.
          child.kill('SIGTERM');
          const timer = setTimeout(() => child.pid && killGroup(child.pid), PATIENCE_MS);
          await gone;
          clearTimeout(timer);
        },
      };
    },
  });
}

/** The arguments of Electron's binary; as root Chromium refuses to run with its sandbox. */
export function electronArguments(state: string, root: boolean): string[] {
  const entry = fileURLToPath(new URL('./electron-main.js', import.meta.url));
  return [...(root ? ['--no-sandbox'] : []), entry, `--user-data-dir=${join(state, 'electron')}`];
}
