import { fold } from '../../../lib/fold.ts';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { WhenRule } from '../../../when/when.ts';
import type { Block } from '../../documents/block.ts';
import { type Fault, guessed, quoted } from '../../faults/fault.ts';
import { splitParts } from '../outline/split-parts.ts';
import { namedDays, untilDay, vagueDay } from './named-days.ts';
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

/**
 * A text whose last day, still to come when the text was written, stands apart on its line is shown until that day is over:
 * « Portes ouvertes », « Samedi 9 mai 2026 », « 9 h – 13 h ». The days before it are those by which one
 * answers, or on which it was written. Null for any other text.
 */
export function soleDay(blocks: readonly Block[], context: ReleaseContext): SoleDay | null {
  const last = namedDays(blocks, context).reduce((latest, day) => (day.last > latest ? day.last : latest), '');
  if (last <= context.reference.toString() || vagueDay(blocks) !== undefined) return null;
  if (blocks.some(({ text }) => GOES_ON.test(fold(text)))) return null;
  const dates = createDateReader(context, null);
  const line = blocks.find(({ text }) => !datesTheRelease(text) && endsOn(text, last, dates));
  if (line === undefined) return null;
  const until = untilDay(last);
  const result = parseWhen(`${until} ${last.slice(0, 4)}`, context);
  return result.ok ? { until: result.when, told: shownUntil(line.text, until) } : null;
}

/** No line that says of what day a text is is longer. */
const MAX_LINE = 120;

/** True for a line in which a day stands apart, and not within a sentence: « Bal – mardi 5 mai, 18 h – Salle des fêtes ». */
function endsOn(text: string, last: string, dates: DateReader): boolean {
  if (text.length > MAX_LINE || /[.!?…]$/u.test(text)) return false;
  const parts = splitParts(text, { colons: false });
  const written = dates.days(text) === null ? takeDates(parts, dates.isDate).dates : [text];
  return written.some((each) => {
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
