import { type ChildProcess, spawn } from 'node:child_process';
import { access, constants, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { delimiter, extname, join } from 'node:path';
import { killGroup } from '../../../lib/processes.ts';
import { Bytes } from '../../completeness/bytes.ts';
import { incompleteFault } from '../../completeness/completeness.ts';
import { OLE } from '../../completeness/ole.ts';
import { isBomb, readZipDirectory, ZIP } from '../../completeness/zip.ts';
import type { Fault } from '../../fault.ts';
import { faults, strangerFault } from '../../file-faults.ts';
import { completenessAs } from '../check-completeness.ts';
import { recognise } from '../recognise.ts';
import { archiveBomb, conversionFailed, linksOutside, officeMissing } from './office-faults.ts';
import { reachesOutside } from './office-links.ts';
import { clearJobs, makeJobFolder, profileArgument, writeProfile } from './office-profile.ts';

const LIMIT_MS = 120_000;

/** LibreOffice, where it is installed: decks and old documents become PDFs, one at a time. */
export interface Office {
  /** A PDF of the document in a temporary folder, which `discard` removes; or why there is none. */
  toPdf(absolute: string): Promise<{ readonly pdf: string; discard(): Promise<void> } | Fault>;
  /** Stops the conversion that is running, and answers those that wait. */
  close(): Promise<void>;
}

/**
 * Uses `command`, or the first LibreOffice that is found when one is first needed. It has its profile and its files in
 * `dir`: it neither shares the profile of a user nor writes lock files beside the documents of staff. What a killed service
 * left in `dir` is removed.
 */
export function openOffice(dir: string, command?: string, limitMs: number = LIMIT_MS): Office {
  const profile = join(dir, 'profile');
  const cleared = clearJobs(dir);
  let turn: Promise<unknown> = Promise.resolve();
  let child: ChildProcess | null = null;
  let closing = false;

  const convert = async (absolute: string) => {
    const program = command ?? (await findOffice());
    const extension = extname(absolute).toLowerCase();
    if (closing) return faults.stopped();
    if (program === null) return officeMissing(extension);
    const refusal = await judge(absolute, extension);
    if (refusal) return refusal;
    await mkdir(dir, { recursive: true });
    await cleared;
    await writeProfile(profile);
    const folder = await makeJobFolder(dir);
    const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
    const source = join(folder, `document${extension}`);
    const pdf = join(folder, 'document.pdf');
    await copyFile(absolute, source);
    if (closing) {
      await discard();
      return faults.stopped();
    }
    const started = start(program, ['--outdir', folder, source], profile);
    child = started;
    const end = await ended(started, limitMs);
    child = null;
    const made = await stat(pdf).catch(() => null);
    if (end === 'ended' && made && made.size > 0) return { pdf, discard };
    await discard();
    if (closing) return faults.stopped();
    return end === 'late' ? faults.tooSlow() : conversionFailed();
  };

  return {
    toPdf: (absolute) => {
      const result = turn.then(() => convert(absolute));
      turn = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      closing = true;
      if (child) endOffice(child);
      await Promise.all([turn, cleared]);
    },
  };
}

/** The fault of what LibreOffice is never given: unfinished copies, bombs, other formats, links to outside the file. */
async function judge(absolute: string, ending: string): Promise<Fault | null> {
  const bytes = await Bytes.open(absolute);
  try {
    const format = await recognise(bytes);
    const state = await completenessAs(format, bytes);
    if (!state.complete && !state.doubtful) return incompleteFault(state.reason, ending);
    if (format === OLE) return null;
    if (format !== ZIP) return strangerFault(ending, format.ending);
    const entries = await readZipDirectory(bytes);
    if (!entries) return faults.damaged();
    if (isBomb(entries)) return archiveBomb();
    const outside = await reachesOutside(bytes, entries);
    return outside === null ? faults.damaged() : outside ? linksOutside() : null;
  } finally {
    await bytes.close();
  }
}

/** Starts a conversion in a process group of its own: soffice is a script that starts the real program, and both must end. */
function start(program: string, args: readonly string[], profile: string): ChildProcess {
  const settings = [profileArgument(profile), '--headless', '--norestore', '--nologo', '--nolockcheck'];
  return spawn(program, [...settings, '--convert-to', 'pdf', ...args], {
    stdio: 'ignore',
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

function ended(child: ChildProcess, limitMs: number): Promise<'ended' | 'failed' | 'late'> {
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endOffice(child);
    }, limitMs);
    const finish = (end: 'ended' | 'failed'): void => {
      clearTimeout(timer);
      resolve(late ? 'late' : end);
    };
    child.once('error', () => finish('failed'));
    child.once('exit', (code) => finish(code === 0 ? 'ended' : 'failed'));
  });
}

/** Ends LibreOffice with all that it started: on Windows, which has no groups, `taskkill /t` does. */
function endOffice({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  if (process.platform !== 'win32') killGroup(pid);
  else spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
}

/** Looks for LibreOffice in the usual places; null where it is not installed. */
export async function findOffice(): Promise<string | null> {
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    'C:\\Program Files\\LibreOffice\\program',
    '/Applications/LibreOffice.app/Contents/MacOS',
    '/usr/lib/libreoffice/program',
    '/opt/libreoffice/program',
    '/snap/bin',
  ];
  for (const folder of folders.filter((name) => name !== '')) {
    for (const name of names) {
      const path = join(folder, name);
      const found = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (found) return path;
    }
  }
  return null;
}
