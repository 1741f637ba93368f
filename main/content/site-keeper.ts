import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Problem } from '../contract.ts';
import { inTurns } from '../lib/in-turns.ts';
import {
  defaultSite,
  MAX_SITE_BYTES,
  SITE_FILE,
  type Site,
  type SiteReading,
  siteSteps,
  siteTooLarge,
} from '../settings/site.ts';
import { dayAt } from '../when/day-at.ts';
import { problemOf } from './faults/fault.ts';
import { problem } from './faults/problem.ts';
import { decodeText } from './kinds/text/decode-text.ts';
import type { SavedCatalogue } from './known/saved-catalogue.ts';
import { hiddenPaths, isWithin, type Listing, type SourceFile, signatureOf } from './scan/listing.ts';
import { settingsFileIn } from './scan/settings-file.ts';
import { standsStill } from './scan/settle.ts';
import { askShare } from './scan/share-queue.ts';

/** The settings of the place, as last read well. */
export interface SiteKeeper {
  site(): Site;
  problems(): readonly Problem[];
  /** Whether the folder had a file of settings when it was last scanned. */
  wasThere(): boolean;
  /** Reads `preau.yml` again if it has changed. */
  update(listing: Listing): Promise<void>;
}

/** `onMoved`: the file of settings moved while it was looked at, and should be looked at again. */
export function createSiteKeeper(
  saved: Pick<SavedCatalogue, 'site' | 'hasSettings'> | null,
  onMoved: (files: readonly SourceFile[]) => void,
  log: Logger,
): SiteKeeper {
  let site = saved?.site ?? defaultSite;
  // The file is read at each start: its problems are not saved.
  let signature = '';
  let wasThere = saved?.hasSettings ?? false;
  let isFirstScan = true;
  let problems: readonly Problem[] = [];
  return {
    site: () => site,
    problems: () => problems,
    wasThere: () => wasThere,
    async update(listing) {
      const isUrgent = isFirstScan;
      isFirstScan = false;
      const file = settingsFileIn(listing);
      if (file === undefined) {
        if (isWithin(SITE_FILE, hiddenPaths(listing))) return;
        if (wasThere) [site, signature, problems, wasThere] = [defaultSite, '', [], false];
        return;
      }
      if (signatureOf(file) === signature) return;
      wasThere = true;
      // A file that an editor saves in place is empty, then incomplete. The first scan cannot wait.
      if (!isUrgent && !(await standsStill([file]))) {
        onMoved([file]);
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
async function readSettings(file: SourceFile, before: Site): Promise<Omit<SiteReading, 'written'>> {
  if (file.size > MAX_SITE_BYTES) return siteTooLarge(before);
  const decoded = decodeText(await askShare(() => readFile(file.absolute)));
  if (!decoded.ok) return { site: before, problems: [{ file: file.path, severity: 'refused', ...decoded.fault }] };
  if (decoded.text.trim() === '') return { site: before, problems: [problem('settings-empty', file.path)] };
  const read = await inTurns(siteSteps(decoded.text, dayAt(file.mtimeMs, before.place.zone), before));
  const told = decoded.warnings.map((each) => problemOf(file.path, 'warning', each));
  return { ...read, problems: [...told, ...read.problems] };
}
