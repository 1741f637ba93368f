import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly args: readonly string[];
}

function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
}

/** Every process whose command line names `text` (a folder of the test's own), except this one. Linux. */
export function processesNaming(text: string): Process[] {
  return allProcesses().filter(({ pid, args }) => pid !== process.pid && args.some((arg) => arg.includes(text)));
}

/** The processes that a process has started, those that they have started, and so on. Linux. */
export function descendants(pid: number): Process[] {
  const all = allProcesses();
  const below = (parent: number): Process[] =>
    all.filter((child) => child.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return below(pid);
}

function readProcess(pid: number): Process[] {
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold spaces and brackets: state and parent follow the last bracket.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return [{ pid, parent, args }];
  } catch {
    return []; // It has ended since the list was made.
  }
}

/** The main process of a Chromium, which has helper processes of other types. */
export function isBrowser({ args }: Process): boolean {
  return args.some((arg) => arg.startsWith('--kiosk')) && !args.some((arg) => arg.startsWith('--type='));
}

/** A process that draws pages. Its arguments are one text, because Chromium has overwritten them. */
export function isRenderer({ args }: Process): boolean {
  return args.join(' ').includes('--type=renderer');
}

/** The process of a Chromium that puts everything on the display. */
export function isGraphics({ args }: Process): boolean {
  return args.join(' ').includes('--type=gpu-process');
}

/** Whether a process still runs. A process that has ended, and whose exit code nobody has read yet, does not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false; // No such process.
  }
}

/** The service, started by a shell. */
export function isService({ args }: Process): boolean {
  return args.some((arg) => arg.endsWith('service.js'));
}
