import type { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { z } from 'zod';
import { fold } from '../calendar/fold.ts';
import { parseWhen } from '../calendar/french/parse-when.ts';
import type { Place, Screen } from '../calendar/screen.ts';
import { type Problem, themeSchema } from '../contract.ts';

/** What `preau.yml` at the top of the content folder decides, every one with a default. */
export interface Site {
  readonly place: Place;
  /** Bytes the store may take; beyond it, unused variants go first. */
  readonly storeBytes: number;
}

/** Name of the file of settings. */
export const SITE_FILE = 'preau.yml';

const GIB = 1024 ** 3;

export const defaultSite: Site = {
  place: { name: null, town: null, zone: 'Europe/Paris', theme: 'clair', durations: {}, screens: [] },
  storeBytes: 20 * GIB,
};

const zone = z.string().refine(
  (name) => {
    try {
      new Intl.DateTimeFormat('fr', { timeZone: name });
      return true;
    } catch {
      return false; // Intl throws RangeError for a zone it does not know: that is the answer, not an accident.
    }
  },
  { message: 'ce fuseau horaire n’existe pas ; écrivez par exemple « Europe/Paris »' },
);

const text = z.union([z.string(), z.number()], { message: 'un texte est attendu' }).transform(String);
const seconds = z
  .number({ message: 'un nombre de secondes est attendu' })
  .min(3, 'trois secondes au moins')
  .max(600, 'six cents secondes au plus');

const fileSchema = z.strictObject({
  lieu: text.nullish(),
  ville: text.nullish(),
  fuseau: zone.nullish(),
  theme: themeSchema.nullish(),
  durees: z
    .strictObject({ image: seconds.nullish(), exposition: seconds.nullish(), arbre: seconds.nullish() })
    .nullish(),
  ecrans: z.array(z.strictObject({ nom: text, ville: text.nullish(), heures: text.nullish() })).nullish(),
  reserve: z.number({ message: 'un nombre de gigaoctets est attendu' }).min(0.1).max(10_000).nullish(),
});

/** Keys compare without case and accents; only mappings are touched. */
function foldKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(foldKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fold(key), foldKeys(inner)]));
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'le contenu n’est pas compris';
  if (issue.code === 'unrecognized_keys') return `la clé « ${issue.keys.join(' », « ')} » n’existe pas`;
  const where = issue.path.map(String).join(' › ');
  const what =
    issue.code === 'invalid_value' && issue.path[0] === 'theme'
      ? '« clair », « sombre » ou « contraste » est attendu'
      : issue.message;
  return where === '' ? what : `« ${where} » : ${what}`;
}

function refused(message: string): Problem {
  return {
    file: SITE_FILE,
    severity: 'refused',
    code: 'settings-invalid',
    message: `Les réglages ne sont pas compris : ${message}.`,
    advice: 'Corrigez ce point dans preau.yml ; en attendant, les derniers réglages valables restent en service.',
  };
}

const orUndefined = <T>(value: T | null | undefined) => value ?? undefined;

function compact<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Reads the text of `preau.yml`. A mistake gives a problem and no site: the caller keeps the last good one.
 * `reference` is the day the file was last written.
 */
export function readSite(
  source: string,
  reference: Temporal.PlainDate,
): { readonly site: Site | null; readonly problems: readonly Problem[] } {
  let data: unknown;
  try {
    // Aliases are not needed here, and a few lines of them can fill the memory.
    data = parse(source, { maxAliasCount: 0 }) ?? {};
  } catch (error) {
    const line = error instanceof Error ? /at line (\d+)/u.exec(error.message)?.[1] : undefined;
    return { site: null, problems: [refused(line ? `la ligne ${line} n’est pas du YAML` : 'ce n’est pas du YAML')] };
  }
  const parsed = fileSchema.safeParse(foldKeys(data));
  if (!parsed.success) return { site: null, problems: [refused(describe(parsed.error))] };
  const file = parsed.data;
  const zoneName = file.fuseau ?? defaultSite.place.zone;
  const screens: Screen[] = [];
  for (const screen of file.ecrans ?? []) {
    const lit = screen.heures ? parseWhen(screen.heures, { zone: zoneName, reference }) : null;
    if (lit && !lit.ok)
      return { site: null, problems: [refused(`« ecrans › ${screen.nom} › heures » : ${lit.fault.message}`)] };
    screens.push({ name: screen.nom, town: screen.ville ?? null, lit: lit?.when ?? null });
  }
  return {
    site: {
      place: {
        name: file.lieu ?? null,
        town: file.ville ?? null,
        zone: zoneName,
        theme: file.theme ?? defaultSite.place.theme,
        durations: compact({
          image: orUndefined(file.durees?.image),
          exhibition: orUndefined(file.durees?.exposition),
          tree: orUndefined(file.durees?.arbre),
        }),
        screens,
      },
      storeBytes: file.reserve ? Math.round(file.reserve * GIB) : defaultSite.storeBytes,
    },
    problems: [],
  };
}
