import type { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Problem, themeSchema } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { fold } from '../lib/fold.ts';
import type { Place, Screen } from '../programme/screen.ts';
import { parseWhen } from '../when/french/parse-when.ts';
import type { DateContext } from '../when/french/types.ts';
import { hoursProblem, type SiteProblem, schemaProblems, twiceProblem, yamlProblem } from './site-problem.ts';

/** What `preau.yml` at the top of the content folder decides, every one with a default. */
export interface Site {
  readonly place: Place;
  /** Bytes the store may take; beyond it, unused variants go first. */
  readonly storeBytes: number;
  /** `contact`: the files whose numbers and addresses are public, by their folded names or paths; absent: none. */
  readonly contacts?: 'all' | readonly string[];
}

/** Name of the file of settings. */
export const SITE_FILE = 'preau.yml';

const GIB = 1024 ** 3;

export const defaultSite: Site = {
  place: { name: null, town: null, zone: 'Europe/Paris', theme: 'clair', durations: {}, screens: [] },
  storeBytes: 20 * GIB,
};

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return true;
  } catch {
    return false; // Intl throws RangeError for a zone it does not know: that is the answer, not an accident.
  }
}

// What is wrong with a value is said by its key (`site-problem.ts`): the sentences of zod are English.
const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const seconds = z.number().min(3).max(600);
const screen = z.strictObject({
  nom: text.refine((name) => name !== ''),
  ville: text.nullish(),
  heures: text.nullish(),
});

const fileSchema = z.strictObject({
  lieu: text.nullish(),
  ville: text.nullish(),
  fuseau: z.string().refine(isZone).nullish(),
  theme: themeSchema.nullish(),
  durees: z
    .strictObject({ image: seconds.nullish(), exposition: seconds.nullish(), arbre: seconds.nullish() })
    .nullish(),
  ecrans: z.array(z.preprocess(named, screen)).nullish(),
  reserve: z.number().min(0.1).max(10_000).nullish(),
  contact: z.union([z.boolean(), text, z.array(text)]).nullish(),
});

/** `contact: oui`, `contact: agenda.ics`, or a list of names. */
function readContacts(written: boolean | string | readonly string[] | null | undefined): Pick<Site, 'contacts'> {
  const names = (Array.isArray(written) ? written : [written]).map((name) => fold(String(name ?? 'non')));
  if (names.some((name) => name === 'oui' || name === 'true' || name === 'yes')) return { contacts: 'all' };
  const kept = names.filter((name) => !['', 'non', 'false', 'no'].includes(name));
  return kept.length === 0 ? {} : { contacts: kept };
}

/** `- hall` is `- nom: hall`. */
function named(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? { nom: value } : value;
}

/** Keys compare without case and accents; only mappings are touched. */
function foldKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(foldKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fold(key), foldKeys(inner)]));
}

const ofFile = (problems: readonly SiteProblem[]): Problem[] =>
  problems.map((problem) => ({ file: SITE_FILE, ...problem }));
const orNull = (value: string | null | undefined) => value || null;
const orUndefined = <T>(value: T | null | undefined) => value ?? undefined;

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
    data = foldKeys(parse(source, { maxAliasCount: 0 }) ?? {});
  } catch (error) {
    return { site: null, problems: ofFile([yamlProblem(error)]) };
  }
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) return { site: null, problems: ofFile(schemaProblems(parsed.error, data)) };
  const file = parsed.data;
  const zoneName = file.fuseau ?? defaultSite.place.zone;
  const { screens, problems } = readScreens(file.ecrans ?? [], { zone: zoneName, reference });
  if (problems.some(({ severity }) => severity === 'refused')) return { site: null, problems: ofFile(problems) };
  return {
    site: {
      place: {
        name: orNull(file.lieu),
        town: orNull(file.ville),
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
      ...readContacts(file.contact),
    },
    problems: ofFile(problems),
  };
}

/** The screens with their hours read; hours that are not understood, and names that stand twice, are problems. */
function readScreens(
  written: readonly z.infer<typeof screen>[],
  context: DateContext,
): { screens: Screen[]; problems: SiteProblem[] } {
  const problems: SiteProblem[] = [];
  const names = new Set<string>();
  const screens = written.map(({ nom, ville, heures }): Screen => {
    if (names.has(fold(nom))) problems.push(twiceProblem(nom));
    names.add(fold(nom));
    const lit = heures ? parseWhen(heures, context) : null;
    if (lit && !lit.ok) problems.push(hoursProblem(nom, lit.fault, 'refused'));
    if (lit?.ok) problems.push(...lit.warnings.map((fault) => hoursProblem(nom, fault, 'warning')));
    return { name: nom, town: orNull(ville), lit: lit?.ok ? lit.when : null };
  });
  return { screens, problems };
}
