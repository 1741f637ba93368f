import { compact } from '../lib/compact.ts';
import { fold } from '../lib/fold.ts';
import type { Screen } from '../programme/screen.ts';
import { parseWhen } from '../when/french/parse-when.ts';
import type { DateContext } from '../when/french/types.ts';
import { type KeysRead, readKeys } from './site-keys.ts';
import { hoursProblem, type SiteProblem, sameName, tooManyScreens, wrongValue } from './site-problem.ts';
import { siteRotation } from './site-rotation.ts';
import { siteText } from './site-text.ts';
import { UNREADABLE } from './site-yaml.ts';

/** More screens than a place has; each costs a programme of its own at every change. */
const MAX_SCREENS = 200;

const KEYS = {
  nom: siteText.refine((name) => name !== ''),
  ville: siteText,
  heures: siteText,
  orientation: siteRotation,
};

export interface ScreensContext extends DateContext {
  /** The screens so far: what is wrong keeps the value that the screen of this name had. */
  readonly before: readonly Screen[];
}

/**
 * The screens of the list `ecrans`. A screen without a name, or with a name that stands before it already, is left out;
 * a wrong town or wrong hours cost that key alone. What is wrong is added to `problems`.
 */
export function readScreens(
  entries: readonly unknown[],
  { before, ...dates }: ScreensContext,
  problems: SiteProblem[],
): Screen[] {
  if (entries.length > MAX_SCREENS) problems.push(tooManyScreens(entries.length, MAX_SCREENS));
  const known = new Map(before.map((screen) => [fold(screen.name), screen]));
  const screens = new Map<string, Screen>();
  for (const [rank, entry] of entries.slice(0, MAX_SCREENS).entries()) {
    const keys = readEntry(entry, rank, problems);
    const name = keys?.values.nom;
    if (keys === null || name === undefined) continue;
    const key = fold(name);
    if (screens.has(key)) problems.push(sameName(name));
    else screens.set(key, screenOf(name, keys, known.get(key), dates, problems));
  }
  return [...screens.values()];
}

/** The keys of one screen; `- hall` is `- nom: hall`. */
function readEntry(entry: unknown, rank: number, problems: SiteProblem[]): KeysRead<typeof KEYS> | null {
  if (entry === UNREADABLE) return null;
  const isName = typeof entry === 'string' || typeof entry === 'number';
  const keys = readKeys(isName ? { nom: entry } : entry, KEYS, ['ecrans', rank], problems);
  const isNameless = keys !== null && keys.values.nom === undefined && !keys.wrong.has('nom');
  if (isNameless) problems.push(wrongValue(['ecrans', rank, 'nom'], null));
  return keys;
}

function screenOf(
  name: string,
  { values, wrong }: KeysRead<typeof KEYS>,
  before: Screen | undefined,
  dates: DateContext,
  problems: SiteProblem[],
): Screen {
  const town = wrong.has('ville') ? (before?.town ?? null) : values.ville || null;
  const rotation = wrong.has('orientation') ? before?.rotation : values.orientation;
  const own = { name, town, ...compact({ rotation }) };
  if (wrong.has('heures')) return { ...own, lit: before?.lit ?? null };
  if (!values.heures) return { ...own, lit: null };
  const hours = parseWhen(values.heures, dates);
  if (!hours.ok) {
    problems.push(hoursProblem(name, hours.fault, 'refused'));
    return { ...own, lit: before?.lit ?? null };
  }
  problems.push(...hours.warnings.map((fault) => hoursProblem(name, fault, 'warning')));
  return { ...own, lit: hours.when };
}
