import { type ChildProcess, spawn } from 'node:child_process';
import { killGroup } from '../../../lib/processes.ts';
import { profileArgument } from './office-profile.ts';

/** How a run of LibreOffice ended. `late`: it was killed at the time limit. `failed`: also where it was killed by a stop. */
export type OfficeEnd = 'ended' | 'failed' | 'late';

export interface OfficeRun {
  readonly program: string;
  /** Folder of the profile. */
  readonly profile: string;
  /** The document, and the folder in which its PDF is put. */
  readonly source: string;
  readonly outDir: string;
  /** Milliseconds. */
  readonly limitMs: number;
  /** Kills LibreOffice when it is aborted. */
  readonly stopping: AbortSignal;
}

/** Runs LibreOffice once, to make a PDF. Never rejects. */
export function runOffice({ program, profile, source, outDir, limitMs, stopping }: OfficeRun): Promise<OfficeEnd> {
  const settings = [profileArgument(profile), '--headless', '--norestore', '--nologo', '--nolockcheck'];
  const child = spawn(program, [...settings, '--convert-to', 'pdf', '--outdir', outDir, source], {
    stdio: 'ignore',
    // Its own process group: soffice is a script that starts the program proper, and both must be killed.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      kill(child);
    }, limitMs);
    const stop = (): void => kill(child);
    const finish = (end: 'ended' | 'failed'): void => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', stop);
      resolve(late ? 'late' : end);
    };
    stopping.addEventListener('abort', stop);
    child.once('error', () => finish('failed'));
    child.once('exit', (code) => finish(code === 0 ? 'ended' : 'failed'));
  });
}

/** Kills LibreOffice and what it started. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  killGroup(child.pid);
}
