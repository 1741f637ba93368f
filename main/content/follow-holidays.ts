import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../contract.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import type { Site } from '../settings/site.ts';
import { dayLabel } from '../when/french/label.ts';
import { periodOf } from '../when/period.ts';
import { needsHolidays, type SchoolHolidays, withHolidays } from '../when/school-holidays.ts';
import { fault, problemOf } from './fault.ts';

/** What is shown and told once « sauf vacances » has its days. */
export interface Followed {
  readonly items: readonly CatalogueItem[];
  readonly site: Site;
  readonly problems: readonly Problem[];
}

const itemsWith = memoByObject((_holidays: SchoolHolidays) => new WeakMap<CatalogueItem, CatalogueItem>());
const siteWith = memoByObject((_holidays: SchoolHolidays) => new WeakMap<Site, Site>());

/** The item with the holidays taken out of its days; the same object for the same item. */
function itemWith(item: CatalogueItem, holidays: SchoolHolidays): CatalogueItem {
  const known = itemsWith(holidays).get(item);
  if (known) return known;
  const made = needsHolidays(item.when) ? { ...item, when: withHolidays(item.when, holidays) } : item;
  itemsWith(holidays).set(item, made);
  return made;
}

function siteWithHours(site: Site, holidays: SchoolHolidays): Site {
  if (!site.place.screens.some(({ lit }) => needsHolidays(lit))) return site;
  const known = siteWith(holidays).get(site);
  if (known) return known;
  const screens = site.place.screens.map((screen) =>
    needsHolidays(screen.lit) ? { ...screen, lit: withHolidays(screen.lit, holidays) } : screen,
  );
  const made = { ...site, place: { ...site.place, screens } };
  siteWith(holidays).set(site, made);
  return made;
}

/** Items and lit hours without the holidays of the school, and what must be told where these are not known, or not far enough. */
export function followHolidays(items: readonly CatalogueItem[], site: Site): Followed {
  const { holidays, screens } = site.place;
  const asking = items.filter(({ when }) => needsHolidays(when));
  const hours = screens.filter(({ lit }) => needsHolidays(lit));
  if (asking.length + hours.length === 0) return { items, site, problems: [] };
  const problems = asking.flatMap(({ source, when }) => {
    const { to } = when === null ? { to: null } : periodOf(when);
    if (holidays && to !== null && to <= holidays.until) return [];
    return [problemOf(source, 'warning', holidays ? runOut(holidays.until) : unknown())];
  });
  const told = new Map(problems.map((problem) => [problem.file, problem]));
  if (!holidays) return { items, site, problems: [...told.values()] };
  return {
    items: items.map((item) => itemWith(item, holidays)),
    site: siteWithHours(site, holidays),
    problems: [...told.values()],
  };
}

const WRITE =
  'écrivez dans preau.yml « vacances: zone B », ou les dates, « vacances: [du 18 octobre au 2 novembre 2026] »';

const unknown = () =>
  fault(
    'date-holidays',
    'Les vacances de l’établissement ne sont pas connues : elles ne sont pas retirées des jours de ce fichier.',
    `Pour qu’elles le soient, ${WRITE}.`,
  );

const runOut = (until: string) =>
  fault(
    'date-holidays-end',
    `Les vacances ne sont connues que jusqu’au ${dayLabel(Temporal.PlainDate.from(until))} ${until.slice(0, 4)} : les suivantes ne sont pas retirées des jours de ce fichier.`,
    `Quand l’année scolaire suivante sera publiée, ${WRITE}.`,
  );
