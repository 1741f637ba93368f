import type { Block } from '../../documents/block.ts';
import { isOnlyReleaseDate } from '../days/read-dates.ts';
import { fieldOf } from '../event/fields.ts';
import { isStyled } from '../outline/is-styled.ts';
import { departmentCode } from './departments.ts';
import { beginsAsVenue, looksLikeTown } from './places.ts';

/** « Ville – Lycée X », « Lycée X, Ville », « Lycée X ». */
interface PlaceLine {
  readonly venue: string;
  readonly town: string | null;
}

/** Three lines of an event without labels. */
interface PlaceForm {
  readonly at: number;
  readonly when: Block;
  readonly place: PlaceLine;
  readonly title: Block;
}

/** What tells days and hours from other words. */
interface Dates {
  readonly isDays: (text: string) => boolean;
  /** Days or hours. */
  readonly isDate: (text: string) => boolean;
}

/** So many lines are a form. */
const LINES = 3;
/** So many forms of one order are no accident. */
const MIN_FORMS = 2;
const MAX_PLACE = 90;
const MAX_TITLE = 120;

/**
 * Events of three lines each, « Ville – Lycée X », « Mardi 5 mai, 10 h », « Inauguration », or « 14 h », « CIO, Ville », « Atelier CV »,
 * with the labels of a form: without them the place of one event is taken for the title of another.
 */
export function withPlaceForms(blocks: readonly Block[], dates: Dates): Block[] {
  const forms = [placeFirst, whenFirst].map((read) => formsOf(blocks, (at, end) => read(blocks, { at, end }, dates)));
  const found = forms.find((each) => each.length >= MIN_FORMS && !isPlaceLast(blocks, dates)) ?? [];
  const starts = new Map(found.map((form) => [form.at, form]));
  const labelled: Block[] = [];
  for (let at = 0; at < blocks.length; at += starts.has(at) ? LINES : 1) {
    const form = starts.get(at);
    const block = blocks[at];
    if (form !== undefined) labelled.push(...fieldsOf(form, dates));
    else if (block !== undefined) labelled.push(block);
  }
  return labelled;
}

/** « Forum », « Lundi 11 mai », « 9 h », « Gymnase », and so on: where nothing stands below the last place, each title is above its day. */
function isPlaceLast(blocks: readonly Block[], dates: Dates): boolean {
  const isPlace = (at: number): boolean => {
    const [when, place] = blocks.slice(at, at + 2);
    return when !== undefined && place !== undefined && dates.isDate(when.text) && placeOf(place.text) !== null;
  };
  const last = blocks.findLastIndex((_, at) => isPlace(at));
  const below = blocks[last + 2];
  return last >= 0 && (below === undefined || !isTitle(below, dates));
}

/** A line, and where the form before it ended. */
interface Rank {
  readonly at: number;
  readonly end: number;
}

function formsOf(blocks: readonly Block[], formAt: (at: number, end: number) => PlaceForm | null): PlaceForm[] {
  const forms: PlaceForm[] = [];
  let end = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const form = at < end ? null : formAt(at, end);
    if (form === null) continue;
    forms.push(form);
    end = at + LINES;
  }
  return forms;
}

function placeFirst(blocks: readonly Block[], { at, end }: Rank, dates: Dates): PlaceForm | null {
  const [place, when, title] = blocks.slice(at, at + LINES);
  if (place === undefined || when === undefined || !dates.isDays(when.text)) return null;
  const [day, before] = [blocks[at - 2], blocks[at - 1]];
  if (before !== undefined && at !== end && isOfEvent(before, day, dates)) return null;
  return formOf(blocks, { at, when, place, title }, dates);
}

/** Whether the line above a place is of the same event: « Mardi 5 mai », « Forum », « Gymnase », or « Forum », « 14 h », « Gymnase ». */
function isOfEvent(line: Block, above: Block | undefined, dates: Dates): boolean {
  if (departmentCode(line.text) !== null || isOnlyReleaseDate(line.text)) return false;
  if (dates.isDate(line.text)) return true;
  return isTitle(line, dates) && (!isStyled(line) || (above !== undefined && dates.isDate(above.text)));
}

function whenFirst(blocks: readonly Block[], { at, end }: Rank, dates: Dates): PlaceForm | null {
  const [when, place, title] = blocks.slice(at, at + LINES);
  if (place === undefined || when === undefined || !dates.isDate(when.text)) return null;
  // Below a title the day and the place are those of the title, and what stands under them is the next event.
  const before = blocks[at - 1];
  if (before !== undefined && at !== end && isTitle(before, dates) && !isOnlyReleaseDate(before.text)) return null;
  return formOf(blocks, { at, when, place, title }, dates);
}

function formOf(
  blocks: readonly Block[],
  { at, when, place, title }: { at: number; when: Block; place: Block; title: Block | undefined },
  dates: Dates,
): PlaceForm | null {
  const where = placeOf(place.text);
  if (where === null || title === undefined || !isTitle(title, dates)) return null;
  // « CIO », « Atelier », « Forum » under one day are several events of one place.
  const below = blocks[at + LINES];
  return below !== undefined && isTitle(below, dates) && !isStyled(below) ? null : { at, when, place: where, title };
}

function placeOf(text: string): PlaceLine | null {
  if (text.length > MAX_PLACE || fieldOf(text) !== null) return null;
  const parts = text.split(/\s+[–—-]\s+|,\s+/u);
  const [first = '', second] = parts;
  if (parts.length > 2) return null;
  if (second === undefined) return isVenue(first) ? { venue: first, town: null } : null;
  if (isVenue(second) && isTown(first)) return { venue: second, town: first };
  return isVenue(first) && isTown(second) ? { venue: first, town: second } : null;
}

/** « Ville », « Ville (60) » */
const isTown = (text: string): boolean => looksLikeTown(text.replace(/\s*\((?:\d{2,3}|2[AB])\)$/u, ''));

/** The name of a place, and no sentence that begins with one. */
const isVenue = (text: string): boolean => beginsAsVenue(text) && /[\p{L}\d)]$/u.test(text) && !/[:;!?«»]/u.test(text);

function isTitle({ text, kind }: Block, { isDate }: Dates): boolean {
  if (kind === 'table-row' || kind === 'quote' || text.length > MAX_TITLE || /[.;,:…]$/u.test(text)) return false;
  return !isDate(text) && fieldOf(text) === null && placeOf(text) === null;
}

function fieldsOf({ when, place, title }: PlaceForm, { isDays }: Dates): Block[] {
  const label = isDays(when.text) ? 'Date' : 'Horaires';
  const field = (name: string, value: string): Block => ({ ...title, text: `${name} : ${value}` });
  const town = place.town === null ? [] : [field('Ville', place.town)];
  return [field('Titre', title.text), field(label, when.text), ...town, field('Lieu', place.venue)];
}
