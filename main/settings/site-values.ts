import { defaultSite, type Site, type SiteKey } from './site.ts';

/** One setting of `preau.yml` under its French key. */
export interface SiteValue {
  readonly key: string;
  readonly value: unknown;
  readonly byDefault: unknown;
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
  couleurs: ({ place }) => place.wall.accent?.fill ?? null,
  durees: ({ place }) => place.durations,
  rappel: ({ place }) => place.pace.recallMs / 1000,
  tour: ({ place }) => place.pace.turnMs / 60_000,
  son: ({ place }) => place.sound === true,
  vacances: ({ place }) => place.holidays?.ranges.map(({ from, to }) => `${from}/${to}`) ?? null,
  ecrans: ({ place }) => place.screens.map(({ name }) => name),
  reserve: ({ storeBytes }) => storeBytes / GIB,
  contact: ({ contacts }) => contacts ?? false,
};

/** The settings of a place as `preau config` prints them. */
export function siteValues(site: Site): SiteValue[] {
  return Object.entries(VALUES).map(([key, of]) => ({ key, value: of(site), byDefault: of(defaultSite) }));
}
