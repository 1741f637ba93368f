import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { fold } from '../../lib/fold.ts';
import { memoByObject } from '../../lib/memo-by-object.ts';
import { defaultSite, readSite, SITE_FILE, type Site } from '../../settings/site.ts';
import { decodeText } from '../kinds/text/decode-text.ts';
import type { Listing, SourceFile } from '../listing.ts';
import { askShare } from '../share-queue.ts';

/** Whether the numbers and addresses of a file are public, and the file of settings that says so, or could. */
export interface ContactRule {
  readonly isPublic: boolean;
  /** Path of `preau.yml`, there or not: a file whose contacts were taken out is read again when it changes. */
  readonly saidBy: string;
}

/** Where nothing is said: a person’s numbers and addresses are not shown. */
export const NO_CONTACT_RULE: ContactRule = { isPublic: false, saidBy: SITE_FILE };

/** What the settings in this listing say of a file. Settings that cannot be read make nothing public. */
export async function contactRule(listing: Listing, file: SourceFile): Promise<ContactRule> {
  const { contacts, path } = await settingsIn(listing).read;
  const names = [fold(file.path), fold(posix.basename(file.path))];
  return { isPublic: contacts === 'all' || names.some((name) => contacts.includes(name)), saidBy: path };
}

interface PublicContacts {
  readonly contacts: NonNullable<Site['contacts']>;
  readonly path: string;
}

/** Read once for all the files of one listing. */
const settingsIn = memoByObject((listing: Listing) => ({ read: readSettings(listing) }));

async function readSettings(listing: Listing): Promise<PublicContacts> {
  const file = [...listing.files.values()].find(({ path }) => fold(path) === SITE_FILE);
  if (file === undefined) return { contacts: [], path: SITE_FILE };
  try {
    const decoded = decodeText(await askShare(() => readFile(file.absolute)));
    // The day matters for the hours of screens alone.
    const site = decoded.ok ? readSite(decoded.text, Temporal.PlainDate.from('2000-01-01'), defaultSite).site : null;
    return { contacts: site?.contacts ?? [], path: file.path };
  } catch {
    // The settings have just gone, or cannot be read: the keeper of the settings tells it.
    return { contacts: [], path: file.path };
  }
}
