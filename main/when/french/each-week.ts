import { fold } from '../../lib/fold.ts';
import type { Clause } from './tree.ts';

/** What has its hours each week. */
const EACH_WEEK =
  /\b(?:permanences?|clubs?|chorale|unss|entrainements?|etude|aide aux devoirs|soutien|tutorat|horaires|ouverture|infirmi?erie?|infirmiere?|assistante? sociale)\b/u;

/** « Permanence mardi 14h-17h » is on each Tuesday, « Réunion mardi 14h-17h » on the next one. */
export function comingBack(clauses: readonly Clause[], title: string): readonly Clause[] {
  const hasHours = clauses.some(
    (clause) => clause.kind === 'hours' && clause.windows.some(({ window }) => !window.startOnly),
  );
  if (!hasHours || !EACH_WEEK.test(fold(title))) return clauses;
  return clauses.map((clause) =>
    clause.kind === 'weekdays' && clause.sure === 'alone' ? { ...clause, comesBack: true } : clause,
  );
}
