import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDeferred } from '../../lib/deferred.ts';
import type { Settings } from '../../settings/settings.ts';
import { prepareProfile } from '../chromium/profile.ts';
import { type DisplayFault, displayFaultIn } from '../display-fault.ts';
import { addressIn } from '../supervision/address.ts';
import { followGroup, type GroupEnd } from '../supervision/follow-group.ts';
import { keepRunning, type Life, type Running, realTimers } from '../supervision/keep-running.ts';
import type { NoteRestart } from '../supervision/restart-notes.ts';
import { aborted } from '../supervision/stop-signal.ts';
import { LEFT } from './endings.ts';

/** How long Electron may take to end before it is killed: it closes the service first, which may take 2 s. */
const MAX_CLOSE_MS = 2500;
/** After this many deaths before it first serves, Electron is said not to run here (missing libraries, for one). */
const MAX_DEATHS_BEFORE_SERVING = 3;
/** Characters of its output in which the address is looked for. */
const MAX_OUTPUT = 4096;

export interface ElectronShell {
  readonly executable: string;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly noteRestart: NoteRestart;
  /** The service answers for the first time. */
  onServing(): void;
}

/**
 * Runs Electron, which keeps the service running and shows it, until `signal` is aborted. Resolves to the exit code, or to
 * the reason for which Electron does not run on this machine.
 */
export async function runUnderElectron(shell: ElectronShell): Promise<number | DisplayFault> {
  const ended = createDeferred<number | DisplayFault>();
  const electron = keepElectron(shell, ended.resolve);
  const outcome = await Promise.race([ended.promise, aborted(shell.signal)]);
  await electron.stop();
  return outcome ?? 0;
}

/** Starts Electron, and again when it dies. `giveUp`: a person has left; it cannot serve (exit code 2, and it has said why); or it dies too often. */
function keepElectron(
  { executable, settings, noteRestart, onServing }: ElectronShell,
  giveUp: (why: number | DisplayFault) => void,
): Running {
  let port = settings.port;
  let served = false;
  let deaths = 0;

  const onOutput = (text: string, url: string | null): void => {
    // The address is printed once; the service keeps its port for the players of other machines.
    if (url === null || !served) process.stdout.write(text);
    if (url !== null && !served) {
      port = Number(new URL(url).port || port);
      onServing();
    }
    served ||= url !== null;
  };

  const start = ({ onGone }: Life): Running => {
    try {
      prepareProfile(join(settings.state, 'electron'));
    } catch (error) {
      onGone(String(error)); // A full disk, for one: it is tried again.
      return { stop: async () => {} };
    }
    return startElectron(
      executable,
      { ...settings, port },
      {
        onOutput,
        onEnd({ why, code, said }) {
          deaths += 1;
          if (code === LEFT) giveUp(0);
          else if (code === 2 && !served) giveUp(2);
          else if (!served && deaths >= MAX_DEATHS_BEFORE_SERVING) giveUp(displayFaultIn(said));
          else onGone(why);
        },
      },
    );
  };

  return keepRunning({
    timers: realTimers,
    onRestart: (why, delayMs) => noteRestart('Electron', why, delayMs),
    start,
  });
}

/** What becomes of one Electron. */
interface ElectronLife {
  /** It has printed `text`; `url`: the address in all that it printed so far. */
  onOutput(text: string, url: string | null): void;
  onEnd(end: GroupEnd): void;
}

function startElectron(executable: string, settings: Settings, life: ElectronLife): Running {
  const child = spawn(executable, electronArguments(settings.state, process.getuid?.() === 0), {
    detached: process.platform !== 'win32',
    env: { ...process.env, PREAU_SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output = `${output}${text}`.slice(-MAX_OUTPUT);
    life.onOutput(text, addressIn(output));
  });
  child.stderr.on('data', (text: string | Buffer) => process.stderr.write(text));
  return followGroup(child, { maxCloseMs: MAX_CLOSE_MS, asksLeaderOnly: true, onEnd: life.onEnd });
}

/** The arguments of Electron's binary; as root Chromium refuses to run with its sandbox. */
export function electronArguments(state: string, root: boolean): string[] {
  const entry = fileURLToPath(new URL('./electron-main.js', import.meta.url));
  return [...(root ? ['--no-sandbox'] : []), entry, `--user-data-dir=${join(state, 'electron')}`];
}
