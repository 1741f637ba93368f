import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually.ts';
import { descendants, isService } from '../support/processes.ts';
import type { RunningService } from '../support/service.ts';

/** A service of which it can be asked what memory it has in use. */
export interface Measurable {
  readonly service: RunningService;
  /** KB of the process and its threads once their garbage is collected, without the room that the heap keeps for new objects. */
  inUse(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts a service with a module of the bench in it, which collects the garbage before the memory is read: what a heap of 30 MB
 * keeps of it is as much again, and comes and goes. Linux, since processes have to take a signal.
 */
export async function startMeasurable(start: () => Promise<RunningService>): Promise<Measurable> {
  const scratch = await mkdtemp(join(tmpdir(), 'preau-bench-'));
  const file = join(scratch, 'in-use');
  const { NODE_OPTIONS } = process.env;
  Object.assign(process.env, {
    PREAU_BENCH_IN_USE: file,
    NODE_OPTIONS: `${NODE_OPTIONS ?? ''} --import ${new URL('in-use.mjs', import.meta.url)}`,
  });
  const service = await start().finally(() => {
    delete process.env.PREAU_BENCH_IN_USE;
    if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = NODE_OPTIONS;
  });
  return {
    service,
    async inUse() {
      await rm(file, { force: true });
      const pid = descendants(service.process.pid ?? 0).find(isService)?.pid ?? 0;
      process.kill(pid, 'SIGUSR2');
      await eventually(async () => existsSync(file), Boolean);
      return Number(await readFile(file, 'utf8')) / 1024;
    },
    async stop() {
      await service.stop();
      await rm(scratch, { recursive: true });
    },
  };
}
