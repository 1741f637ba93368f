import type { Temporal } from 'temporal-polyfill';
import type { Hearing } from '../fleet/sightings.ts';
import type { ScreenLight } from '../regie-contract.ts';
import { clockWords, dayWords, durationWords } from './words.ts';

/** The longest slide stays ten minutes: a lit screen that has painted nothing for longer than this is stuck. Seconds. */
const STUCK_S = 15 * 60;

/** What is known of one screen at an instant. */
export interface ScreenFacts {
  /** Of the machine that plays it; `here`: this one; `unknown`: no machine has told of this screen. */
  readonly hearing: Hearing | 'here' | 'unknown';
  readonly connected: boolean;
  /** null: not known. */
  readonly lit: boolean | null;
  readonly lastPaintedAt: Temporal.Instant | null;
  /** What somebody should look at, though the screen runs: French sentences. */
  readonly remarks: readonly string[];
}

/** A light with its sentence. `lasting`: the same, without what another minute would say otherwise. */
export interface LightWords {
  readonly light: ScreenLight;
  readonly sentence: string;
  readonly lasting: string;
}

/** « à 9 h 41 », « mardi 5 mai à 9 h 41 » */
function sinceWords(at: Temporal.Instant, now: Temporal.ZonedDateTime): string {
  const then = at.toZonedDateTimeISO(now.timeZoneId);
  const clock = `à ${clockWords(then)}`;
  return then.toPlainDate().equals(now.toPlainDate())
    ? clock
    : `${dayWords(then.toPlainDate(), now.toPlainDate())} ${clock}`;
}

const always = (light: ScreenLight, sentence: string): LightWords => ({ light, sentence, lasting: sentence });

/** « depuis 9 h 41 », « depuis le mardi 5 mai à 9 h 41 » */
function silentWords(since: Temporal.Instant | null, now: Temporal.ZonedDateTime): string {
  if (since === null) return 'Sa machine ne donne pas de nouvelles.';
  const words = sinceWords(since, now);
  const from = words.startsWith('à ') ? words.slice(2) : `le ${words}`;
  return `Sans nouvelles de sa machine depuis ${from}.`;
}

/** Whether a screen is well, in a colour and a sentence: a pure function. A planned night is well. */
export function screenLight(facts: ScreenFacts, now: Temporal.ZonedDateTime): LightWords {
  const { hearing, connected, lit, lastPaintedAt, remarks } = facts;
  const well: ScreenLight = remarks.length > 0 ? 'amber' : 'green';
  if (hearing === 'unknown') return always('amber', 'Aucune machine n’a donné de nouvelles de cet écran.');
  if (hearing !== 'here' && hearing.kind === 'awaited')
    return always('amber', 'Nouvelles attendues\u00a0: sa machine n’a rien écrit depuis qu’on la regarde.');
  if (lit === false) return always(well, 'Éteint à cette heure, comme prévu dans preau.yml.');
  if (hearing !== 'here' && hearing.kind === 'silent') return always('red', silentWords(hearing.since, now));
  const last = lastPaintedAt === null ? '' : `\u00a0: dernière image ${sinceWords(lastPaintedAt, now)}`;
  if (!connected) return { light: 'red', sentence: `Fermé ou débranché${last}.`, lasting: 'Fermé ou débranché.' };
  if (lastPaintedAt === null) return always('amber', 'Relié, mais rien n’est encore peint.');
  const age = (now.epochMilliseconds - lastPaintedAt.epochMilliseconds) / 1000;
  if (age > STUCK_S) return { light: 'red', sentence: `Allumé, mais figé${last}.`, lasting: 'Allumé, mais figé.' };
  const ago = age < 5 ? 'à l’instant' : `il y a ${durationWords(age)}`;
  return { light: well, sentence: `Allumé\u00a0: image peinte ${ago}.`, lasting: 'Allumé.' };
}
