import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { fold } from '../calendar/fold.ts';
import type { Problem } from '../contract.ts';
import { defaultSite, readSite, SITE_FILE, type Site } from '../settings/site.ts';
import { type Listing, signatureOf } from './listing.ts';
import { problem } from './problem.ts';
import type { SavedCatalogue } from './saved-catalogue.ts';

/** The settings of the place, as last read well. */
export interface SiteKeeper {
  site(): Site;
  signature(): string;
  problems(): readonly Problem[];
  /** Whether the folder had a file of settings when it was last seen. */
  wasThere(): boolean;
  /** Reads `preau.yml` again if it has changed. */
  update(listing: Listing): Promise<void>;
}

export function createSiteKeeper(saved: SavedCatalogue | null, log: Logger): SiteKeeper {
  let site = saved?.site ?? defaultSite;
  let signature = saved?.siteSignature ?? '';
  let problems: readonly Problem[] = [];
  return {
    site: () => site,
    signature: () => signature,
    problems: () => problems,
    wasThere: () => signature !== '',
    async update(listing) {
      const file = [...listing.files.values()].find(({ path }) => fold(path) === SITE_FILE);
      if (file === undefined) {
        if (signature !== '') [site, signature, problems] = [defaultSite, '', []];
        return;
      }
      if (signatureOf(file) === signature) return;
      try {
        const written = Temporal.Instant.fromEpochMilliseconds(Math.floor(file.mtimeMs));
        const reference = written.toZonedDateTimeISO(site.place.zone).toPlainDate();
        const result = readSite(await readFile(file.absolute, 'utf8'), reference);
        site = result.site ?? site;
        problems = result.problems;
        signature = signatureOf(file);
      } catch (error) {
        log.warn({ err: error }, 'settings cannot be read');
        problems = [problem('unreadable', file.path)];
      }
    },
  };
}
