/** Entry of the worker threads: everything slow or risky happens here, one step of one file at a time. */
import sharp from 'sharp';
import { openStore, type Store } from '../store.ts';
import { type Job, refused, type Step } from './job.ts';
import { faultOf, prepareFile } from './prepare-file.ts';

let opened: Store | null = null;

/** Called by the pool. The store of the thread is opened at its first job; libvips keeps nothing between two. */
export async function step(job: Job): Promise<Step> {
  try {
    if (opened?.dir !== job.storeDir) {
      sharp.cache(false);
      forbidExit();
      opened = await openStore(job.storeDir);
    }
  } catch (error) {
    return { done: true, prepared: refused(faultOf(error)) };
  }
  return prepareFile(job, opened);
}

/** A decoder that ends its thread would leave the pool waiting for it; one that throws is answered. */
function forbidExit(): void {
  process.exit = (code) => {
    throw new Error(`a decoder gave up with code ${code}`);
  };
}
