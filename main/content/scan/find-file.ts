import { posix } from 'node:path';
import { fold } from '../../lib/fold.ts';
import type { Listing, SourceFile } from './listing.ts';

/**
 * A file by the path that a person wrote: beside `folder`, or from the top; accents may be composed or not. Only what the scan
 * listed can be found, so no path leads outside the content folder.
 */
export function findFile({ files }: Listing, written: string, folder: string): SourceFile | null {
  const clean = written.trim().replaceAll('\\', '/').replace(/^\/+/u, '').normalize('NFC');
  const candidates = [posix.join(folder, clean), posix.normalize(clean)];
  for (const file of files.values()) if (candidates.includes(file.path.normalize('NFC'))) return file;
  return null;
}

/** A file that settings name: as `findFile` from the top, else without regard to capitals and accents. */
export function findNamed(listing: Listing, written: string): SourceFile | null {
  const exact = findFile(listing, written, '.');
  if (exact) return exact;
  const folded = fold(posix.normalize(written.trim().replaceAll('\\', '/').replace(/^\/+/u, '')));
  for (const file of listing.files.values()) if (fold(file.path) === folded) return file;
  return null;
}
