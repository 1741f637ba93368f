import { badge, escaped, linked, paragraph, type Thumbnails, tile } from './html.ts';
import type { ReportModel } from './model.ts';
import { LIST_WORDS, type Mention, mentionsOf } from './page-remarks.ts';
import { type ReportRow, STATE_WORDS } from './row.ts';
import { counted, quoted } from './words.ts';

/** More things than this of one file are counted, not listed. */
const MAX_FICHES = 40;
/** More names than this of one folder are counted, not listed. */
const MAX_MEMBERS = 80;

function fichesOf({ fiches }: ReportRow): string {
  if (fiches.length === 0) return '';
  const items = fiches
    .slice(0, MAX_FICHES)
    .map(
      ({ title, town, state, sentences }) =>
        `<li><b>${escaped(title)}</b>${town === '' ? '' : `, ${escaped(town)}`} ${badge(state, STATE_WORDS[state])} ${escaped(sentences.join(' '))}</li>`,
    );
  const more = fiches.length - MAX_FICHES;
  return `<ul class="fiches">${items.join('')}${more > 0 ? `<li>Et ${counted(more, 'autre', 'autres')}.</li>` : ''}</ul>`;
}

function membersOf({ members }: ReportRow): string {
  if (members.length === 0) return '';
  const more = members.length - MAX_MEMBERS;
  const names = `${members.slice(0, MAX_MEMBERS).join(' · ')}${more > 0 ? ` · et ${more} de plus` : ''}`;
  return paragraph(`Avec ${counted(members.length, 'fichier', 'fichiers')}\u00a0: ${names}`, 'members');
}

/** The first sentence of a list about this file, and the way to all of them. */
function mentionLine({ anchor, problems }: Mention): string {
  const [problem, ...others] = problems;
  const more = others.length === 0 ? '' : ` Et ${counted(others.length, 'autre remarque', 'autres remarques')}.`;
  return `<p>${escaped(problem?.message ?? '')}${more} <a href="#${anchor}">Que\u00a0faire</a></p>`;
}

function marksOf(row: ReportRow, mentions: readonly Mention[]): string {
  // The state of what is not shown says already that somebody has to look at it.
  const isSaid = row.state === 'refused' || row.state === 'waiting';
  return mentions
    .filter(({ concern }) => concern !== 'trouble' || !isSaid)
    .map(({ concern }) => ` ${badge(LIST_WORDS[concern].look, LIST_WORDS[concern].badge)}`)
    .join('');
}

function fileRow(row: ReportRow, mentions: readonly Mention[], thumbnails: Thumbnails): string {
  const title = row.title === '' ? '' : `<span class="title">${escaped(row.title)}</span>`;
  const state = badge(row.state, STATE_WORDS[row.state]);
  const sentences = row.sentences.map((text) => paragraph(text)).join('');
  const told = mentions.map(mentionLine).join('');
  return `<tr><th scope="row"><div class="file">${tile(row, thumbnails)}<div>${linked(row.path, row.name)}${title}</div></div></th><td>${escaped(row.kind)}</td>
<td class="status">${state}${marksOf(row, mentions)}${sentences}${told}${fichesOf(row)}${membersOf(row)}</td></tr>`;
}

/** The tables of all files, a folder each, row by row. */
export function* filesSection({ folders, remarks }: ReportModel, thumbnails: Thumbnails): Generator<string> {
  if (folders.length === 0) return;
  const mentions = mentionsOf(remarks);
  yield '<section aria-labelledby="fichiers"><h2 id="fichiers">Fichier par fichier</h2>';
  for (const { folder, rows } of folders) {
    yield `
<table class="files"><caption><h3>${folder === '' ? 'Dans le dossier principal' : escaped(`Dans ${quoted(folder)}`)}</h3></caption>
<thead><tr><th scope="col" class="col1">Fichier</th><th scope="col" class="col2">Genre</th><th scope="col">À l’écran\u00a0?</th></tr></thead>
<tbody>`;
    for (const row of rows) yield `${fileRow(row, mentions.get(row) ?? [], thumbnails)}\n`;
    yield '</tbody></table>';
  }
  yield '</section>';
}
