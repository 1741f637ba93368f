import type { Temporal } from 'temporal-polyfill';
import { timeLabel } from '../when/french/label.ts';
import { addressOf, escaped, iconSheet, tile } from './report-html.ts';
import type { ReportModel } from './report-model.ts';
import type { OrderLine, RunningOrder } from './report-order.ts';
import { type ReportRow, STATE_WORDS } from './report-row.ts';
import { reportStyles } from './report-styles.ts';
import { capital, counted, dayWords, folderOf, nameOf, quoted } from './report-words.ts';

/** More things than this of one file are counted, not listed. */
const MOST_FICHES = 40;
/** More names than this of one folder are counted, not listed. */
const MOST_MEMBERS = 80;
/** Above this many files only problems and the running order have pictures. */
const MANY_FILES = 60;

type Thumbnails = ReadonlyMap<string, string>;

/** Hashes of the pictures that the page shows, those that matter most first. */
export function picturesOf({ troubled, orders, folders, counts }: ReportModel): string[] {
  const rows = counts.all > MANY_FILES ? [] : folders.flatMap((folder) => folder.rows);
  const hashes = [...troubled, ...orders.flatMap(({ lines }) => lines), ...rows].map(({ picture }) => picture);
  return [...new Set(hashes.filter((hash) => hash !== null))];
}

const paragraph = (text: string, kind = '') => `<p${kind === '' ? '' : ` class="${kind}"`}>${escaped(text)}</p>`;
const linked = (path: string, text: string) => `<a href="${addressOf(path)}">${escaped(text)}</a>`;
const badge = (state: string, words: string) => `<span class="badge ${state}">${escaped(words)}</span>`;

function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 90) return `${whole}\u00a0s`;
  const minutes = Math.round(whole / 60);
  return minutes < 60
    ? `${minutes}\u00a0min`
    : `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

const clockOf = (at: Temporal.ZonedDateTime) => timeLabel(at.toPlainTime().toString({ smallestUnit: 'minute' }));

function headerOf({ place, today, changed, counts }: ReportModel): string {
  const figures: readonly (readonly [keyof ReportModel['counts'], string])[] = [
    ['shown', 'à l’écran'],
    ['later', 'plus tard'],
    ['hidden', 'en attente'],
    ['waiting', 'en lecture'],
    ['over', counts.over < 2 ? 'terminé' : 'terminés'],
    ['refused', counts.refused < 2 ? 'pas affiché' : 'pas affichés'],
    ['warned', 'à vérifier'],
  ];
  const items = figures
    .filter(([key]) => key === 'shown' || counts[key] > 0)
    .map(([key, words]) => `<li class="${key}"><b>${counts[key].toLocaleString('fr-FR')}</b> ${words}</li>`);
  const last =
    changed &&
    `Dernier changement dans le dossier\u00a0: ${dayWords(changed.toPlainDate(), today)} à ${clockOf(changed)}.`;
  return [
    '<header>',
    place === null ? '' : paragraph(place, 'place'),
    '<h1>L’écran et son dossier</h1>',
    paragraph(`${capital(dayWords(today, today))} ${today.year}. ${last ?? ''}`.trim(), 'when'),
    `<ul class="counts" aria-label="En chiffres">${items.join('')}</ul>`,
    '</header>',
  ].join('\n');
}

function notices({ alert, clockTrusted, troubled, counts }: ReportModel): string {
  const notice = (kind: string, title: string, text: string) =>
    `<div class="notice ${kind}"><b>${title}</b> ${text}</div>`;
  return [
    alert ? notice('alert', 'Une alerte occupe l’écran.', 'Le reste revient dès qu’elle est retirée du dossier.') : '',
    clockTrusted
      ? ''
      : notice(
          'alert',
          'L’horloge de la machine d’affichage est fausse.',
          'En attendant, seuls les fichiers sans date passent. Demandez au support informatique de la remettre à l’heure.',
        ),
    counts.all === 0
      ? notice(
          '',
          'Le dossier est vide.',
          'Déposez-y une image, un PDF, une vidéo ou un texte\u00a0: l’écran le montre aussitôt. En attendant, il donne l’heure.',
        )
      : troubled.length === 0
        ? notice('', 'Tout va bien.', 'Aucun fichier ne pose de problème.')
        : '',
  ].join('');
}

function troubleOf(row: ReportRow, index: number, thumbnails: Thumbnails): string {
  const refused = row.state === 'refused';
  const folder = folderOf(row.path);
  const mark = refused
    ? badge('refused', STATE_WORDS.refused)
    : row.state === 'waiting'
      ? badge('waiting', STATE_WORDS.waiting)
      : badge('warned', 'À vérifier');
  const sentences = row.problems.map(({ file, message, advice }) => {
    const which =
      row.members.length > 0 && file !== row.path
        ? `<span class="which">${linked(file, nameOf(file))}\u00a0:</span> `
        : '';
    return `<p class="what">${which}${escaped(message)}</p><p class="do">${escaped(advice)}</p>`;
  });
  return [
    `<li class="trouble ${refused ? 'refused' : ''}" id="p${index + 1}">${tile(row, thumbnails)}<div>`,
    `<div class="name"><h3>${linked(row.path, row.name)}</h3>${mark}</div>`,
    folder === '' ? '' : paragraph(`Dans le dossier ${quoted(folder)}`, 'in'),
    ...sentences,
    '</div></li>',
  ].join('');
}

function troubles({ troubled }: ReportModel, thumbnails: Thumbnails): string {
  if (troubled.length === 0) return '';
  const items = troubled.map((row, index) => troubleOf(row, index, thumbnails)).join('\n');
  return `<section aria-labelledby="problemes"><h2 id="problemes">${troubled.length < 2 ? 'Un fichier à revoir' : `${troubled.length} fichiers à revoir`}</h2>\n<ul class="troubles">${items}</ul></section>`;
}

function orderLine(line: OrderLine, thumbnails: Thumbnails): string {
  const name = line.source === null ? escaped(line.title) : linked(line.source, line.title);
  const about = [line.kind, line.place].filter((part) => part !== '').join(' – ');
  return [
    `<tr><td class="n">${line.rank}</td>`,
    `<th scope="row"><div class="file">${tile({ ...line, numeral: null, state: 'shown' }, thumbnails)}<div>${name}<span class="title">${escaped(about)}</span></div></div></th>`,
    `<td class="hours">${escaped(line.hours === '' ? 'Toute la journée' : capital(line.hours))}</td><td class="time">${duration(line.seconds)}</td></tr>`,
  ].join('');
}

function orderOf({ label, lit, seconds, besides, lines, later }: RunningOrder, thumbnails: Thumbnails): string {
  const round = lit
    ? `Un tour complet dure environ ${duration(seconds)}, puis tout recommence.`
    : 'Éteint à cette heure, d’après preau.yml.';
  const tour = besides === null ? round : `Comme ${quoted(besides)}, avec en plus ce qui suit. ${round}`;
  const body = lines.map((line) => orderLine(line, thumbnails)).join('\n');
  const coming = later.map(
    ({ title, hours, source }) =>
      `<tr class="later"><td class="n">–</td><th scope="row">${linked(source, title)}</th><td class="hours">${escaped(capital(hours))}</td><td class="time">${badge('later', 'Plus tard')}</td></tr>`,
  );
  return `<table class="order"><caption><h3>${escaped(label)}</h3><p>${escaped(tour)}</p></caption>
<thead><tr><th scope="col">Rang</th><th scope="col">Ce qui passe</th><th scope="col">Heures</th><th scope="col">Durée</th></tr></thead>
<tbody>${body}${coming.join('')}</tbody></table>`;
}

function fichesOf({ fiches }: ReportRow): string {
  if (fiches.length === 0) return '';
  const items = fiches
    .slice(0, MOST_FICHES)
    .map(
      ({ title, state, sentences }) =>
        `<li><b>${escaped(title)}</b> ${badge(state, STATE_WORDS[state])} ${escaped(sentences.join(' '))}</li>`,
    );
  const more = fiches.length - MOST_FICHES;
  return `<ul class="fiches">${items.join('')}${more > 0 ? `<li>Et ${counted(more, 'autre', 'autres')}.</li>` : ''}</ul>`;
}

function membersOf({ members }: ReportRow): string {
  if (members.length === 0) return '';
  const more = members.length - MOST_MEMBERS;
  const names = `${members.slice(0, MOST_MEMBERS).join(' · ')}${more > 0 ? ` · et ${more} de plus` : ''}`;
  return paragraph(`Avec ${counted(members.length, 'fichier', 'fichiers')}\u00a0: ${names}`, 'members');
}

function rowOf(row: ReportRow, thumbnails: Thumbnails, troubled: readonly ReportRow[]): string {
  const at = troubled.indexOf(row);
  const link = at < 0 ? '' : `<p>${escaped(row.problems[0]?.message ?? '')} <a href="#p${at + 1}">Que faire</a></p>`;
  const warned =
    at >= 0 && row.state !== 'refused' && row.state !== 'waiting' ? ` ${badge('warned', 'À vérifier')}` : '';
  const title = row.title === '' ? '' : `<span class="title">${escaped(row.title)}</span>`;
  return `<tr><th scope="row"><div class="file">${tile(row, thumbnails)}<div>${linked(row.path, row.name)}${title}</div></div></th><td>${escaped(row.kind)}</td>
<td class="status">${badge(row.state, STATE_WORDS[row.state])}${warned}${row.sentences.map((text) => paragraph(text)).join('')}${link}${fichesOf(row)}${membersOf(row)}</td></tr>`;
}

function* filesOf({ folders, troubled }: ReportModel, thumbnails: Thumbnails): Generator<string> {
  if (folders.length === 0) return;
  yield '<section aria-labelledby="fichiers"><h2 id="fichiers">Fichier par fichier</h2>';
  for (const { folder, rows } of folders) {
    yield `
<table class="files"><caption><h3>${folder === '' ? 'Dans le dossier principal' : escaped(`Dans ${quoted(folder)}`)}</h3></caption>
<thead><tr><th scope="col" class="col1">Fichier</th><th scope="col" class="col2">Genre</th><th scope="col">À l’écran\u00a0?</th></tr></thead>
<tbody>`;
    for (const row of rows) yield `${rowOf(row, thumbnails, troubled)}\n`;
    yield '</tbody></table>';
  }
  yield '</section>';
}

/** For the next writer of the page, which may be another service. */
const changeMark = ({ changed }: ReportModel) =>
  changed === null ? '' : `<meta name="dernier-changement" content="${changed.epochMilliseconds}">\n`;

/** The time of the last change that a page tells, epoch milliseconds, from its first lines; null where it tells none. */
export function toldChangeMs(head: string): number | null {
  const told = /<meta name="dernier-changement" content="(\d{1,15})">/u.exec(head)?.[1];
  return told === undefined ? null : Number(told);
}

/**
 * The text of the page, row by row: it loads nothing, runs nothing, and is the same for the same model.
 * `thumbnails`: `data:` addresses by hash.
 */
export function* reportPage(model: ReportModel, thumbnails: Thumbnails): Generator<string> {
  const title = model.place === null ? 'L’écran et son dossier' : `L’écran et son dossier – ${model.place}`;
  yield `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${changeMark(model)}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${reportStyles}</style>
</head>
<body>
${iconSheet}
${headerOf(model)}
<main>
${notices(model)}
${troubles(model, thumbnails)}
<section aria-labelledby="programme"><h2 id="programme">Au programme d’aujourd’hui</h2>
${model.orders.map((order) => orderOf(order, thumbnails)).join('\n')}</section>
`;
  yield* filesOf(model, thumbnails);
  yield `
</main>
<footer><p>Préau écrit cette page de lui-même après chaque changement du dossier. <span class="again">Pour la mettre à jour sous vos yeux, appuyez sur F5.</span> Les noms qui commencent par «\u00a0.\u00a0», «\u00a0_\u00a0» ou «\u00a0~$\u00a0», et ceux qui finissent par «\u00a0.tmp\u00a0» ou «\u00a0.part\u00a0», sont laissés de côté. Le reste est expliqué dans LISEZMOI.md.</p></footer>
</body>
</html>
`;
}
