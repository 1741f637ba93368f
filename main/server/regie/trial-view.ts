import { Temporal } from 'temporal-polyfill';
import { atOnce } from '../../lib/steps.ts';
import type { RegieTrial } from '../../regie-contract.ts';
import { rowMaker } from '../../report/model.ts';
import { quoted } from '../../report/words.ts';
import { nextOccurrence } from '../../when/occurrence.ts';
import { isOnNow } from '../../when/today.ts';
import type { Trial } from './trial.ts';
import type { Trials } from './trials.ts';

/** Slides that are shown of a trial. */
const MAX_STILLS = 3;
const MAX_DAYS_AHEAD = 3_660;
/** The hours at which a day is looked at, until one shows the file. */
const HOURS = [9, 12, 14, 16, 18, 20, 0, 6];

const HIDES_ALL = 'C’est une alerte\u00a0: elle prendra tout l’écran, et cachera le reste jusqu’à sa fin.';
const OUT_OF_REACH = 'Le dossier de contenu ne répond pas pour l’instant.';

/** Instants at which the file may be on the wall, the likely ones first. */
function* instantsOf(trial: Trial, now: Temporal.ZonedDateTime): Generator<Temporal.Instant | null> {
  yield null;
  for (const { when } of trial.reading.items.slice(0, MAX_STILLS)) {
    if (when === null || isOnNow(when, now)) continue;
    const day = nextOccurrence(when, now.toPlainDate(), MAX_DAYS_AHEAD);
    if (day === null) continue;
    for (const hour of HOURS) yield day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: { hour } }).toInstant();
  }
}

/** What the slides of a trial look like: addresses of the player. */
function stillsOf(trial: Trial, trials: Trials, now: Temporal.ZonedDateTime): string[] {
  const ids = new Set(trial.reading.items.map(({ id }) => id));
  const [screen = ''] = trial.unit.screens ?? [];
  for (const instant of instantsOf(trial, now)) {
    const { slides, at } = trials.programme(trial, instant, screen);
    const own = slides.filter(({ item }) => item !== undefined && ids.has(item)).slice(0, MAX_STILLS);
    if (own.length === 0) continue;
    const local = Temporal.ZonedDateTime.from(at).toPlainDateTime().toString({ smallestUnit: 'second' });
    return own.map(
      ({ id }) => `/?${new URLSearchParams({ trial: trial.id, at: local, slide: id, screen, still: '' })}`,
    );
  }
  return [];
}

/** What dropping a file would do, in French: the words that `_état.html` would have for it. */
export async function trialView(trial: Trial, trials: Trials): Promise<RegieTrial> {
  const { id, path, unit, reading, replaces } = trial;
  const input = await trials.report(trial);
  const [file] = input?.files ?? [];
  const row = input && file ? atOnce(rowMaker(input)(file)) : null;
  const isShown = reading.items.length > 0;
  return {
    id,
    path,
    kind: row?.kind ?? '',
    isShown,
    sentences: [...(unit.alert && isShown ? [HIDES_ALL] : []), ...(row?.sentences ?? [OUT_OF_REACH])],
    remarks: (row?.problems ?? reading.problems).map(({ message, advice }) => ({ message, advice })),
    stills: input === null ? [] : stillsOf(trial, trials, input.at),
    replaces:
      replaces === null
        ? null
        : {
            sentence: `Le dossier a déjà ${quoted(replaces.path)}\u00a0: ce fichier prendrait sa place, et l’ancien irait à la corbeille.`,
            mark: replaces.mark,
          },
  };
}
