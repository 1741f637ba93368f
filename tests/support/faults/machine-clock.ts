import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const LOADED_FIRST = fileURLToPath(new URL('./shifted-clock.mjs', import.meta.url));

/** The clock of the machine, as a service has it that is started with this environment; a test puts it forward. */
export interface MachineClock {
  readonly env: Readonly<Record<string, string>>;
  /** It is ahead of the real one by this much from now on. */
  putForward(ms: number): Promise<void>;
}

/** `file`: where it is kept how much the clock is ahead. */
export async function machineClock(file: string): Promise<MachineClock> {
  const putForward = (ms: number) => writeFile(file, String(ms));
  await putForward(0);
  return { env: { NODE_OPTIONS: `--import=${LOADED_FIRST}`, PREAU_TEST_CLOCK: file }, putForward };
}
