import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { decodeText } from '../content/kinds/text/decode-text.ts';
import { fold } from '../lib/fold.ts';
import { waitAtMost } from '../lib/wait-at-most.ts';
import type { Asked } from '../settings/flags.ts';
import { stateFolderOf } from '../settings/kiosk.ts';
import { BY_DEFAULT, MACHINE_KEYS } from '../settings/machine-settings.ts';
import { defaultSite, MAX_SITE_BYTES, readSite, SITE_FILE, type SiteReading, siteTooLarge } from '../settings/site.ts';
import { siteValues } from '../settings/site-values.ts';
import type { Print } from './print.ts';

/** A folder that does not answer is told of, and not waited for. */
const MAX_READ_MS = 5_000;

/** One setting in force. */
interface ConfigLine {
  readonly key: string;
  readonly value: unknown;
  readonly origin: string;
}

/** `preau config`: prints each setting in force, of the machine and of the place, with where it came from. */
export async function runConfig(asked: Asked, print: Print, kioskHome?: string | null): Promise<number> {
  const { origins, json, warnings } = asked;
  const settings = { ...asked.settings, state: await stateFolderOf(asked, kioskHome) };
  const machine = MACHINE_KEYS.map((key) => ({ key, value: settings[key], origin: origins[key] }));
  const place = await placeLines(settings.content);
  if (json) print(`${JSON.stringify({ machine, place: place.lines, problems: place.problems }, null, 2)}\n`);
  else print(formatConfig(machine, place));
  return warnings.length + place.problems.length > 0 ? 1 : 0;
}

interface PlaceLines {
  readonly lines: readonly ConfigLine[];
  readonly problems: readonly string[];
}

/** What `preau.yml` of this content folder decides. */
async function placeLines(content: string | null): Promise<PlaceLines> {
  if (content === null) return { lines: [], problems: ['Aucun dossier de contenu n’est connu.'] };
  const file = await waitAtMost(siteFile(content), MAX_READ_MS);
  if (file === undefined) return { lines: [], problems: [`« ${content} » ne répond pas.`] };
  const { site, problems, written } = siteIn(file.bytes);
  const lines = siteValues(site).map(({ key, value }) => ({
    key,
    value,
    // A written value of which nothing is understood counts for nothing.
    origin: written.has(key) && value !== null ? file.path : BY_DEFAULT,
  }));
  return { lines, problems: problems.map(({ message }) => `${SITE_FILE} : ${message}`) };
}

/** The file of settings, found as the wall finds it: whatever the capitals of its name. Empty where there is none. */
async function siteFile(content: string): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  const names = await readdir(content).catch(() => []);
  const path = join(content, names.find((name) => fold(name) === SITE_FILE) ?? SITE_FILE);
  return { path, bytes: await readFile(path).catch(() => new Uint8Array()) };
}

function siteIn(bytes: Uint8Array): SiteReading {
  if (bytes.length > MAX_SITE_BYTES) return siteTooLarge(defaultSite);
  const decoded = decodeText(bytes);
  const read = readSite(decoded.ok ? decoded.text : '', Temporal.Now.plainDateISO(), defaultSite);
  return decoded.ok ? read : { ...read, problems: [{ file: SITE_FILE, severity: 'refused', ...decoded.fault }] };
}

/** Characters of the longest key. */
const KEY_WIDTH = 11;

/** The lines that `preau config` prints for people. */
function formatConfig(machine: readonly ConfigLine[], { lines, problems }: PlaceLines): string {
  const table = (rows: readonly ConfigLine[]) =>
    rows.map((row) => `  ${row.key.padEnd(KEY_WIDTH)} ${shown(row.value)}  (${row.origin})`);
  return [
    'La machine',
    ...table(machine),
    '',
    'Le lieu',
    ...table(lines),
    ...problems.map((problem) => `  ${problem}`),
    '',
  ].join('\n');
}

function shown(value: unknown): string {
  if (value === null || ['""', '{}', '[]'].includes(JSON.stringify(value))) return '–';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
