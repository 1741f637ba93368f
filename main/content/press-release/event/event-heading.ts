import type { IsDate } from '../days/is-date.ts';
import { takeDates } from '../days/take-dates.ts';
import { type Part, splitCommas, splitParts } from '../outline/split-parts.ts';
import { venueAndTown, withBrackets } from '../places/brackets.ts';
import { departmentCode } from '../places/departments.ts';
import { beginsAsVenue, isNamedVenue, isRoom, looksLikeTown, mayBeVenue } from '../places/places.ts';
import { isNoTitle, readTitle, type TitleReading } from './title.ts';

/** What a heading says of an event. */
export interface EventHeading extends TitleReading {
  /** Empty where the heading names none. */
  readonly town: string;
  readonly department?: string;
  /** `department`: « Ville (60) … », which is certain; `town`: « Ville - … » or « Ville : … »; `title`: no town. */
  readonly form: 'department' | 'town' | 'title';
}

/**
 * Reads `Ville (60) - Titre - Lieu` and its relatives; null where a text is shaped like none of them. `isTimed`: its date or hours
 * stand before it.
 */
export function readEventHeading(text: string, isDate: IsDate, isTimed = false): EventHeading | null {
  const parts = splitParts(text, { colons: true });
  const [first, second] = parts;
  if (first !== undefined && second !== undefined && isDate(first.text)) {
    const heading = readEventHeading(afterPart(text, first), isDate, true);
    return heading === null ? null : { ...heading, dates: [first.text, ...heading.dates] };
  }
  const withDepartment = readDepartmentHeading(text, isDate);
  if (withDepartment !== null) return withDepartment;
  if (first === undefined || second === undefined || first.text.startsWith('(')) return null;
  const head = readHead(first.text, isDate, isTimed && second.before === ':');
  if (head === null) return null;
  const { town, venue, dates } = head;
  const rest = readTitle(afterPart(text, first), second.before === ':', isDate);
  const inTown = second.before === '-' && dates.length === 0 ? venueAndTown(rest.title) : null;
  // « Chorale – Église X, Ville »: the town stands behind its venue, and what is before them is the title.
  if (inTown !== null && rest.venue === undefined) return { ...inTown, title: town, dates: rest.dates, form: 'town' };
  // « Sélections : mardi 5 mai, lycée X, Ville »: the town stands there as well, and what is before the colon is the title.
  const named = rest.venue === undefined ? null : venueAndTown(`${rest.title}, ${rest.venue}`);
  if (named !== null && second.before === ':' && venue === undefined && rest.dates.length > 0)
    return { ...named, title: town, dates: [...dates, ...rest.dates], form: 'town' };
  // « Performance – Cour »: what happens in a room is named before it, and is no town.
  if (rest.title === '' || (isRoom(rest.title) && second.before !== ':')) return null;
  const placed = rest.venue === undefined && venue !== undefined ? { ...rest, venue } : rest;
  return { town, ...placed, dates: [...dates, ...rest.dates], form: 'town' };
}

/** What stands before the first dash or colon of a heading that begins with its town. */
interface Head {
  readonly town: string;
  readonly venue?: string;
  readonly dates: readonly string[];
}

/**
 * « Ville », « À Ville, 14h », « Lycée X, Ville », « 14h, Ville, CIO »; null where a part is something else. `isPlaced`: it stands
 * between hours and a colon, where what follows the town is a place, whatever its name.
 */
function readHead(text: string, isDate: IsDate, isPlaced: boolean): Head | null {
  const towns: string[] = [];
  const venues: string[] = [];
  const { kept, dates } = takeDates([{ text, before: '' }], isDate);
  for (const piece of kept) {
    for (const { text: part } of splitCommas(piece.text).flatMap((each) => withBrackets(each, isDate))) {
      const name = part.replace(AT, '');
      if (isNamedVenue(part)) venues.push(part);
      else if (isPlaced && towns.length === 1 && /^\p{Lu}/u.test(part)) venues.push(part);
      else if (looksLikeTown(name) && !beginsAsVenue(name) && !isDate(name)) towns.push(name);
      else return null;
    }
  }
  const [town] = towns;
  const [venue] = venues;
  if (town === undefined || towns.length > 1 || venues.length > 1) return null;
  return { town, ...(venue === undefined ? {} : { venue }), dates };
}

/** « À Ville » names the town. */
const AT = /^(?:À|A|à)\s+(?=\p{Lu})/u;
const IN_BRACKETS = /\(\s*(\d{5}|\d{2,3}|2[ABab]|\p{L}[\p{L}'’ ‐‑-]{2,30})\s*\)/gu;
const NEXT_TOWN = /^\s*(?:,|;|\/|&|et)\s*(?:et\s+)?(\p{Lu}[^()|:"«»,;–—]{0,44}?)\s*\(\s*([^()]{2,30})\s*\)/u;
const MARK = /^\s*([-‐‑‒–—―−:,|])?\s*/u;

function readDepartmentHeading(text: string, isDate: IsDate): EventHeading | null {
  for (const match of text.matchAll(IN_BRACKETS)) {
    const code = departmentCode(match[1] ?? '');
    if (code === null) continue;
    const before = readBefore(text.slice(0, match.index));
    if (before === null) return null;
    const { towns, codes, rest: after } = moreTowns(text.slice(match.index + match[0].length));
    const mark = MARK.exec(after);
    const rest = after.slice(mark?.[0].length ?? 0);
    // « Les élèves de Ville (60) sont venus » is a sentence.
    if (mark?.[1] === undefined && rest !== '' && !looksLikeTown(before.town)) return null;
    const commas = mark?.[1] === ':' || mark?.[1] === ',';
    return {
      town: listed([before.town, ...towns]),
      ...(codes.every((each) => each === code) ? { department: code } : {}),
      ...aroundTown(before.parts, rest, commas, isDate),
      form: 'department',
    };
  }
  return null;
}

/** The town that ends a text, and the parts before it: « Lycée X, Ville », « Forum - Ville ». */
function readBefore(text: string): { readonly town: string; readonly parts: readonly string[] } | null {
  const parts = splitParts(text.replace(/^[-–—\s]+/, ''), { colons: false }).map((part) => part.text);
  let town = (parts.pop() ?? '').replace(AT, '');
  const comma = town.lastIndexOf(',');
  const ahead = town.slice(0, Math.max(0, comma)).trim();
  // « A, B et C (60) » are towns; « Lycée X, A (60) » is a venue and its town.
  if (ahead !== '' && (beginsAsVenue(ahead) || !looksLikeTown(ahead.split(',')[0] ?? ''))) {
    parts.push(ahead);
    town = town
      .slice(comma + 1)
      .trim()
      .replace(AT, '');
  }
  const isName = /^\p{Lu}[^()|:"«»]{0,59}$/u.test(town) && !/\d/.test(town.replace(/ \d{1,2}(?:er|e|ème)$/u, ''));
  return isName ? { town, parts } : null;
}

function moreTowns(text: string): { towns: string[]; codes: string[]; rest: string } {
  const towns: string[] = [];
  const codes: string[] = [];
  let rest = text;
  for (;;) {
    const match = NEXT_TOWN.exec(rest);
    const code = departmentCode(match?.[2] ?? '');
    if (match?.[1] === undefined || code === null) return { towns, codes, rest };
    towns.push(match[1]);
    codes.push(code);
    rest = rest.slice(match[0].length);
  }
}

/** « A », « A et B », « A, B et C ». */
function listed(towns: readonly string[]): string {
  const last = towns.at(-1) ?? '';
  return towns.length < 2 ? last : `${towns.slice(0, -1).join(', ')} et ${last}`;
}

function aroundTown(parts: readonly string[], rest: string, commas: boolean, isDate: IsDate): TitleReading {
  const dates = parts.filter(isDate);
  const own = parts.filter((part) => !isDate(part));
  const read = readTitle(rest, commas, isDate);
  const before = own.join(' – ');
  const all = [...dates, ...read.dates];
  if (before === '') return { ...read, dates: all };
  if (beginsAsVenue(before) && read.title !== '') return { ...read, venue: read.venue ?? before, dates: all };
  const first = readTitle(own.join(' - '), false, isDate);
  if (read.title === '') return { ...first, dates: [...all, ...first.dates] };
  const venue = read.venue ?? (mayBeVenue(read.title) ? read.title : undefined);
  const title = isNoTitle(before) ? read.title : before;
  return { title, ...(venue === undefined ? {} : { venue }), dates: all };
}

function afterPart(text: string, part: Part): string {
  return text.slice(text.indexOf(part.text) + part.text.length).replace(/^\s*[-‐‑‒–—―−:|]\s*/, '');
}
