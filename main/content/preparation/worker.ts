/** Entry of the worker threads: everything slow or risky happens here, one step of one file at a time. */
import sharp from 'sharp';
import { refuse } from '../faults/fault.ts';
import { openStore, type Store } from '../store/store.ts';
import { type Job, lastStep, type Step } from './job.ts';
import { faultOf, prepareFile } from './prepare-file.ts';

let opened: Store | null = null;

/** Called by the pool. A thread opens its store at its first job; libvips keeps nothing between two jobs. */
export async function step(job: Job): Promise<Step> {
  try {
    if (opened?.dir !== job.storeDir) {
      sharp.cache(false);
      tameDecoders();
      opened = await openStore(job.storeDir);
    }
  } catch (error) {
    return lastStep(refuse(faultOf(error)));
  }
  return prepareFile(job, opened);
}

/**
 * A decoder that calls `exit` would end its thread, and the pool would wait for its answer for ever. What it prints (libheif tells
 * of each photo that it cannot read) belongs beside the log, and not into the middle of what `check --json` prints.
 */
function tameDecoders(): void {
  process.exit = (code) => {
    throw new Error(`a decoder gave up with code ${code}`);
  };
  // biome-ignore lint/suspicious/noConsole: what decoders call is replaced here, and nothing is printed.
  console.log = console.error;
}
