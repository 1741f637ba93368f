import { posix } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../contract.ts';
import { fold } from '../../lib/fold.ts';
import { frenchTypography } from '../../lib/typography.ts';
import {
  leadingDateFault,
  splitLeadingDate,
  splitTrailingDate,
  unfollowedDateWarning,
} from '../../when/french/name-date.ts';
import { dayWithin, namesWeekday } from '../../when/french/narrower-days.ts';
import type { DateFault, NameDate } from '../../when/french/types.ts';
import { monthNamed, weekdayNamed } from '../../when/french/words.ts';
import type { WhenRule } from '../../when/when.ts';
import { problemOf, type Sentences } from '../faults/fault.ts';
import { isScreensFolder, placeOf } from '../scan/place.ts';
import { newDayUnread, splitStatus, type ToldStatus } from '../status.ts';
import { withoutEnding } from './endings.ts';

/** Names that cameras, telephones, scanners and messaging programs give: they say nothing to a passer-by. */
const MACHINE_NAME =
  /^(?:img|dsc[fn]?|dscn|pict?|photo|image|mvi|vid|video|scan|screenshot|capture|whatsapp|pxl|p\d|sam|gopr|numerisation|document|sans titre)?[\s_-]*(?:image|video)?[\s_-]*[\d\s_().:-]*(?:at|a|wa|edited|hdr|copie)?[\s_-]*[\d\s_().:-]*$/iu;

/** Programs and machines that put their own name before a day, a time or a number: `Adobe Scan 4 mai 2026`, `FB_IMG_1714824000000`. */
const PROGRAM =
  'adobe scan|camscanner|genius scan|(?:office|microsoft) lens|numerisations?|numeriser|(?:nouveau|new) doc(?:ument)?|' +
  "captures? d'? ?ecran|screen ?shot|screen ?recording|enregistrement(?: de l'ecran)?|recording|(?:image|video|photo) whatsapp|" +
  'whatsapp (?:image|video|ptt|audio)|signal|snapchat|received|fb img|messenger creation|viber image|photo|(?:mv)?img(?: ?e)?|image|vid|video|' +
  'pxl|gmt|\\d* ?img(?: \\d+)? burst|dji|skm(?:bt)? ?[a-z]?|epson|brw[\\da-f]+|brn[\\da-f]+|doc';
/** What stands behind it: figures, signs, a month, and words that say how the picture was taken or that it was changed. */
const STAMP =
  '(?:[\\d\\s_().:~,+x-]|(?<![a-z])(?:at|a|am|pm|t|z|wa|edit|edited|hdr|mp|copie|copy|burst|cover|portrait|night|pano|bokeh|recording|chrome|com(?:[. ][a-z]+)+|' +
  'janvier|janv|fevrier|fevr|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec)(?![a-z])|(?<=\\d )\\d*[a-f][\\da-f]{4,})';
const PROGRAM_NAME = new RegExp(`^(?:${PROGRAM})[\\s_-]*(?=[^\\d]{0,6}\\d)${STAMP}+$`, 'u');
/** « Photo 5 mai » is written by a person. */
const BY_HAND = /^(?:photo|img|image|vid|video|doc|enregistrement)[\s_-]+(?!whatsapp|e\d)(?:\d{1,2} \p{L}{3,}|\p{L})/u;

/** « 4A », « 6 B2 » */
const CLASS = /^[1-6] ?[a-h]\d?$/iu;

function isMachineName(words: string): boolean {
  if (CLASS.test(words)) return false;
  const plain = fold(words).replace(/['’]/gu, "'");
  return MACHINE_NAME.test(words) || (PROGRAM_NAME.test(plain) && !BY_HAND.test(plain));
}

/** The words of a file name as a caption; empty where a machine gave the name. */
export function captionOf(words: string): string {
  const spaced = words.normalize('NFC').replace(/_+/gu, ' ').replace(/\s+/gu, ' ').trim();
  if (spaced === '' || isMachineName(spaced)) return '';
  const text = frenchTypography(spaced);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The caption of a plate: its file name, without the number that orders it. */
export function plateCaption(path: string): string {
  const name = withoutEnding(posix.basename(path));
  return captionOf(name.replace(/^\d{1,4}(?:\s*[-–—_.)]\s*|\s+)(?=\P{N})/u, ''));
}

/** Folders whose names say only what kind of files they hold. */
const PLAIN_FOLDER =
  /^(?:(?:les |mes |nos )?(?:photos?|images?|videos?|films?|affiches?|documents?|fichiers?|divers|autres?|archives?)|nouveau dossier.*|new folder.*|dcim|\d+\p{L}*|[\d\s._-]+)$/iu;

/** The name of the album that a picture lies in: that of its folder, without its dates; empty where it says nothing. */
function albumOf(folders: readonly string[], context: { zone: string; reference: Temporal.PlainDate }): string {
  const [top = '', ...deeper] = folders.toReversed();
  const [folder] = (isScreensFolder(top) ? deeper.slice(1) : [top, ...deeper]).toReversed();
  if (folder === undefined || folder === '') return '';
  const { rest } = splitLeadingDate(folder, context) ?? splitTrailingDate(folder, context) ?? { rest: folder };
  return PLAIN_FOLDER.test(fold(rest)) ? '' : captionOf(rest);
}

/**
 * « 05-Mai », « 09. Septembre 2026 », « 2 - Mardi »: a folder with the number of its month or weekday before it, so that folders
 * stand in order, and no day.
 */
function withoutOrder(folder: string): string {
  const [, number, sign, name = ''] = /^(\d{1,2})(\s*[-_.–]\s*|\s+)(\p{L}.*)$/u.exec(folder) ?? [];
  const order = Number(number);
  const [word = ''] = fold(name).split(/[\s_.-]/u);
  if (order > 0 && order === weekdayNamed(word)) return name;
  return order > 0 && order === monthNamed(word) && sign?.trim() ? name : folder;
}

/** What names are read with. */
interface Context {
  readonly zone: string;
  readonly reference: Temporal.PlainDate;
  readonly seen: Temporal.PlainDate;
}

type Split = typeof splitLeadingDate;

/** The date that `split` finds in a name. « Lundi » within a folder of a week is the Monday of that week. */
function dateWithin(name: string, above: readonly string[], context: Context, split: Split): NameDate | null {
  const week = namesWeekday(name) ? datesAbove(above, context) : null;
  return (week && dayWithin(name, week.when, context, split)) ?? split(name, context);
}

/** The date that `split` finds in the nearest of some folders, nearest first, that has one. */
function nearestDate(folders: readonly string[], context: Context, split: Split): NameDate | null {
  for (const [at, folder] of folders.entries()) {
    const found = dateWithin(folder, folders.slice(at + 1), context, split);
    if (found !== null) return found;
  }
  return null;
}

const datesAbove = (folders: readonly string[], context: Context): NameDate | null =>
  nearestDate(folders, context, splitLeadingDate) ?? nearestDate(folders, context, splitTrailingDate);

/** What a path says: the dates nearest to the file, and the title that is left. */
export interface NamedDates {
  readonly when: WhenRule | null;
  /** Empty where the name is only a date, or a machine gave it. */
  readonly title: string;
  /** The words of the folder that it lies in; empty where there are none. */
  readonly album: string;
  readonly problems: readonly Problem[];
  /** The dates are those of its own name, and not of a folder above. */
  readonly isOwn: boolean;
  /** The name, or that of a folder above it, says that it does not take place. */
  readonly status: ToldStatus['status'] | null;
  /** The name has an impossible date: nobody knows when the file is meant to be shown. */
  readonly fault: DateFault | null;
}

/**
 * Dates from the start of the file name, else from the start of the name of the nearest folder above it that has one, else from
 * the end of one of these names. A name that says that something is cancelled is read without these words, but for an alert: it is
 * shown as it is written. `isFolder`: the path is that of a folder, whose name has no ending. `seen`: the day on which the
 * file was first seen: « demain » is the day after.
 */
export function datesOfPath(
  path: string,
  isFolder: boolean,
  zone: string,
  reference: Temporal.PlainDate,
  seen = reference,
): NamedDates {
  const [first = '', ...above] = path.split('/').toReversed();
  const folders = above.map(withoutOrder);
  const context = { zone, reference, seen };
  const name = isFolder ? first : withoutEnding(first);
  const told = placeOf(path).alert ? null : splitStatus(name, context);
  const own = told?.rest ?? name;
  const leading = dateWithin(own, folders, context, splitLeadingDate);
  // A machine's name tells when a picture was taken, not when to show it.
  const caption = leading === null ? captionOf(own) : '';
  const named = caption !== '';
  const impossible = leading === null ? leadingDateFault(own, context) : null;
  const trailing = impossible === null && named ? splitTrailingDate(own, context) : null;
  const found =
    leading ??
    nearestDate(folders, context, splitLeadingDate) ??
    trailing ??
    nearestDate(folders, context, splitTrailingDate);
  const fault = found === null ? impossible : null;
  const isOwn = found !== null && (found === leading || found === trailing);
  const unfollowed = isOwn || fault !== null || !named ? null : unfollowedDateWarning(own, context, found !== null);
  const outer =
    told === null ? folders.map((folder) => splitStatus(folder, context)).find((each) => each !== null) : null;
  const faults = [...(found?.warnings ?? []), ...(unfollowed ? [unfollowed] : []), ...unreadNewDay(told)];
  return {
    fault,
    isOwn,
    status: (told ?? outer)?.status ?? null,
    when: found?.when ?? null,
    title: isOwn ? captionOf(found.rest) : caption,
    album: albumOf(folders, context),
    problems: faults.map((each) => problemOf(path, 'warning', each)),
  };
}

/** « reporté au lundi de la rentrée »: shown as it is written, and on no new day. */
function unreadNewDay(told: ToldStatus | null): Sentences[] {
  if (told === null || told.unread === null) return [];
  return [newDayUnread(told.unread)];
}
