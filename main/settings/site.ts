import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Problem, themeSchema } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { fold } from '../lib/fold.ts';
import { atOnce, type Steps } from '../lib/steps.ts';
import type { Place } from '../programme/screen.ts';
import type { DateContext } from '../when/french/types.ts';
import { colourOf } from './accent.ts';
import { readAccent } from './site-accent.ts';
import { readHolidays } from './site-holidays.ts';
import { type KeysRead, readKeys } from './site-keys.ts';
import { moreMistakes, type SiteProblem, tooLarge, wrongValue } from './site-problem.ts';
import { siteRotation } from './site-rotation.ts';
import { readScreens } from './site-screens.ts';
import { siteText } from './site-text.ts';
import { siteYamlSteps } from './site-yaml.ts';

/** What `preau.yml` at the top of the content folder decides; each key has a default. */
export interface Site {
  readonly place: Place;
  /** Bytes the store may take; beyond them, unused variants are removed. */
  readonly storeBytes: number;
  /** `logo`: the path of a picture of the folder, as written; absent: none. */
  readonly logo?: string;
  /** `contact`: the files whose numbers and addresses are public, by their folded names or paths; absent: none. */
  readonly contacts?: 'all' | readonly string[];
}

/** Name of the file of settings. */
export const SITE_FILE = 'preau.yml';
/** A file of more bytes is not read: settings of 200 screens have less than 20 kB, and a text of 10 MB takes 27 s to parse. */
export const MAX_SITE_BYTES = 128 * 1024;
/** Problems that are told one by one. */
const MAX_PROBLEMS = 20;

const GIB = 1024 ** 3;
const MINUTE_MS = 60_000;

export const defaultSite: Site = {
  place: {
    name: null,
    town: null,
    zone: 'Europe/Paris',
    theme: 'clair',
    wall: { headed: true, paired: true, accent: null },
    durations: {},
    pace: { recallMs: 75_000, turnMs: 4 * MINUTE_MS },
    screens: [],
  },
  storeBytes: 20 * GIB,
};

/** Whether a name is that of an IANA zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return true;
  } catch {
    return false; // Intl throws RangeError for a zone that it does not know.
  }
}

/** « oui », « non », and what YAML takes for them. */
const yesOrNo = z
  .union([z.boolean(), siteText])
  .transform(
    (written) => ({ oui: true, yes: true, true: true, non: false, no: false, false: false })[fold(String(written))],
  )
  .pipe(z.boolean());
const seconds = z.number().min(3).max(600);
/** Seconds until the agenda comes back. */
const recall = z.literal(0).or(z.number().min(20).max(3600));
/** Minutes of a turn. */
const turn = z.literal(0).or(z.number().min(1).max(60));
const DURATION_KEYS = { image: seconds, exposition: seconds, arbre: seconds };

/** `oui` or `non`. */
const siteFlag = z
  .union([z.boolean(), z.string()])
  .transform((value) => fold(String(value)))
  .pipe(z.enum(['oui', 'non', 'true', 'false']))
  .transform((word): true | false => word === 'oui' || word === 'true');

/** What each key may hold. The sentence for a wrong value stands in `site-problem.ts`: those of zod are English. */
const KEYS = {
  lieu: siteText,
  ville: siteText,
  fuseau: z.string().refine(isZone),
  theme: themeSchema,
  bandeau: yesOrNo,
  logo: siteText,
  paires: yesOrNo,
  orientation: siteRotation,
  couleurs: siteText.transform((written) => (written === '' ? '' : colourOf(written))).pipe(z.string()),
  durees: z.record(z.string(), z.unknown()),
  rappel: recall,
  tour: turn,
  son: siteFlag,
  vacances: z.unknown(),
  ecrans: z.array(z.unknown()),
  reserve: z.number().min(0.1).max(10_000),
  contact: z.union([z.boolean(), siteText, z.array(siteText)]),
};

/** A key of `preau.yml`. */
export type SiteKey = keyof typeof KEYS;

export interface SiteReading {
  readonly site: Site;
  readonly problems: readonly Problem[];
  /** The keys that are written, each with a value that can be read. */
  readonly written: ReadonlySet<SiteKey>;
}

/**
 * Reads the text of `preau.yml`. `reference`: the day the file was last written. `before`: the settings so far. A wrong or
 * unknown key costs that key alone: it keeps its value of `before`, and a problem tells of it. Where nothing of the file can
 * be read, all of `before` stays.
 */
export function* siteSteps(source: string, reference: Temporal.PlainDate, before: Site): Steps<SiteReading> {
  const { data, problems: found } = yield* siteYamlSteps(source);
  const problems = [...found];
  const keys = readKeys(data, KEYS, [], problems);
  const site = keys === null ? before : siteOf(keys, reference, before, problems);
  const written = new Set(Object.keys(keys?.values ?? {}) as SiteKey[]);
  return { site, problems: ofFile(problems), written };
}

/** The same at once. */
export const readSite = (...settings: Parameters<typeof siteSteps>): SiteReading => atOnce(siteSteps(...settings));

/** The answer for a file that is too large to be read. */
export function siteTooLarge(before: Site): SiteReading {
  return { site: before, problems: ofFile([tooLarge(MAX_SITE_BYTES)]), written: new Set() };
}

function ofFile(problems: readonly SiteProblem[]): Problem[] {
  const told = problems.slice(0, MAX_PROBLEMS);
  const rest = problems.length - told.length;
  return [...told, ...(rest > 0 ? [moreMistakes(rest)] : [])].map((problem) => ({ file: SITE_FILE, ...problem }));
}

function siteOf(
  { values, wrong }: KeysRead<typeof KEYS>,
  reference: Temporal.PlainDate,
  before: Site,
  problems: SiteProblem[],
): Site {
  /** The value in force: as written, else the one before where the key is wrong, else the default. */
  const inForce = <T>(key: keyof typeof KEYS, written: T | undefined, valueBefore: T, byDefault: T): T =>
    wrong.has(key) ? valueBefore : (written ?? byDefault);
  const { place, storeBytes } = defaultSite;
  const zone = inForce('fuseau', values.fuseau, before.place.zone, place.zone);
  const screens = { zone, reference, before: before.place.screens };
  const theme = inForce('theme', values.theme, before.place.theme, place.theme);
  return {
    place: {
      name: inForce('lieu', values.lieu || null, before.place.name, place.name),
      town: inForce('ville', values.ville || null, before.place.town, place.town),
      zone,
      theme,
      wall: {
        headed: inForce('bandeau', values.bandeau, before.place.wall.headed, place.wall.headed),
        paired: inForce('paires', values.paires, before.place.wall.paired, place.wall.paired),
        accent: inForce('couleurs', readAccent(theme, values.couleurs, problems), before.place.wall.accent, null),
        ...compact({ rotation: inForce('orientation', values.orientation, before.place.wall.rotation, undefined) }),
      },
      durations: wrong.has('durees') ? before.place.durations : durationsOf(values.durees ?? {}, before, problems),
      pace: {
        recallMs: inForce('rappel', inMs(values.rappel, 1000), before.place.pace.recallMs, place.pace.recallMs),
        turnMs: inForce('tour', inMs(values.tour, MINUTE_MS), before.place.pace.turnMs, place.pace.turnMs),
      },
      ...compact({ holidays: holidaysOf(values.vacances, wrong.has('vacances'), screens, before, problems) }),
      ...compact({ sound: inForce('son', values.son || undefined, before.place.sound, undefined) }),
      screens: wrong.has('ecrans') ? before.place.screens : readScreens(values.ecrans ?? [], screens, problems),
    },
    ...compact({
      logo: inForce('logo', values.logo || undefined, before.logo, undefined),
      contacts: inForce('contact', contactsOf(values.contact), before.contacts, undefined),
    }),
    storeBytes: inForce('reserve', values.reserve && Math.round(values.reserve * GIB), before.storeBytes, storeBytes),
  };
}

/** The holidays as written; those before where they are not understood, and a problem tells of it. */
function holidaysOf(
  written: unknown,
  isWrong: boolean,
  context: DateContext,
  { place }: Site,
  problems: SiteProblem[],
): Place['holidays'] {
  if (isWrong) return place.holidays;
  if (written === undefined) return undefined;
  const holidays = readHolidays(written, context);
  if (holidays === null) problems.push(wrongValue(['vacances'], written));
  return holidays ?? place.holidays;
}

/** `contact: oui`, `contact: agenda.ics`, or a list of names; undefined where no contact is public. */
function contactsOf(written: boolean | string | readonly string[] | undefined): Site['contacts'] {
  const names = [written ?? 'non'].flat().map((name) => fold(String(name)));
  if (names.some((name) => ['oui', 'true', 'yes'].includes(name))) return 'all';
  const kept = names.filter((name) => !['', 'non', 'false', 'no'].includes(name));
  return kept.length === 0 ? undefined : kept;
}

/** Whole milliseconds of a value in a unit of `unitMs`. */
const inMs = (value: number | undefined, unitMs: number) =>
  value === undefined ? undefined : Math.round(value * unitMs);

function durationsOf(data: unknown, { place: { durations } }: Site, problems: SiteProblem[]): Place['durations'] {
  const keys = readKeys(data, DURATION_KEYS, ['durees'], problems);
  if (keys === null) return durations;
  const { values, wrong } = keys;
  return compact({
    image: wrong.has('image') ? durations.image : values.image,
    exhibition: wrong.has('exposition') ? durations.exhibition : values.exposition,
    tree: wrong.has('arbre') ? durations.tree : values.arbre,
  });
}
