import { posix } from 'node:path';
import { compact } from '../../lib/compact.ts';
import { fold } from '../../lib/fold.ts';
import { inTurns, mapped } from '../../lib/in-turns.ts';
import type { Item } from '../../programme/item.ts';
import { contentId } from '../../programme/slide-id.ts';
import { personalParts } from '../documents/persons.ts';
import { privateParts, type Span } from '../documents/private-parts.ts';
import { redact, redactPersons } from '../documents/redact.ts';
import { problemOf } from '../faults/fault.ts';
import type { Reader, Reading } from '../reading/reading.ts';
import { NO_CONTACT_RULE } from './public-contacts.ts';
import { publicHtml } from './public-html.ts';
import { publicLines } from './public-lines.ts';
import { CONTACTS_TAKEN, contactsTaken, isNone, noneTaken, plus, type Taken, takenOf } from './taken.ts';

/** Titles of items whose own title was nothing but a number or an address. */
const NO_TITLE = {
  event: 'Événement',
  exhibition: 'Exposition',
  tree: 'L’arbre',
  image: 'Image',
  video: 'Vidéo',
  text: 'Information',
  countdown: 'Compte à rebours',
  alert: 'Alerte',
  logo: 'Logo',
  holidays: 'Vacances',
  menu: 'Menu',
  absence: 'Absence',
} as const satisfies Record<Item['kind'], string>;

/** Cleans texts. */
export interface WordCleaner {
  /** A text of one line. */
  line(text: string): string;
  /** A text with sentences and lines. */
  text(text: string): string;
  html(html: string): string;
  /** A message that a pupil wrote: no number and no address at all stays in it. */
  message(text: string): string;
}

/** Cleans texts, and counts what it took out of them. */
interface Cleaner extends WordCleaner {
  taken(): Taken;
  /** Whether any number or address was seen, of a person or of a service. */
  hasSeen(): boolean;
}

/**
 * A reader whose items never show what reaches a person, whatever the file is; where something was taken out, a problem
 * says so and how a public contact is kept. Nothing is taken out of a file for which staff wrote `contact: oui`.
 */
export function withoutPersons(read: Reader): Reader {
  return async (unit, tools): Promise<Reading> => {
    const reading = await read(unit, tools);
    if (reading.keepsContacts === true) return reading;
    const cleaner = createCleaner();
    const cleaned = await inTurns(mapped(reading.items, (item) => publicItem(item, cleaner)));
    const items = cleaned.filter(saysSomething);
    const taken = plus(cleaner.taken(), reading.taken ?? noneTaken);
    const [file] = unit.files;
    const isTold = reading.problems.some(({ code }) => code === CONTACTS_TAKEN);
    if (isNone(taken) && !isTold && !cleaner.hasSeen()) return reading;
    const { isPublic, saidBy } = (await tools.contactRule?.(file)) ?? NO_CONTACT_RULE;
    // Whether it is public is for the settings to say: when they change, the file is read again.
    const uses = [...reading.uses, saidBy];
    if (isPublic || isNone(taken)) return { ...reading, uses };
    const told = contactsTaken(taken, posix.basename(file.path), /\.(?:md|txt)$/iu.test(file.path));
    return {
      ...reading,
      items,
      uses,
      problems: [...reading.problems, problemOf(file.path, items.length === 0 ? 'refused' : 'warning', told)],
    };
  };
}

/** False for a text of which nothing is left but the name of its file. */
export function saysSomething(item: Item): boolean {
  return item.kind !== 'text' || item.titled === true || item.html !== '';
}

function createCleaner(): Cleaner {
  let taken = noneTaken;
  let seen = false;
  const count = (parts: readonly Span[]): void => {
    taken = plus(taken, takenOf(parts));
  };
  const look = (text: string): void => {
    seen ||= privateParts(text).length > 0;
  };
  return {
    line(text) {
      look(text);
      count(personalParts(text));
      return redactPersons(text);
    },
    text(text) {
      look(text);
      const read = publicLines(text.split('\n').map((line) => ({ text: line, level: 0 })));
      taken = plus(taken, read.taken);
      return read.lines.filter((line) => line !== null).join('\n');
    },
    html(html) {
      look(html);
      const read = publicHtml(html);
      taken = plus(taken, read.taken);
      return read.html;
    },
    message(text) {
      count(privateParts(text));
      return redact(text);
    },
    taken: () => taken,
    hasSeen: () => seen,
  };
}

/** An item without what reaches a person; a text of which nothing is left is left out. */
export function publicItem(item: Item, cleaner: WordCleaner): Item {
  const title = cleaner.line(item.title) || NO_TITLE[item.kind];
  const line = (text: string | undefined) => (text === undefined ? undefined : cleaner.line(text) || undefined);
  const text = (words: string | undefined) => (words === undefined ? undefined : cleaner.text(words) || undefined);
  switch (item.kind) {
    case 'event': {
      const { venue, description, partners, ...rest } = item;
      const about = compact({ venue: line(venue), description: text(description), partners: line(partners) });
      return { ...rest, title, town: cleaner.line(item.town), ...about };
    }
    case 'exhibition': {
      const { town, venue, description, partners, credits, ...rest } = item;
      const about = { town: line(town), venue: line(venue), description: text(description) };
      const thanks = { partners: line(partners), credits: text(credits) };
      const plates = item.plates.map(({ caption, ...plate }) => ({ ...plate, ...compact({ caption: line(caption) }) }));
      return { ...rest, title, plates, ...compact({ ...about, ...thanks }) };
    }
    case 'tree':
      return { ...item, title, messages: item.messages.flatMap((message) => publicMessage(message, cleaner)) };
    case 'image': {
      const { caption, album, ...rest } = item;
      return { ...rest, title, ...compact({ caption: line(caption), album: line(album) }) };
    }
    case 'text': {
      const links = item.links.map(({ label, url }) => ({ label: cleaner.line(label) || url, url }));
      return { ...item, title, html: cleaner.html(item.html), links };
    }
    case 'countdown': {
      const { text: words, ...rest } = item;
      return { ...rest, title, ...compact({ text: line(words) }) };
    }
    case 'alert': {
      const { html, ...rest } = item;
      return { ...rest, title, ...compact({ html: html === undefined ? undefined : cleaner.html(html) || undefined }) };
    }
    case 'menu': {
      const courses = item.courses.map((course) => ({
        ...course,
        dishes: course.dishes.map((dish) => cleaner.line(dish)).filter((dish) => dish !== ''),
      }));
      return { ...item, title, courses };
    }
    case 'absence': {
      const { teacher, subject, classes, room, replacement, note, ...rest } = item;
      const about = { subject: line(subject), classes: line(classes), room: line(room) };
      const instead = { replacement: line(replacement), note: line(note) };
      return { ...rest, title, teacher: cleaner.line(teacher), ...compact({ ...about, ...instead }) };
    }
    case 'video':
    case 'logo':
    case 'holidays':
      return { ...item, title };
  }
}

type Message = { readonly id: string; readonly text: string };

/** A message and its name, which depends on its words alone. */
function publicMessage({ id, text }: Message, cleaner: WordCleaner): Message[] {
  const left = cleaner.message(text);
  if (left === '') return [];
  return [left === text ? { id, text } : { id: contentId(fold(left)), text: left }];
}
