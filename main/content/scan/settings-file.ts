import { fold } from '../../lib/fold.ts';
import { memoByObject } from '../../lib/memo-by-object.ts';
import { SITE_FILE } from '../../settings/site.ts';
import type { Listing, SourceFile } from './listing.ts';

const found = memoByObject(({ files }: Listing): { readonly file?: SourceFile } => {
  for (const file of files.values()) if (!file.path.includes('/') && fold(file.path) === SITE_FILE) return { file };
  return {};
});

/** The file of settings at the top of the folder; looked for once in each listing. */
export const settingsFileIn = (listing: Listing): SourceFile | undefined => found(listing).file;
