import type { DayAhead, DaySlide } from '../regie-contract.ts';
import type { ComingDays, DaysAhead } from './days-ahead.ts';
import { escaped, linked, paragraph } from './html.ts';
import { capital, counted, durationWords, quoted } from './words.ts';

/** More things than this of one day are counted, not listed. */
const MAX_THINGS = 25;
/** Today is told above, hour by hour: tomorrow stands open. */
const OPEN_DAY = 1;

/** What a day shows, in words: slides of one file are one line. */
function thingsOf({ slides }: DayAhead): DaySlide[] {
  const seen = new Map<string, Set<string>>();
  return slides.filter(({ title, source, hours, kind }) => {
    const things = seen.get(hours) ?? new Set<string>();
    seen.set(hours, things);
    // No path of a file has such a sign.
    const thing = source ?? `${kind}\0${title}`;
    return !things.has(thing) && things.add(thing);
  });
}

function summaryWords({ lit }: DayAhead, things: readonly DaySlide[]): string {
  if (lit === null) return 'éteint toute la journée';
  const hours = lit === '' ? '' : `, allumé ${lit}`;
  return things.length === 0 ? `rien ce jour-là${hours}` : `${things.length}\u00a0à\u00a0l’écran${hours}`;
}

function thingLine({ kind, title, source, hours }: DaySlide): string {
  // The agenda of another day also bears the title « Aujourd’hui ».
  const words = kind === 'agenda' ? `Agenda ${quoted(title)}` : title;
  const name = source === null ? escaped(words) : linked(source, words);
  return `<li>${name}${hours === '' ? '' : ` <span class="soft">– ${escaped(hours)}</span>`}</li>`;
}

function dayPart(day: DayAhead, index: number): string {
  const things = thingsOf(day);
  const name = ['Aujourd’hui, ', 'Demain, '][index] ?? '';
  const label = `<b>${escaped(name === '' ? capital(day.label) : `${name}${day.label}`)}</b> <span>${escaped(summaryWords(day, things))}</span>`;
  if (things.length === 0) return `<div class="day empty"><p>${label}</p></div>`;
  const more = things.length - MAX_THINGS;
  const turn =
    day.turnSeconds === 0 ? '' : paragraph(`Un tour dure environ ${durationWords(day.turnSeconds)}.`, 'soft');
  return `<details class="day"${index === OPEN_DAY ? ' open' : ''}><summary>${label}</summary>
<ul>${things.slice(0, MAX_THINGS).map(thingLine).join('')}${more > 0 ? `<li>Et ${counted(more, 'autre', 'autres')}.</li>` : ''}</ul>${turn}</details>`;
}

function headingOf({ screens }: ComingDays, isOnly: boolean): string {
  if (isOnly) return '';
  const names = screens.map((name) => (name === '' ? 'Écran sans nom' : quoted(name)));
  return `<h3>${escaped(names.join(', '))}</h3>`;
}

/** The fourteen days that come, in words. */
export function* weekSection({ groups, leftOut }: DaysAhead): Generator<string> {
  if (groups.length === 0) return;
  yield '<section aria-labelledby="semaine"><h2 id="semaine">Les quatorze jours qui viennent</h2>\n';
  for (const group of groups) {
    yield headingOf(group, groups.length === 1);
    yield '<div class="days">';
    for (const [index, day] of group.days.entries()) yield `${dayPart(day, index)}\n`;
    yield '</div>';
  }
  if (leftOut > 0)
    yield paragraph(
      `${leftOut < 2 ? 'Un autre écran a son propre programme' : `${leftOut} autres écrans ont leur propre programme`}\u00a0: regardez-le dans la régie, ou par «\u00a0preau programme --screen\u00a0».`,
      'soft',
    );
  yield '</section>\n';
}
