import type { Listing } from './listing.ts';

/** A scan that looks at nothing more for so long meets a share that hangs, milliseconds. */
const HANGS_MS = 20_000;

/**
 * Runs a scan, which calls `onLook` after each look at a file or a folder, and calls `onHang` where it looks at nothing more: it is
 * waited for all the same. A hundred thousand files on a busy machine may take longer in all: they are in reach.
 */
export async function watchScan(scan: (onLook: () => void) => Promise<Listing>, onHang: () => void): Promise<Listing> {
  const timer = setTimeout(onHang, HANGS_MS);
  try {
    return await scan(() => void timer.refresh());
  } finally {
    clearTimeout(timer);
  }
}
