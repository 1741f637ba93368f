import { compact } from '../lib/compact.ts';
import { PICTURE_MS, TREE_MS } from '../programme/durations.ts';
import type { Screen } from '../programme/screen.ts';
import type { Site, SiteKey } from './site.ts';

/** One setting of `preau.yml` under its French key. */
export interface SiteValue {
  readonly key: SiteKey;
  readonly value: unknown;
}

const GIB = 1024 ** 3;

/** What each key of `preau.yml` stands for once it is read, in the units in which it is written. */
const VALUES: Readonly<Record<SiteKey, (site: Site) => unknown>> = {
  lieu: ({ place }) => place.name,
  ville: ({ place }) => place.town,
  fuseau: ({ place }) => place.zone,
  theme: ({ place }) => place.theme,
  bandeau: ({ place }) => place.wall.headed,
  logo: ({ logo }) => logo ?? null,
  paires: ({ place }) => place.wall.paired,
  orientation: ({ place }) => place.wall.rotation ?? null,
  couleurs: ({ place }) => place.wall.accent?.fill ?? null,
  // An exhibition without a duration of its own stays as long as its text takes to read.
  durees: ({ place: { durations } }) =>
    compact({
      image: durations.image ?? PICTURE_MS / 1000,
      exposition: durations.exhibition,
      arbre: durations.tree ?? TREE_MS / 1000,
    }),
  rappel: ({ place }) => place.pace.recallMs / 1000,
  tour: ({ place }) => place.pace.turnMs / 60_000,
  son: ({ place }) => place.sound === true,
  vacances: ({ place }) => place.holidays?.ranges.map(({ from, to }) => `${from}/${to}`) ?? null,
  ecrans: ({ place }) => place.screens.map(screenValue),
  reserve: ({ storeBytes }) => storeBytes / GIB,
  contact: ({ contacts }) => contacts ?? false,
};

const screenValue = ({ name, town, lit, rotation }: Screen) =>
  compact({
    nom: name,
    ville: town ?? undefined,
    heures: lit?.label,
    orientation: rotation,
  });

/** The settings of a place as `preau config` prints them. */
export function siteValues(site: Site): SiteValue[] {
  return (Object.keys(VALUES) as SiteKey[]).map((key) => ({ key, value: VALUES[key](site) }));
}
