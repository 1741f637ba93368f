import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { frenchList } from '../lib/french-list.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import type { HolidaysItem } from '../programme/item.ts';
import type { Site } from '../settings/site.ts';
import { daysTold } from '../when/days-told.ts';
import { daysLabel, hoursLabel } from '../when/french/label.ts';
import { nextOccurrence, occursOn, windowsOn } from '../when/occurrence.ts';
import { dayOf, isOnNow, isOnToday } from '../when/today.ts';
import type { When } from '../when/when.ts';
import { comingDayWords, dayWords, quoted } from './words.ts';

/**
 * `refused`: it is in the programme, and no screen could show it; `later`: its time is to come; `hidden`: its time has come,
 * and something else keeps it out of the programme; `over`: its time will not come again; `note`: it is followed, and has no slide.
 */
export type ItemState = 'shown' | 'refused' | 'later' | 'hidden' | 'over' | 'note';

/** Where one item stands at an instant. */
export interface ItemStatus {
  readonly state: ItemState;
  /** French sentences: its dates as understood, its next day, its screens, what keeps it away. */
  readonly sentences: readonly string[];
  /** The day it is about, for a tile: today, else the next one, else the last one; null without date. */
  readonly day: Temporal.PlainDate | null;
}

/** The present, as the programmes of the screens tell it. */
export interface Present {
  readonly at: Temporal.ZonedDateTime;
  readonly site: Site;
  /** One a screen. */
  readonly programmes: readonly Programme[];
  readonly clockTrusted: boolean;
  /** Ids of the items that screens tried to show and none could. */
  readonly unplayed: ReadonlySet<string>;
}

/** How far ahead a next day is looked for: ten years. */
const MAX_DAYS_AHEAD = 3_660;

const isScreenFor = (item: CatalogueItem, screen: string) =>
  item.screens === null || (screen !== '' && item.screens.includes(fold(screen)));

/** The programmes of the screens that an item is for, whatever the day. */
export function programmesFor(item: CatalogueItem, programmes: readonly Programme[]): Programme[] {
  return programmes.filter(({ screen }) => isScreenFor(item, screen));
}

/** What is on the wall from the morning of its day, before its hours begin. */
const OF_DAYS: ReadonlySet<CatalogueItem['kind']> = new Set(['event', 'exhibition', 'tree', 'menu', 'absence']);

/** Whether the day and the hour of an item have come. */
export function isDue(item: CatalogueItem, at: Temporal.ZonedDateTime): boolean {
  return OF_DAYS.has(item.kind) || item.status !== undefined ? isOnToday(item.when, at) : isOnNow(item.when, at);
}

interface Contents {
  /** Ids of the items that have a slide, a line of today's agenda, or one among the absences. */
  readonly shown: ReadonlySet<string>;
  /** Ids of the items that « Bientôt » announces. */
  readonly announced: ReadonlySet<string>;
  readonly alert: boolean;
}

/** Indexed once per programme, because thousands of files ask for it and the event loop must not stall. */
const contentsOf = memoByObject(({ slides }: Programme): Contents => {
  const [shown, announced] = [new Set<string>(), new Set<string>()];
  const note = (ids: Set<string>, item: string | undefined): void => {
    if (item !== undefined) ids.add(item);
  };
  let alert = false;
  for (const slide of slides) {
    note(shown, slide.item);
    alert ||= slide.kind === 'alert';
    if (slide.kind === 'absences') for (const { item } of slide.entries) note(shown, item);
    if (slide.kind !== 'agenda') continue;
    const ids = slide.day === null ? announced : shown;
    for (const { entries } of slide.sections) for (const { item } of entries) note(ids, item);
  }
  return { shown, announced, alert };
});

function screensSentence({ screens }: CatalogueItem, site: Site): string[] {
  if (screens === null) return [];
  const declared = site.place.screens;
  const names = screens.map((name) => quoted(declared.find((screen) => fold(screen.name) === name)?.name ?? name));
  const unknown =
    declared.length > 0 && screens.every((name) => declared.every((screen) => fold(screen.name) !== name));
  const only = `Seulement sur ${names.length < 2 ? 'l’écran' : 'les écrans'} ${frenchList(names)}.`;
  return unknown
    ? [only, 'Aucun écran de ce nom n’est décrit dans preau.yml\u00a0: vérifiez le nom du dossier.']
    : [only];
}

/** Until which day an item goes on that is on today. */
function untilSentence(when: When | null, today: Temporal.PlainDate): string[] {
  const to = when === null ? null : daysTold(when, today).to;
  if (to === null) return [];
  const last = Temporal.PlainDate.from(to);
  if (last.equals(today)) return [];
  return [`Jusqu’au ${dayWords(last, today)} compris.`];
}

function nextSentence(next: Temporal.PlainDate, when: When, today: Temporal.PlainDate): string {
  const windows = windowsOn(when, next).filter(({ from, to }) => from !== null || to !== null);
  const hours = windows.length === 0 ? '' : `, ${hoursLabel(windows)}`;
  return `Prochain jour\u00a0: ${comingDayWords(next, today)}${hours}.`;
}

const startsLaterToday = (when: When, at: Temporal.ZonedDateTime) => {
  const time = at.toPlainTime().toString({ smallestUnit: 'second' });
  return windowsOn(when, dayOf(at)).some(({ from }) => from !== null && from > time);
};

/** The next day of an item that is not on at `at`; null where it never comes again. */
function nextDay(when: When, at: Temporal.ZonedDateTime): Temporal.PlainDate | null {
  const today = dayOf(at);
  if (occursOn(when, today) && startsLaterToday(when, at)) return today;
  return nextOccurrence(when, today.add({ days: 1 }), MAX_DAYS_AHEAD);
}

function whyHidden(item: CatalogueItem, { programmes, clockTrusted }: Present): string {
  const own = programmesFor(item, programmes);
  if (!clockTrusted && item.when !== null) {
    return 'L’horloge de la machine d’affichage est fausse\u00a0: les fichiers datés attendent qu’elle soit à l’heure.';
  }
  if (own.some((programme) => contentsOf(programme).alert)) {
    return 'Une alerte est en cours\u00a0: il reviendra quand elle sera retirée du dossier.';
  }
  if (own.length > 0 && own.every(({ lit }) => !lit)) return 'L’écran est éteint à cette heure, d’après preau.yml.';
  return item.kind === 'menu' ? 'Un autre menu est montré en ce moment.' : 'Il n’y a encore rien à montrer.';
}

const isShown = (item: CatalogueItem, { programmes }: Present): boolean =>
  programmesFor(item, programmes).some((one) => contentsOf(one).shown.has(item.id));

/** Of an item whose time has come. */
function dueStatus(item: CatalogueItem, present: Present, dates: string, screens: readonly string[]): ItemStatus {
  const today = dayOf(present.at);
  const day = item.when === null ? null : today;
  const sentences = [dates, ...untilSentence(item.when, today), ...screens];
  if (!isShown(item, present)) return { state: 'hidden', sentences: [whyHidden(item, present), ...sentences], day };
  return { state: present.unplayed.has(item.id) ? 'refused' : 'shown', sentences, day };
}

/** Of an item whose time will not come again. */
function overStatus(when: When, today: Temporal.PlainDate, dates: string, screens: readonly string[]): ItemStatus {
  const { to } = daysTold(when, today);
  const last = to === null ? null : Temporal.PlainDate.from(to);
  const sinceLast = (day: Temporal.PlainDate) =>
    day.equals(today) ? 'Terminé pour aujourd’hui.' : `Terminé depuis le ${dayWords(day, today)}.`;
  const since = last === null ? 'C’est passé.' : sinceLast(last);
  const advice = 'Vous pouvez le retirer du dossier, ou changer sa date.';
  return { state: 'over', sentences: [dates, `${since} ${advice}`, ...screens], day: last };
}

/** The logo is in the head of every wall, and has no slide. */
function logoStatus({ place: { wall } }: Site): ItemStatus {
  return wall.headed
    ? { state: 'shown', sentences: ['Le logo de l’endroit, en tête de l’écran\u00a0: pas montré à part.'], day: null }
    : {
        state: 'hidden',
        sentences: ['Le logo de l’endroit\u00a0: preau.yml retire le bandeau où il serait.'],
        day: null,
      };
}

/** The holidays are followed, and have no slide. */
function holidaysStatus({ closures }: HolidaysItem, today: Temporal.PlainDate): ItemStatus {
  const days = closures.filter(({ to }) => to >= today.toString()).map((closure) => daysLabel(closure, today));
  const told = days.length === 0 ? 'Toutes sont passées' : `À venir\u00a0: ${frenchList(days)}`;
  const words = 'Les vacances de l’établissement, retirées des jours d’école et des menus\u00a0: pas montrées à part.';
  return { state: days.length === 0 ? 'over' : 'note', sentences: [words, `${told}.`], day: null };
}

/** Where an item stands: a pure function of the item and the present. */
export function statusOf(item: CatalogueItem, present: Present): ItemStatus {
  const { at, site, programmes } = present;
  if (item.kind === 'logo') return logoStatus(site);
  const today = dayOf(at);
  if (item.kind === 'holidays') return holidaysStatus(item, today);
  const { when } = item;
  const dates = when === null ? 'Sans date\u00a0: tous les jours.' : `Dates\u00a0: ${when.label}.`;
  const screens = screensSentence(item, site);
  // The next menu, and who is absent tomorrow, are shown before their day.
  if (isDue(item, at) || isShown(item, present)) return dueStatus(item, present, dates, screens);
  if (when === null) return { state: 'hidden', sentences: [dates, ...screens], day: null };
  const next = nextDay(when, at);
  if (next === null) return overStatus(when, today, dates, screens);
  const soon = programmesFor(item, programmes).some((one) => contentsOf(one).announced.has(item.id));
  const announced = soon ? [`Annoncé dès maintenant dans l’agenda ${quoted('Bientôt')}.`] : [];
  return { state: 'later', sentences: [dates, nextSentence(next, when, today), ...announced, ...screens], day: next };
}
