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

/** What a process has started, and what that has started, and so on; without itself. Linux. */
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
    // The name of the program, in brackets, may hold anything: what follows the last bracket is state and parent.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return [{ pid, parent, args }];
  } catch {
    return []; // It ended between the list and the look.
  }
}

/** The browser process of a Chromium: the one that is no helper of it. */
export function isBrowser({ args }: Process): boolean {
  return args.some((arg) => arg.startsWith('--kiosk')) && !args.some((arg) => arg.startsWith('--type='));
}

/** A process that draws pages. Chromium writes its arguments anew, as one text. */
export function isRenderer({ args }: Process): boolean {
  return args.join(' ').includes('--type=renderer');
}

/** Whether a process still runs; one that has ended and that nobody has asked after does not. */
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
