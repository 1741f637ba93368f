import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { fold } from '../../lib/fold.ts';
import { inTurns } from '../../lib/in-turns.ts';
import { defaultSite, MAX_SITE_BYTES, SITE_FILE, type Site, siteSteps } from '../../settings/site.ts';
import { decodeText } from '../kinds/text/decode-text.ts';
import type { Listing, SourceFile } from '../scan/listing.ts';
import { settingsFileIn } from '../scan/settings-file.ts';
import { askShare } from '../scan/share-queue.ts';

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
  const settings = settingsFileIn(listing);
  if (settings === undefined) return NO_CONTACT_RULE;
  const contacts = await contactsOf(settings);
  const names = [fold(file.path), fold(posix.basename(file.path))];
  return { isPublic: contacts === 'all' || names.some((name) => contacts.includes(name)), saidBy: settings.path };
}

type Contacts = NonNullable<Site['contacts']>;

/** What was read of settings: a listing keeps the object of a file that is the same. */
const readings = new WeakMap<SourceFile, Promise<Contacts>>();

function contactsOf(settings: SourceFile): Promise<Contacts> {
  const known = readings.get(settings);
  if (known !== undefined) return known;
  const reading = readContacts(settings).catch((): Contacts => {
    // The settings have just gone, or cannot be read now: the keeper of the settings tells it.
    readings.delete(settings);
    return [];
  });
  readings.set(settings, reading);
  return reading;
}

async function readContacts({ absolute, size }: SourceFile): Promise<Contacts> {
  // The keeper refuses them. To parse ten megabytes would hold the event loop for seconds.
  if (size > MAX_SITE_BYTES) return [];
  // An alert may wait for it.
  const decoded = decodeText(await askShare(() => readFile(absolute), true));
  // Settings hardly ever say it, and an alert would wait for those of thousands of screens to be parsed.
  if (!decoded.ok || !fold(decoded.text).includes('contact')) return [];
  // The day matters for the hours of screens alone.
  const read = await inTurns(siteSteps(decoded.text, Temporal.PlainDate.from('2000-01-01'), defaultSite));
  return read.site.contacts ?? [];
}
