import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { waitAtMost } from '../lib/wait-at-most.ts';
import type { Asked } from '../settings/flags.ts';
import { MACHINE_KEYS } from '../settings/machine-settings.ts';
import { defaultSite, readSite, SITE_FILE } from '../settings/site.ts';
import { type SiteValue, siteValues } from '../settings/site-values.ts';
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
export async function runConfig({ settings, origins, json, warnings }: Asked, print: Print): Promise<number> {
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
  const path = join(content, SITE_FILE);
  const source = await waitAtMost(
    readFile(path, 'utf8').catch(() => null),
    MAX_READ_MS,
  );
  const { site, problems } = readSite(source ?? '', Temporal.Now.plainDateISO(), defaultSite);
  const written = ({ value, byDefault }: SiteValue) => JSON.stringify(value) !== JSON.stringify(byDefault);
  const lines = siteValues(site).map((each) => ({
    key: each.key,
    value: each.value,
    origin: written(each) ? path : 'par défaut',
  }));
  return { lines, problems: problems.map(({ message }) => `${SITE_FILE} : ${message}`) };
}

/** The lines that `preau config` prints for people. */
function formatConfig(machine: readonly ConfigLine[], { lines, problems }: PlaceLines): string {
  const table = (rows: readonly ConfigLine[]) =>
    rows.map((row) => `  ${row.key.padEnd(10)} ${shown(row.value)}  (${row.origin})`);
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
