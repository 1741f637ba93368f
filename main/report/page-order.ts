import { badge, escaped, linked, type Thumbnails, tile } from './html.ts';
import { STATE_WORDS } from './row.ts';
import type { OrderLine, RunningOrder } from './running-order.ts';
import { capital, durationWords, quoted } from './words.ts';

function lineRow(line: OrderLine, thumbnails: Thumbnails): string {
  const name = line.source === null ? escaped(line.title) : linked(line.source, line.title);
  const about = [line.kind, line.place].filter((part) => part !== '').join(' – ');
  return [
    `<tr><td class="n">${line.rank}</td>`,
    `<th scope="row"><div class="file">${tile({ ...line, numeral: null, state: 'shown' }, thumbnails)}<div>${name}<span class="title">${escaped(about)}</span></div></div></th>`,
    `<td class="hours">${escaped(line.hours === '' ? 'Toute la journée' : capital(line.hours))}</td><td class="time">${line.unplayed ? badge('refused', STATE_WORDS.refused) : durationWords(line.seconds)}</td></tr>`,
  ].join('');
}

/** The table of what runs on some screens today. */
export function* orderTable(order: RunningOrder, thumbnails: Thumbnails): Generator<string> {
  const { label, lit, seconds, rhythm, besides, lines, later } = order;
  const whole = `Un tour complet dure environ ${durationWords(seconds)}, puis tout recommence.`;
  const turn = rhythm.length === 0 ? whole : `Un tour dure environ ${durationWords(seconds)}. ${rhythm.join(' ')}`;
  const round = lit ? turn : 'Éteint à cette heure, d’après preau.yml.';
  const tour = besides === null ? round : `Comme ${quoted(besides)}, avec en plus ce qui suit. ${round}`;
  const coming = later.map(
    ({ title, hours, source }) =>
      `<tr class="later"><td class="n">–</td><th scope="row">${linked(source, title)}</th><td class="hours">${escaped(capital(hours))}</td><td class="time">${badge('later', 'Plus tard')}</td></tr>`,
  );
  yield `<table class="order"><caption><h3>${escaped(label)}</h3><p>${escaped(tour)}</p></caption>
<thead><tr><th scope="col">Rang</th><th scope="col">Ce qui passe</th><th scope="col">Heures</th><th scope="col">Durée</th></tr></thead>
<tbody>`;
  for (const [index, line] of lines.entries()) yield `${index === 0 ? '' : '\n'}${lineRow(line, thumbnails)}`;
  yield `${coming.join('')}</tbody></table>`;
}
