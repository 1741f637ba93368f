import { beginsAsVenue, looksLikeTown, mayBeVenue } from './places.ts';
import { type Part, splitParts } from './split-parts.ts';

/** What a heading says of an event. */
export interface EventHeading {
  /** Empty where the heading names none. */
  readonly town: string;
  readonly department?: string;
  /** Empty where the heading is a town alone. */
  readonly title: string;
  readonly venue?: string;
  /** Parts that are dates or hours, as written. */
  readonly dates: readonly string[];
  /** `department`: « Ville (60) … », never mistaken; `town`: « Ville - … » or « Ville : … »; `title`: no town. */
  readonly form: 'department' | 'town' | 'title';
}

/** Says whether a part of a heading is a date or hours, and nothing else. */
export type IsDate = (text: string) => boolean;

const TOWN_WITH_DEPARTMENT =
  /^(?<town>\p{Lu}[^()|:"«»]{0,59}?)\s*\(\s*(?<code>\d{5}|\d{2,3}|2[AB])\s*\)\s*(?<mark>[-‐‑‒–—―−:,|])?\s*(?<rest>.*)$/u;

/** Reads `Ville (60) - Titre - Lieu` and its relatives; null where a text is shaped like none of them. */
export function readEventHeading(text: string, isDate: IsDate): EventHeading | null {
  const { town, code, mark, rest } = TOWN_WITH_DEPARTMENT.exec(text)?.groups ?? {};
  if (town !== undefined && code !== undefined && rest !== undefined) {
    const department = code.length < 5 ? code : code.slice(0, code.startsWith('97') ? 3 : 2);
    const name = town.replace(/^[-–—\s]+/, '').trim();
    return { town: name, department, ...readTitle(rest, mark === ':' || mark === ',', isDate), form: 'department' };
  }
  const [first, second] = splitParts(text, { colons: true });
  if (first === undefined || second === undefined || !looksLikeTown(first.text) || isDate(first.text)) return null;
  const afterTown = text.slice(text.indexOf(first.text) + first.text.length).replace(/^\s*[-‐‑‒–—―−:|]\s*/, '');
  const heading = readTitle(afterTown, second.before === ':', isDate);
  return heading.title === '' ? null : { town: first.text, ...heading, form: 'town' };
}

/** `Titre - Lieu`, `Titre, lieu`, `Titre`; `commas`: a comma may part title and venue, as after « Ville : ». */
export function readTitle(text: string, commas: boolean, isDate: IsDate): Omit<EventHeading, 'town' | 'form'> {
  const { kept, dates } = takeDates(splitParts(text, { colons: false }), isDate);
  const last = kept.at(-1);
  if (last !== undefined && kept.length > 1 && mayBeVenue(last.text)) {
    return { title: joined(kept.slice(0, -1)), venue: last.text, dates };
  }
  const title = joined(kept);
  const comma = kept.length === 1 ? venueAfterComma(title, commas) : null;
  return comma === null ? { title, dates } : { ...comma, dates };
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
function trailingDate(text: string, isDate: IsDate): { text: string; date: string | null } {
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
