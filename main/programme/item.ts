import type { AgendaEntry } from '../contract.ts';
import type { Closure } from '../when/school-holidays.ts';
import type { When, WhenRule } from '../when/when.ts';

/** Last part of the address of every blurred copy. */
export const BLUR_NAME = 'blur.webp';

/** A file of the store: `hash` names its bytes, `name` is for the address; pixels. */
export interface Media {
  readonly hash: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Of a picture: hash of a very small blurred copy, WebP. */
  readonly blur?: string;
}

/** What staff say of something that does not take place as it was announced. */
export interface ItemStatus extends NonNullable<AgendaEntry['status']> {
  /** Of what is postponed: its new days, where they are known. `content/status.ts` makes an item of its own for them. */
  readonly to?: WhenRule;
}

interface ItemBase {
  /** Stable for one source: the path, with `#n` where a file gives several items. */
  readonly id: string;
  readonly title: string;
  /** Path in the content folder, with `/`. */
  readonly source: string;
  /** Line in the source, from 1, where a file gives several items. */
  readonly line?: number;
  /** null: always. */
  readonly when: When | null;
  /** Folded names (see `fold`) of the screens it is for; null: all. */
  readonly screens: readonly string[] | null;
  /** `ordre` of the front matter; null: after those that have one. */
  readonly order: number | null;
  /** `duree` of the front matter, milliseconds. */
  readonly durationMs?: number;
  /** When the file was last written, epoch milliseconds. */
  readonly modifiedMs: number;
  /** It is cancelled or postponed: the agenda lists it struck out until its hour is over, and no picture or text of it is shown. */
  readonly status?: ItemStatus;
  /** Its own name or front matter says when it is on: the agendas list it, whatever its kind. */
  readonly announced?: true;
}

/** What an event says, whatever it was read from. */
export interface EventText {
  readonly title: string;
  /** Empty where none is named. */
  readonly town: string;
  /** `60`, `02`, `2A`, `974`. */
  readonly department?: string;
  readonly venue?: string;
  readonly description?: string;
  readonly category?: string;
  readonly partners?: string;
  /** http or https. */
  readonly link?: string;
}

export interface EventItem extends ItemBase, EventText {
  readonly kind: 'event';
  readonly image?: Media;
}

export interface ExhibitionItem extends ItemBase {
  readonly kind: 'exhibition';
  /** `mouvement: lent`: its plates move slowly. */
  readonly slow?: true;
  readonly town?: string;
  readonly department?: string;
  readonly venue?: string;
  readonly description?: string;
  readonly partners?: string;
  readonly credits?: string;
  readonly plates: readonly { readonly media: Media; readonly caption?: string }[];
}

export interface TreeItem extends ItemBase {
  readonly kind: 'tree';
  readonly town?: string;
  readonly department?: string;
  readonly venue?: string;
  readonly messages: readonly { readonly id: string; readonly text: string }[];
}

export interface ImageItem extends ItemBase {
  readonly kind: 'image';
  readonly caption?: string;
  /** The name of the folder of photos that it is one of. */
  readonly album?: string;
  /** One for a picture, one a page for a document. */
  readonly pages: readonly Media[];
  /** How many pages the document has; more than `pages` where it was cut. */
  readonly of: number;
  readonly fit: 'cover' | 'contain';
}

export interface VideoItem extends ItemBase {
  readonly kind: 'video';
  readonly media: Media;
  readonly durationMs: number;
}

export interface TextItem extends ItemBase {
  readonly kind: 'text';
  /** The title was written by someone, not taken from the name of the file. */
  readonly titled?: true;
  readonly html: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

export interface CountdownItem extends ItemBase {
  readonly kind: 'countdown';
  /** The one day that is waited for, and its hours. `when` ends with it. */
  readonly target: WhenRule;
  readonly text?: string;
}

export interface AlertItem extends ItemBase {
  readonly kind: 'alert';
  readonly html?: string;
  readonly image?: Media;
  readonly video?: Media;
}

/** The logo of the place: it has no slide, but stands in the head of every wall. */
interface LogoItem extends ItemBase {
  readonly kind: 'logo';
  readonly media: Media;
}

/** The holidays of the school, from a calendar: they have no slide, and take days out of others. */
export interface HolidaysItem extends ItemBase {
  readonly kind: 'holidays';
  readonly closures: readonly Closure[];
}

/** The meals of a canteen, in the order of a day. */
export type Meal = 'breakfast' | 'lunch' | 'dinner';

/** A course of a meal. */
export interface Course {
  /** « Entrée »; absent where the menu names no courses. */
  readonly name?: string;
  readonly dishes: readonly string[];
}

/** One meal of one day; `when` is that day until the end of the meal. */
export interface MenuItem extends ItemBase {
  readonly kind: 'menu';
  /** ISO. */
  readonly day: string;
  readonly meal: Meal;
  /** The menu has one meal a day, which then needs no name. */
  readonly isOnly: boolean;
  readonly courses: readonly Course[];
}

/** What is said of somebody who is absent. */
export interface AbsenceText {
  /** Who is absent; empty where only a lesson is named. */
  readonly teacher: string;
  readonly subject?: string;
  readonly classes?: string;
  readonly room?: string;
  /** Who or what takes the place of the lesson. */
  readonly replacement?: string;
  readonly note?: string;
  /** Its hours as written, where they are no hours of a clock: « M2 ». */
  readonly period?: string;
}

/** One absence; `when` are its days and hours. */
export interface AbsenceItem extends ItemBase, AbsenceText {
  readonly kind: 'absence';
}

/** One thing read from one file or one folder. */
export type Item =
  | EventItem
  | ExhibitionItem
  | TreeItem
  | ImageItem
  | VideoItem
  | TextItem
  | CountdownItem
  | AlertItem
  | MenuItem
  | AbsenceItem
  | LogoItem
  | HolidaysItem;
