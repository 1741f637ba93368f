import { type Fault, fault, quoted } from '../../faults/fault.ts';
import { mayHoldPeriod } from './may-hold-date.ts';
import { withMonthAbove } from './month-above.ts';
import { afterWholePeriod, type Period } from './periods.ts';
import type { DateReader, DateReading } from './read-dates.ts';

/**
 * The reader of one line, for which « toute la semaine » means a period: the one that `find` gives, looked for only where
 * the line speaks of it. Without a period those words are no date. « Lundi 4 » takes the month that a line above names.
 */
export function withinPeriod(dates: DateReader, find: () => Period | null, above: () => readonly string[]): DateReader {
  let found: Period | null | undefined;
  const period = (): Period | null => {
    found = found === undefined ? find() : found;
    return found;
  };
  /** « toute la semaine, 14h » as « du 4 au 7 mai, 14h »; null for any other text. */
  const resolved = (text: string): string | null => {
    if (!mayHoldPeriod(text)) return null;
    const rest = afterWholePeriod(text)?.replace(/^[\s,:;(–—-]+|[\s.:;,)]+$/gu, '');
    if (rest === undefined || (rest !== '' && !dates.isDate(rest)) || period() === null) return null;
    return [period()?.daysText, rest].filter((part) => part !== '').join(', ');
  };
  const told = (reading: DateReading | null, texts: readonly string[]): DateReading | null => {
    const guess = period()?.isGuess === true ? texts.find((text) => resolved(text) !== null) : undefined;
    if (guess === undefined || reading?.ok !== true) return reading;
    return { ...reading, warnings: [...reading.warnings, takenAsPeriod(guess, period()?.daysText ?? '')] };
  };
  return {
    ...dates,
    days(text) {
      const whole = resolved(text);
      if (whole !== null) return told(dates.days(whole), [text]);
      const reading = dates.days(text);
      const named = reading === null ? withMonthAbove(text, above, dates) : null;
      return named === null ? reading : dates.days(named);
    },
    isDate(text) {
      if (dates.isDate(text) || resolved(text) !== null) return true;
      const named = withMonthAbove(text, above, dates);
      return named !== null && dates.isDate(named);
    },
    combine(days, others) {
      const whole = (text: string): string => resolved(text) ?? withMonthAbove(text, above, dates) ?? text;
      const reading = dates.combine(whole(days), others.map(whole));
      return others.every((text) => resolved(text) === null) ? reading : told(reading, others);
    },
  };
}

function takenAsPeriod(words: string, days: string): Fault {
  return fault(
    'release-period',
    `${quoted(words)} est lu comme ${quoted(days)}, d’après une phrase de ce texte.`,
    'Si ce n’est pas le cas, écrivez les jours à la place de ces mots, par exemple « du 4 au 7 mai ».',
  );
}
