import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import {
  defaultSite,
  MAX_SITE_BYTES,
  readSite,
  SITE_FILE,
  type Site,
  type SiteReading,
  siteTooLarge,
} from '../settings/site.ts';
import { decodeText } from './kinds/text/decode-text.ts';
import { type Listing, outOfSight, type SourceFile, signatureOf } from './listing.ts';
import { problem } from './problem.ts';
import type { SavedCatalogue } from './saved-catalogue.ts';
import { standsStill } from './settle.ts';
import { askShare } from './share-queue.ts';

/** The settings of the place, as last read well. */
export interface SiteKeeper {
  site(): Site;
  problems(): readonly Problem[];
  /** Whether the folder had a file of settings when it was last seen. */
  wasThere(): boolean;
  /** Reads `preau.yml` again if it has changed. */
  update(listing: Listing): Promise<void>;
}

/** `onMoved`: the file moved while it was looked at, and is for the next look. */
export function createSiteKeeper(
  saved: Pick<SavedCatalogue, 'site' | 'hasSettings'> | null,
  onMoved: () => void,
  log: Logger,
): SiteKeeper {
  let site = saved?.site ?? defaultSite;
  // Read at each start: what was wrong in it is not saved.
  let signature = '';
  let wasThere = saved?.hasSettings ?? false;
  let looks = 0;
  let problems: readonly Problem[] = [];
  return {
    site: () => site,
    problems: () => problems,
    wasThere: () => wasThere,
    async update(listing) {
      looks += 1;
      const file = [...listing.files.values()].find(({ path }) => fold(path) === SITE_FILE);
      if (file === undefined) {
        if (outOfSight(listing)(SITE_FILE)) return;
        if (wasThere) [site, signature, problems, wasThere] = [defaultSite, '', [], false];
        return;
      }
      if (signatureOf(file) === signature) return;
      wasThere = true;
      // A file that is being saved in place is empty, then half there. The first look cannot wait.
      if (looks > 1 && !(await standsStill([file]))) {
        onMoved();
        return;
      }
      try {
        const result = await readSettings(file, site);
        site = result.site;
        problems = result.problems.map((each) => ({ ...each, file: file.path }));
        signature = signatureOf(file);
      } catch (error) {
        log.warn({ err: error }, 'settings cannot be read');
        problems = [problem('unreadable', file.path)];
      }
    },
  };
}

/** `before`: the settings so far; what is wrong in the file keeps its value of them. */
async function readSettings(file: SourceFile, before: Site): Promise<SiteReading> {
  if (file.size > MAX_SITE_BYTES) return siteTooLarge(before);
  const decoded = decodeText(await askShare(() => readFile(file.absolute)));
  if (!decoded.ok) return { site: before, problems: [{ file: file.path, severity: 'refused', ...decoded.fault }] };
  if (decoded.text.trim() === '') return { site: before, problems: [problem('settings-empty', file.path)] };
  const written = Temporal.Instant.fromEpochMilliseconds(Math.floor(file.mtimeMs));
  return readSite(decoded.text, written.toZonedDateTimeISO(before.place.zone).toPlainDate(), before);
}
