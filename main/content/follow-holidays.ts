import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../contract.ts';
import { frenchList } from '../lib/french-list.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import { memoByText } from '../lib/memo-by-text.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import type { HolidaysItem } from '../programme/item.ts';
import type { Site } from '../settings/site.ts';
import { dayLabel } from '../when/french/label.ts';
import { periodOf } from '../when/period.ts';
import {
  closuresOfZone,
  isClosedOn,
  needsHolidays,
  type SchoolHolidays,
  withClosures,
  withHolidays,
} from '../when/school-holidays.ts';
import { dropped, fault, problemOf } from './faults/fault.ts';

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

/** The settings with these holidays in force: lit hours leave them out, and menus pass over them. */
function siteInForce(site: Site, holidays: SchoolHolidays): Site {
  const isAsking = site.place.screens.some(({ lit }) => needsHolidays(lit));
  if (!isAsking && site.place.holidays === holidays) return site;
  const known = siteWith(holidays).get(site);
  if (known) return known;
  const screens = site.place.screens.map((screen) =>
    needsHolidays(screen.lit) ? { ...screen, lit: withHolidays(screen.lit, holidays) } : screen,
  );
  const made = { ...site, place: { ...site.place, screens, holidays } };
  siteWith(holidays).set(site, made);
  return made;
}

const isCalendar = (item: CatalogueItem): item is CatalogueItem & HolidaysItem => item.kind === 'holidays';

/** The same object for the same holidays: all that is made with them is remembered by it. */
const inForce = memoByText((written: string): SchoolHolidays => JSON.parse(written) as SchoolHolidays);

/** The holidays of the settings with those of the calendars in the folder, and what of these is in doubt. */
function holidaysInForce(items: readonly CatalogueItem[], { holidays: written }: Site['place']) {
  const calendars = items.filter(isCalendar);
  const all = calendars.flatMap(({ closures }) => closures);
  const { closures, unsure } = closuresOfZone(all, written?.zone);
  const problems = calendars.flatMap(({ source, closures: own }) => {
    if (unsure.length > 0) return [problemOf(source, 'warning', zonesUnsure(unsure))];
    const isOther = written?.zone !== undefined && !own.some((each) => closures.includes(each));
    return isOther ? [problemOf(source, 'warning', otherZone(written.zone))] : [];
  });
  const merged = withClosures(written, closures);
  return { holidays: merged === written || !merged ? written : inForce(JSON.stringify(merged)), problems };
}

/** The menus of days without school are not shown; a problem for each file tells which. */
function withoutClosedMenus(items: readonly CatalogueItem[], holidays: SchoolHolidays | undefined) {
  const closed = items.filter((item) => item.kind === 'menu' && isClosedOn(item.day, holidays));
  if (closed.length === 0) return { items, problems: [] };
  const sources = [...new Set(closed.map(({ source }) => source))];
  const problems = sources.map((source) => {
    const days = closed.flatMap((item) => (item.kind === 'menu' && item.source === source ? [item.day] : []));
    return problemOf(source, 'warning', menuOfClosedDays([...new Set(days)]));
  });
  return { items: items.filter((item) => !closed.includes(item)), problems };
}

/** What must be told where the holidays are not known, or not far enough. */
function untold(items: readonly CatalogueItem[], holidays: SchoolHolidays | undefined): Problem[] {
  const problems = items.flatMap(({ source, when }) => {
    if (!needsHolidays(when)) return [];
    const { to } = periodOf(when);
    if (holidays && to !== null && to <= holidays.until) return [];
    return [problemOf(source, 'warning', holidays ? runOut(holidays.until) : unknown())];
  });
  return [...new Map(problems.map((problem) => [problem.file, problem])).values()];
}

/** Items and lit hours without the holidays of the school, and what must be told of them. */
export function followHolidays(all: readonly CatalogueItem[], site: Site): Followed {
  const { holidays, problems: doubts } = holidaysInForce(all, site.place);
  const { items, problems: closed } = withoutClosedMenus(all, holidays);
  const problems = [...doubts, ...closed, ...untold(items, holidays)];
  if (!holidays) return { items, site, problems };
  const isAsking = items.some(({ when }) => needsHolidays(when));
  return {
    items: isAsking ? items.map((item) => itemWith(item, holidays)) : items,
    site: siteInForce(site, holidays),
    problems,
  };
}

const DROP =
  'déposez dans ce dossier, sous le nom « vacances.ics », le calendrier scolaire de votre zone, que publie le site education.gouv.fr';
const WRITE = `${DROP} ; ou écrivez dans preau.yml les dates, « vacances: [du 18 octobre au 2 novembre 2026] »`;

const unknown = () =>
  fault(
    'date-holidays',
    'Les vacances de l’établissement ne sont pas connues : elles ne sont pas retirées des jours de ce fichier.',
    `Pour qu’elles le soient, écrivez dans preau.yml « vacances: zone B », ou ${DROP}.`,
  );

const runOut = (until: string) =>
  fault(
    'date-holidays-end',
    `Les vacances ne sont connues que jusqu’au ${dayWithYear(until)} : les suivantes ne sont pas retirées des jours de ce fichier.`,
    `Quand l’année scolaire suivante sera publiée, ${WRITE}.`,
  );

const zonesUnsure = (zones: readonly string[]) =>
  dropped(
    'holidays-zones',
    `Ce calendrier est celui de plusieurs zones (${frenchList(zones)}) : seules les vacances communes à toutes sont retirées.`,
    'Écrivez la vôtre dans preau.yml, par exemple « vacances: zone B ».',
  );

const otherZone = (zone: string) =>
  dropped(
    'holidays-other-zone',
    `Ce calendrier n’est pas celui de la zone ${zone}, que dit preau.yml : il n’est pas suivi.`,
    `Déposez celui de la zone ${zone}, ou corrigez la ligne « vacances: » de preau.yml.`,
  );

const menuOfClosedDays = (days: readonly string[]) =>
  dropped(
    'menu-closed-day',
    `L’établissement est fermé (vacances ou jour férié) : pas de menu ${frenchList(days.map((day) => `le ${dayLabel(Temporal.PlainDate.from(day))}`))}.`,
    'Si ce n’est pas juste, corrigez la date de ce menu, ou les vacances.',
  );

const dayWithYear = (iso: string) => `${dayLabel(Temporal.PlainDate.from(iso))} ${iso.slice(0, 4)}`;
