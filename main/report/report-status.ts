import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import type { Site } from '../settings/site.ts';
import { daysTold } from '../when/days-told.ts';
import { hoursLabel } from '../when/french/label.ts';
import { nextOccurrence, occursOn, windowsOn } from '../when/occurrence.ts';
import { isOnNow, isOnToday } from '../when/today.ts';
import type { When } from '../when/when.ts';
import { capital, dayWords, listed, onDay, quoted } from './report-words.ts';

/** `hidden`: its time has come, and something else keeps it off the wall. */
export type ItemState = 'shown' | 'later' | 'hidden' | 'over';

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
}

/** As far as a next day is looked for: ten years. */
const FAR_DAYS = 3_660;

const isScreenFor = (item: CatalogueItem, screen: string) =>
  item.screens === null || (screen !== '' && item.screens.includes(fold(screen)));

/** What is for this screen, whatever the day. */
export function programmesFor(item: CatalogueItem, programmes: readonly Programme[]): Programme[] {
  return programmes.filter(({ screen }) => isScreenFor(item, screen));
}

/** Whether the day and the hour of an item have come. */
export function isDue(item: CatalogueItem, at: Temporal.ZonedDateTime): boolean {
  const listedInAgenda = item.kind === 'event' || item.kind === 'exhibition' || item.kind === 'tree';
  return listedInAgenda ? isOnToday(item.when, at) : isOnNow(item.when, at);
}

interface Contents {
  /** Kind, source and title of each slide. */
  readonly slides: ReadonlySet<string>;
  /** Titles of « Bientôt ». */
  readonly announced: ReadonlySet<string>;
  readonly alert: boolean;
}

/** Indexed once a programme: thousands of files ask for it, and the loop must not stall. */
const contentsOf = memoByObject(({ slides }: Programme): Contents => {
  const coming = slides.flatMap((slide) => (slide.kind === 'agenda' && slide.day === null ? slide.sections : []));
  return {
    slides: new Set(slides.map(({ kind, source, title }) => `${kind}\0${source}\0${title}`)),
    announced: new Set(coming.flatMap(({ entries }) => entries.map(({ title }) => title))),
    alert: slides.some(({ kind }) => kind === 'alert'),
  };
});

const hasSlide = (programme: Programme, { kind, source, title }: CatalogueItem) =>
  contentsOf(programme).slides.has(`${kind}\0${source}\0${title}`);

const isAnnounced = (programme: Programme, { title }: CatalogueItem) => contentsOf(programme).announced.has(title);

function screensSentence({ screens }: CatalogueItem, site: Site): string[] {
  if (screens === null) return [];
  const declared = site.place.screens;
  const names = screens.map((name) => quoted(declared.find((screen) => fold(screen.name) === name)?.name ?? name));
  const unknown =
    declared.length > 0 && screens.every((name) => declared.every((screen) => fold(screen.name) !== name));
  const only = `Seulement sur ${names.length < 2 ? 'l’écran' : 'les écrans'} ${listed(names)}.`;
  return unknown
    ? [only, 'Aucun écran de ce nom n’est décrit dans preau.yml\u00a0: vérifiez le nom du dossier.']
    : [only];
}

/** Up to when what is on goes on, counted in whole days. */
function untilSentence(when: When, today: Temporal.PlainDate): string[] {
  const { to } = daysTold(when, today);
  if (to === null) return [];
  const last = Temporal.PlainDate.from(to);
  if (last.equals(today)) return [];
  return [`Jusqu’au ${dayWords(last, today)} compris.`];
}

function nextSentence(next: Temporal.PlainDate, when: When, today: Temporal.PlainDate): string {
  const windows = windowsOn(when, next).filter(({ from, to }) => from !== null || to !== null);
  const hours = windows.length === 0 ? '' : `, ${hoursLabel(windows)}`;
  return `Prochain jour\u00a0: ${onDay(next, today).replace(/^le /u, '')}${hours}.`;
}

const startsLaterToday = (when: When, at: Temporal.ZonedDateTime) => {
  const time = at.toPlainTime().toString({ smallestUnit: 'second' });
  return windowsOn(when, at.toPlainDate()).some(({ from }) => from !== null && from > time);
};

/** The next day of what is not on at `at`; null for never again. */
function nextDay(when: When, at: Temporal.ZonedDateTime): Temporal.PlainDate | null {
  const today = at.toPlainDate();
  if (occursOn(when, today) && startsLaterToday(when, at)) return today;
  return nextOccurrence(when, today.add({ days: 1 }), FAR_DAYS);
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
  return 'Il n’y a encore rien à montrer.';
}

/** Where an item stands: a pure function of the item and the present. */
export function statusOf(item: CatalogueItem, present: Present): ItemStatus {
  const { at, site, programmes } = present;
  const today = at.toPlainDate();
  const { when } = item;
  const own = programmesFor(item, programmes);
  const dates = when === null ? 'Sans date\u00a0: tous les jours.' : `Dates\u00a0: ${when.label}.`;
  const screens = screensSentence(item, site);
  if (isDue(item, at)) {
    const shown = own.some((programme) => hasSlide(programme, item));
    const sentences = [dates, ...(when === null ? [] : untilSentence(when, today)), ...screens];
    return shown
      ? { state: 'shown', sentences, day: when === null ? null : today }
      : { state: 'hidden', sentences: [whyHidden(item, present), ...sentences], day: when === null ? null : today };
  }
  if (when === null) return { state: 'hidden', sentences: [dates, ...screens], day: null };
  const next = nextDay(when, at);
  if (next === null) {
    const { to } = daysTold(when, today);
    const last = to === null ? null : Temporal.PlainDate.from(to);
    const since =
      last === null
        ? 'C’est passé.'
        : last.equals(today)
          ? 'Terminé pour aujourd’hui.'
          : `Terminé depuis le ${dayWords(last, today)}.`;
    const advice = 'Vous pouvez le retirer du dossier, ou changer sa date.';
    return { state: 'over', sentences: [dates, `${since} ${advice}`, ...screens], day: last };
  }
  const soon = own.some((programme) => isAnnounced(programme, item));
  const announced = soon ? [`Annoncé dès maintenant dans l’agenda ${quoted('Bientôt')}.`] : [];
  return {
    state: 'later',
    sentences: [dates, capital(nextSentence(next, when, today)), ...announced, ...screens],
    day: next,
  };
}
