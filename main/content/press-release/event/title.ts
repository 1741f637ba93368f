import type { IsDate } from '../days/is-date.ts';
import { takeDates } from '../days/take-dates.ts';
import { type Part, splitParts } from '../outline/split-parts.ts';
import { isTown, withBrackets } from '../places/brackets.ts';
import { beginsAsVenue, isNamedVenue, looksLikeTown, mayBeVenue } from '../places/places.ts';
import { beginsAsEvent } from './category.ts';

/** What a heading says of an event beside its town. */
export interface TitleReading {
  /** Empty where there is none: hours, a person or a remark are no title. */
  readonly title: string;
  readonly venue?: string;
  /** Parts that are dates or hours, as written. */
  readonly dates: readonly string[];
}

/**
 * `Titre - Lieu`, `Lieu - Titre`, `Titre, lieu`, `Lieu : titre`, `Titre`, with dates and hours anywhere between them;
 * `commas`: a comma may part title and venue.
 */
export function readTitle(text: string, commas: boolean, isDate: IsDate): TitleReading {
  const parts = splitParts(text, { colons: false }).flatMap((part) => withBrackets(part, isDate));
  const { kept, dates } = takeDates(parts, isDate);
  const reading = readParts(kept, commas, isDate);
  return { ...reading, dates: [...dates, ...reading.dates] };
}

/** What stands behind a date and says neither what nor where. */
const REMARK =
  /^(?:aux (?:heures|horaires) |entr[ée]e (?:libre|gratuite)|sur (?:inscription|r[ée]servation|rendez-vous)|tout public)/iu;

/** The title and the venue among parts that are no dates. */
export function readParts(kept: readonly Part[], commas: boolean, isDate: IsDate): TitleReading {
  const venue = venueAmong(kept);
  if (venue !== null) {
    const title = joined(kept.filter((part) => part !== venue));
    return meant({ title, venue: venue.text, dates: [] }, isDate);
  }
  const remarks = kept.filter(({ text }, at) => at > 0 && REMARK.test(text));
  const title = joined(kept.filter((part) => !remarks.includes(part)));
  const found = kept.length - remarks.length === 1 ? (venueBeforeColon(title) ?? venueAfterComma(title, commas)) : null;
  const behind = remarks.map(({ text }) => `, ${text}`).join('');
  return meant({ ...found, title: `${found?.title ?? title}${behind}`, dates: [] }, isDate);
}

/** The part that is the venue: a venue by its name wherever it stands, else the last part. */
function venueAmong(parts: readonly Part[]): Part | null {
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2) return null;
  if (!beginsAsVenue(last.text)) {
    const named = parts.filter((part) => isNamedVenue(part.text));
    const [only] = named;
    if (only !== undefined && named.length === 1) return only;
  }
  const isSubject = parts.length === 2 && NUMBERED.test(parts[0]?.text ?? '');
  const isVenue = last.before === ',' || isSubject ? beginsAsVenue(last.text) : mayBeVenue(last.text);
  return isVenue ? last : null;
}

/** « Conférence n° 2 – Les trous noirs »: behind its number stands what it is about. */
const NUMBERED = /^(?!salle|b[âa]timent|bureau)\p{L}[\p{L}’' ]{2,30}?\s(?:n[°o]\s?)?\d{1,2}$/iu;

/** True for words in the place of a title that are no title: a person, an absence. */
export function isNoTitle(text: string): boolean {
  return (
    /^(?:MM?\.|Mmes?|Mlles?|Dr|Prof\.?|Monsieur|Madame)\s+\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)?$/u.test(text) ||
    /^(?:absente?s?|pr[ée]sente?s?|excus[ée]e?s?|ferm[ée]e?s?)\b[^,;]{0,30}$/iu.test(text)
  );
}

/** « Forum des métiers à Ville, salle X »: a sentence that names its town last. */
export function readTitleWithTown(text: string, isDate: IsDate): TitleReading & { readonly town: string } {
  const [, before, town, after] = /^(.+?)\s+à\s+(\p{Lu}[^,]{1,44}?)(?:,\s*(.+))?$/u.exec(text) ?? [];
  if (before === undefined || town === undefined || !looksLikeTown(town))
    return { ...readTitle(text, true, isDate), town: '' };
  const read = readTitle(before, false, isDate);
  return { ...read, ...(after !== undefined && mayBeVenue(after) ? { venue: after } : {}), town };
}

function meant(reading: TitleReading, isDate: IsDate): TitleReading {
  if (isDate(reading.title)) return { ...reading, title: '', dates: [...reading.dates, reading.title] };
  return isNoTitle(reading.title) ? { ...reading, title: '' } : reading;
}

/** Kinds of venues that begin a title as well: « Théâtre : le grand soir ». */
const MAY_BE_TITLE =
  /^(?:th[ée][âa]tre|cin[ée]ma|mus[ée]e|campus|parc|jardin|place|espace|maison|ferme|cour|stade|p[ôo]le|chapelle|palais)$/iu;

/** « CIO : atelier CV » */
function venueBeforeColon(text: string): { title: string; venue: string } | null {
  const [venue, title] = splitParts(text, { colons: true });
  if (venue === undefined || title?.before !== ':') return null;
  const isRoom = isNamedVenue(venue.text) && !MAY_BE_TITLE.test(venue.text);
  const isVenue = isRoom || (beginsAsVenue(venue.text) && beginsAsEvent(title.text));
  if (!isVenue) return null;
  return { title: text.slice(text.indexOf(':') + 1).trim(), venue: venue.text };
}

/** After « Ville : », what follows the last comma is a venue if it may be one; elsewhere only if it surely is. */
function venueAfterComma(text: string, commas: boolean): { title: string; venue: string } | null {
  const at = lastCommaOutsideQuotes(text);
  if (at < 0) return null;
  const last = text.slice(at + 1).trim();
  const before = text.slice(0, at).trim();
  // « Café des familles, collège X, Ville »: the town goes with its venue.
  const inner = isTown(last) ? lastCommaOutsideQuotes(before) : -1;
  const isPlace = inner > 0 && isNamedVenue(before.slice(inner + 1).trim());
  const title = isPlace ? before.slice(0, inner).trim() : before;
  const venue = isPlace ? text.slice(inner + 1).trim() : last;
  const isVenue = isPlace || (commas ? mayBeVenue(venue) : beginsAsVenue(venue));
  return isVenue && title !== '' && venue !== '' ? { title, venue } : null;
}

function lastCommaOutsideQuotes(text: string): number {
  const masked = text.replace(/«[^»]*»|"[^"]*"|“[^”]*”|\([^)]*\)/g, (quote) => '_'.repeat(quote.length));
  return masked.lastIndexOf(',');
}

/** The parts of a title as one text, with the separators that stood between them. */
function joined(parts: readonly Part[]): string {
  const mark = ({ before, text }: Part): string =>
    before === '(' ? ` (${text})` : before === ',' ? `, ${text}` : before === ':' ? ` : ${text}` : ` – ${text}`;
  return parts.map((part, at) => (at === 0 ? part.text : mark(part))).join('');
}
