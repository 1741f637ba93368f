import type { HourWindow, WhenRule } from '../when.ts';
import { hourFault, windowWarnings } from './build-hours.ts';
import { quote } from './faults.ts';
import { labelWithHours } from './label.ts';
import { parse } from './parser.ts';
import { normaliseHours, wholeDays } from './rule.ts';
import { tokenize } from './tokenize.ts';
import type { HoursResult } from './types.ts';

const longestPhrase = 200;

const refused = (code: string, message: string): HoursResult => ({
  ok: false,
  fault: {
    code,
    message,
    advice:
      'Écrivez par exemple «\u00a014h-17h\u00a0», «\u00a09h-12h et 14h-17h\u00a0» ou «\u00a0à partir de 14h\u00a0».',
  },
});

/** Reads hours alone, as in the key `heures` or a column `heure`: `14h-17h`, `de 9h à 12h`, `matin`, `9:30`. */
export function parseHours(text: string): HoursResult {
  if (text.length > longestPhrase)
    return refused('hour-unknown', `Les heures ${quote(text.slice(0, 100))} sont trop longues.`);
  const source = tokenize(text);
  if (source.tokens.length === 0) return refused('hour-empty', 'Les heures sont vides.');
  const read = parse('hoursAlone', source);
  const trouble = read?.hours.windows.find((window) => window.trouble !== null);
  if (trouble) return { ok: false, fault: hourFault(source, trouble) };
  if (!read || read.rest < source.tokens.length)
    return refused('hour-unknown', `Les heures ${quote(source.text)} ne sont pas comprises.`);
  const hours = normaliseHours(read.hours.windows.map(({ window }) => window));
  return { ok: true, hours, warnings: windowWarnings(hours) };
}

/**
 * The same days with these hours (none: the whole day) and the label that says so. Hours of each day replace the times at which
 * ranges begin and end.
 */
export function withHours(when: WhenRule, hours: readonly HourWindow[]): WhenRule {
  const normal = normaliseHours(hours);
  const ranges = normal.length === 0 ? when.ranges : when.ranges.map(wholeDays);
  const other = { ...when, ranges, hours: normal };
  return { ...other, label: labelWithHours(when, other) };
}
