import { fold } from '../../../lib/fold.ts';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { WhenRule } from '../../../when/when.ts';
import type { Block } from '../../documents/block.ts';
import { type Fault, guessed, quoted } from '../../faults/fault.ts';
import { splitParts } from '../outline/split-parts.ts';
import { type NamedDay, namedDays, untilDay, vagueDay } from './named-days.ts';
import { createDateReader, type DateReader, datesTheRelease, type ReleaseContext } from './read-dates.ts';
import { takeDates } from './take-dates.ts';

/** How long a text without a date of its own lasts, and what is told of it. */
export interface SoleDay {
  readonly until: WhenRule;
  readonly told: Fault;
}

/** What goes on behind its first day: « puis tous les mardis », « à partir du 9 mai ». */
const GOES_ON =
  /\b(?:tous|toutes|chaque|a partir|a compter|des le|depuis|puis|ensuite|hebdomadaire|permanen\w+|regulier\w*|reprise|rentree|ouverture d)\b/;

/** A sentence that says on which day something takes place: « La réunion se tiendra le mardi 12 mai. » */
const TAKES_PLACE =
  /\b(?:(?:aura|auront|a|ont) lieu|se (?:tien(?:t|nent|dra|dront)|deroule(?:nt|ra|ront)?)|(?:sera|seront|est|sont) organisee?s?|invit(?:e|ons|ent|ee?s?)|convi(?:e|ons|ent|ee?s?))\b/;

/**
 * A text whose last day, still to come when the text was written, stands apart on its line is shown until that day is over:
 * « Portes ouvertes », « Samedi 9 mai 2026 », « 9 h – 13 h »; and so is one that says in a sentence that something takes place on
 * that day. The days before it are those by which one answers, or on which it was written. Null for any other text.
 */
export function soleDay(blocks: readonly Block[], context: ReleaseContext): SoleDay | null {
  const last = lastDay(blocks, context)?.last ?? '';
  if (last <= context.reference.toString() || vagueDay(blocks) !== undefined) return null;
  if (blocks.some(({ text }) => GOES_ON.test(fold(text)))) return null;
  const dates = createDateReader(context, null);
  const written =
    blocks.find(({ text }) => !datesTheRelease(text) && endsOn(text, last, dates))?.text ??
    blocks.map((block) => dayOfSentence(block, last, context)).find((day) => day !== null) ??
    null;
  if (written === null) return null;
  const until = untilDay(last);
  const result = parseWhen(`${until} ${last.slice(0, 4)}`, context);
  return result.ok ? { until: result.when, told: shownUntil(written, until) } : null;
}

/** The last of the days that some lines name; null where they name none. */
const lastDay = (blocks: readonly Block[], context: ReleaseContext): NamedDay | null =>
  namedDays(blocks, context).reduce<NamedDay | null>(
    (latest, day) => (latest === null || day.last > latest.last ? day : latest),
    null,
  );

/** The last day as the sentence writes it that says that something takes place on it; null where none of a paragraph does. */
function dayOfSentence(block: Block, last: string, context: ReleaseContext): string | null {
  const sentences = TAKES_PLACE.test(fold(block.text)) ? block.text.split(/(?<=[.!?…])\s+/u) : [];
  return (
    sentences
      .filter((each) => TAKES_PLACE.test(fold(each)))
      .map((each) => lastDay([{ ...block, text: each }], context))
      .find((day) => day?.last === last)?.text ?? null
  );
}

/** « Exposition visible jusqu’au 20 juin »: the last day of what a line says, wherever in it these words begin. */
const UNTIL = /(?<!\p{L})jusqu['’]au .+$/iu;

/** No line that says of what day a text is is longer. */
const MAX_LINE = 120;

/** True for a line in which a day stands apart, and not within a sentence: « Bal – mardi 5 mai, 18 h – Salle des fêtes ». */
function endsOn(text: string, last: string, dates: DateReader): boolean {
  if (text.length > MAX_LINE || /[.!?…]$/u.test(text)) return false;
  const parts = splitParts(text, { colons: false });
  const written = dates.days(text) === null ? takeDates(parts, dates.isDate).dates : [text];
  const until = UNTIL.exec(text)?.[0] ?? '';
  return [...written, until].some((each) => {
    const reading = dates.days(each);
    if (reading?.ok !== true) return false;
    const { ranges, weekdays } = reading.when;
    // « lundi 4 et mardi 5 mai »: days of which it is the last.
    return (
      weekdays.length === 0 &&
      ranges.every(({ from, to }, at) => (at === 0 || from !== null) && to !== null && to <= last) &&
      ranges.at(-1)?.to === last
    );
  });
}

const shownUntil = (line: string, until: string): Fault =>
  guessed(
    'text-until-day',
    `Ce texte n’a pas de date pour lui-même, et ${quoted(line)} est la dernière qu’il donne : il est affiché ${until} compris.`,
    'S’il doit rester plus longtemps, mettez-le au début de son nom, par exemple « jusqu’au 30 juin - Titre ».',
  );
