import { beginsAsEvent } from './category.ts';
import { beginsAsVenue, looksLikeTown, mayBeVenue } from './places.ts';
import { type Part, splitParts } from './split-parts.ts';

/** Says whether a part of a heading is a date or hours, and nothing else. */
export type IsDate = (text: string) => boolean;

/** What a heading says of an event beside its town. */
export interface TitleReading {
  /** Empty where there is none: hours, a person or a remark are no title. */
  readonly title: string;
  readonly venue?: string;
  /** Parts that are dates or hours, as written. */
  readonly dates: readonly string[];
}

/** `Titre - Lieu`, `Titre, lieu`, `Lieu : titre`, `Titre`; `commas`: a comma may part title and venue. */
export function readTitle(text: string, commas: boolean, isDate: IsDate): TitleReading {
  const { kept, dates } = takeDates(splitParts(text, { colons: false }), isDate);
  const last = kept.at(-1);
  if (last !== undefined && kept.length > 1 && mayBeVenue(last.text)) {
    return meant({ title: joined(kept.slice(0, -1)), venue: last.text, dates }, isDate);
  }
  const title = joined(kept);
  const found = kept.length === 1 ? (venueBeforeColon(title) ?? venueAfterComma(title, commas)) : null;
  return meant(found === null ? { title, dates } : { ...found, dates }, isDate);
}

/** What stands where a title does and is none: a person, an absence. */
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

function takeDates(parts: readonly Part[], isDate: IsDate): { kept: Part[]; dates: string[] } {
  const kept: Part[] = [];
  const dates: string[] = [];
  for (const part of parts) {
    if (isDate(part.text)) {
      dates.push(part.text);
      continue;
    }
    const { text, date } = trailingDate(part.text, isDate);
    if (date !== null) dates.push(date);
    kept.push({ ...part, text });
  }
  return { kept, dates };
}

/** « Forum (14h-17h) », « Forum, de 14h à 17h », « Forum à 14h ». */
export function trailingDate(text: string, isDate: IsDate): { text: string; date: string | null } {
  for (const pattern of [
    /^(.+?)\s*\(([^()]+)\)$/,
    /^(.+),\s*([^,]+)$/,
    /^(.+?)\s+((?:de|dès|à partir de|à)\s+\d{1,2}\s*[h:].*)$/i,
  ]) {
    const [, before, date] = pattern.exec(text) ?? [];
    if (before !== undefined && date !== undefined && isDate(date)) return { text: before.trim(), date };
  }
  return { text, date: null };
}

/** « CIO : atelier CV » */
function venueBeforeColon(text: string): { title: string; venue: string } | null {
  const [venue, title] = splitParts(text, { colons: true });
  if (venue === undefined || title?.before !== ':' || !beginsAsVenue(venue.text) || !beginsAsEvent(title.text))
    return null;
  return { title: text.slice(text.indexOf(':') + 1).trim(), venue: venue.text };
}

/** After « Ville : », what follows the last comma is a venue if it may be one; elsewhere only if it surely is. */
function venueAfterComma(text: string, commas: boolean): { title: string; venue: string } | null {
  const at = lastCommaOutsideQuotes(text);
  if (at < 0) return null;
  const title = text.slice(0, at).trim();
  const venue = text.slice(at + 1).trim();
  const isVenue = commas ? mayBeVenue(venue) : beginsAsVenue(venue);
  return isVenue && title !== '' && venue !== '' ? { title, venue } : null;
}

function lastCommaOutsideQuotes(text: string): number {
  const masked = text.replace(/«[^»]*»|"[^"]*"|“[^”]*”|\([^)]*\)/g, (quote) => '_'.repeat(quote.length));
  return masked.lastIndexOf(',');
}

function joined(parts: readonly Part[]): string {
  return parts.map((part, at) => (at === 0 ? part.text : `– ${part.text}`)).join(' ');
}
