import { fold } from '../../lib/fold.ts';
import { parseWhen } from '../../when/french/parse-when.ts';
import type { WhenRule } from '../../when/when.ts';
import type { Block } from '../documents/block.ts';
import { type Fault, guessed, quoted } from '../fault.ts';
import { namedDays, untilDay, vagueDay } from './named-days.ts';
import { createDateReader, datesTheRelease, type ReleaseContext } from './read-dates.ts';

/** How long a text without a date of its own lasts, and what is told of it. */
export interface SoleDay {
  readonly until: WhenRule;
  readonly told: Fault;
}

/** What goes on behind its first day: « puis tous les mardis », « à partir du 9 mai ». */
const GOES_ON =
  /\b(?:tous|toutes|chaque|a partir|a compter|des le|depuis|puis|ensuite|hebdomadaire|permanen\w+|regulier\w*|reprise|rentree|ouverture d)\b/;

/**
 * A text with one day of the calendar, alone on its line and still to come when the text was written, is shown until that day
 * is over: « Portes ouvertes », « Samedi 9 mai 2026 », « 9 h – 13 h ». Null for any other text.
 */
export function soleDay(blocks: readonly Block[], context: ReleaseContext): SoleDay | null {
  const [named, ...others] = namedDays(blocks, context);
  if (named === undefined || others.some(({ last }) => last !== named.last)) return null;
  if (named.last <= context.reference.toString() || vagueDay(blocks) !== undefined) return null;
  if (blocks.some(({ text }) => GOES_ON.test(fold(text)))) return null;
  const line = blocks.find(({ text }) => !datesTheRelease(text) && endsOn(text, named.last, context));
  if (line === undefined) return null;
  const until = untilDay(named.last);
  const result = parseWhen(`${until} ${named.last.slice(0, 4)}`, context);
  return result.ok ? { until: result.when, told: shownUntil(line.text, until) } : null;
}

/** True for a line of days and hours alone that ends on a day. */
function endsOn(text: string, last: string, context: ReleaseContext): boolean {
  const reading = createDateReader(context, null).days(text);
  if (reading?.ok !== true) return false;
  const { ranges, weekdays } = reading.when;
  return weekdays.length === 0 && ranges.length === 1 && ranges[0]?.to === last;
}

const shownUntil = (line: string, until: string): Fault =>
  guessed(
    'text-until-day',
    `Ce texte n’a pas de date pour lui-même, et ${quoted(line)} est la seule qu’il donne : il est affiché ${until} compris.`,
    'S’il doit rester plus longtemps, mettez-le au début de son nom, par exemple « jusqu’au 30 juin - Titre ».',
  );
