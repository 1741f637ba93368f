import { execFile } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { browserLaunch, machineBrowser } from '../support/browser.ts';

/** On what the figures were measured. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly chromium: string;
  readonly commit: string;
  /** ISO, with the zone of the machine. */
  readonly at: string;
  /** Of the last minute, when the run begins: what else the machine had to do. */
  readonly load: number;
}

const run = promisify(execFile);

async function answerOf(program: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    return (await run(program, args, { cwd })).stdout.trim();
  } catch {
    return 'unknown';
  }
}

export async function machineNow(root: string): Promise<Machine> {
  const chromium = browserLaunch().executablePath ?? machineBrowser ?? 'chromium';
  const changed = await answerOf('git', ['status', '--porcelain', '--untracked-files=no'], root);
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium: /[\d.]+/u.exec(await answerOf(chromium, ['--version'], root))?.[0] ?? 'unknown',
    commit: (await answerOf('git', ['rev-parse', '--short', 'HEAD'], root)) + (changed === '' ? '' : ' with changes'),
    at: new Date().toISOString(),
    load: currentLoad(),
  };
}

export const currentLoad = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;
