import type { Temporal } from 'temporal-polyfill';
import type { ScreenLight } from '../regie-contract.ts';
import { clockWords, dayWords, durationWords } from './words.ts';

/** The longest slide stays ten minutes: a lit screen that has painted nothing for longer than this is stuck. Seconds. */
const STUCK_S = 15 * 60;

/** What is known of one screen at an instant. */
export interface ScreenFacts {
  readonly connected: boolean;
  /** null: not known. */
  readonly lit: boolean | null;
  readonly lastPaintedAt: Temporal.Instant | null;
  /** What somebody should look at, though the screen runs: French sentences. */
  readonly remarks: readonly string[];
}

/** « à 9 h 41 », « mardi 5 mai à 9 h 41 » */
function sinceWords(at: Temporal.Instant, now: Temporal.ZonedDateTime): string {
  const then = at.toZonedDateTimeISO(now.timeZoneId);
  const clock = `à ${clockWords(then)}`;
  return then.toPlainDate().equals(now.toPlainDate())
    ? clock
    : `${dayWords(then.toPlainDate(), now.toPlainDate())} ${clock}`;
}

/** Whether a screen is well, in a colour and a sentence: a pure function. A planned night is well. */
export function screenLight(
  { connected, lit, lastPaintedAt, remarks }: ScreenFacts,
  now: Temporal.ZonedDateTime,
): { readonly light: ScreenLight; readonly sentence: string } {
  const last = lastPaintedAt === null ? '' : `\u00a0: dernière image ${sinceWords(lastPaintedAt, now)}`;
  const well: ScreenLight = remarks.length > 0 ? 'amber' : 'green';
  if (lit !== false && !connected) return { light: 'red', sentence: `Fermé ou débranché${last}.` };
  if (lit === false) return { light: well, sentence: 'Éteint à cette heure, comme prévu dans preau.yml.' };
  if (lastPaintedAt === null) return { light: 'amber', sentence: 'Relié, mais rien n’est encore peint.' };
  const age = (now.epochMilliseconds - lastPaintedAt.epochMilliseconds) / 1000;
  if (age > STUCK_S) return { light: 'red', sentence: `Allumé, mais figé${last}.` };
  const ago = age < 5 ? 'à l’instant' : `il y a ${durationWords(age)}`;
  return { light: well, sentence: `Allumé\u00a0: image peinte ${ago}.` };
}
