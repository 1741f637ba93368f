import { posix } from 'node:path';
import type { Problem } from '../contract.ts';
import { badge, escaped, linked, paragraph, type Thumbnails, tile } from './html.ts';
import { CONCERNS, type Concern, type Remark, type Remarks } from './remarks.ts';
import { type ReportRow, STATE_WORDS } from './row.ts';
import { folderOf, quoted } from './words.ts';

/** What is said above a list, and the mark of its files in the other parts of the page. */
interface ListWords {
  heading(files: number): string;
  /** One sentence below the heading; empty where the heading says all. */
  readonly sentence: string;
  readonly badge: string;
  /** Class of the style sheet for the badge. */
  readonly look: string;
  /** Letter that the anchors of the list begin with. */
  readonly letter: string;
}

export const LIST_WORDS: Readonly<Record<Concern, ListWords>> = {
  trouble: {
    heading: (files) => (files < 2 ? 'Un fichier à revoir' : `${files} fichiers à revoir`),
    sentence: '',
    badge: 'À vérifier',
    look: 'warned',
    letter: 'p',
  },
  dropped: {
    heading: () => 'Ce qui n’est pas montré',
    sentence: 'Ces fichiers sont lus, mais une partie de ce qu’ils contiennent ne va pas à l’écran.',
    badge: 'En partie',
    look: 'dropped',
    letter: 'n',
  },
  guessed: {
    heading: () => 'Ce que Préau a deviné',
    sentence:
      'Ces fichiers ne disaient pas tout\u00a0: Préau a choisi le plus probable. Si c’est juste, il n’y a rien à faire.',
    badge: 'Deviné',
    look: 'guessed',
    letter: 'd',
  },
};

/** Where a list speaks of a file: its place in the page, and what it says first. */
export interface Mention {
  readonly concern: Concern;
  readonly anchor: string;
  readonly problems: readonly Problem[];
}

const anchorOf = (concern: Concern, index: number) => `${LIST_WORDS[concern].letter}${index + 1}`;

/** The mentions of each row that is in a list. */
export function mentionsOf(remarks: Remarks): ReadonlyMap<ReportRow, readonly Mention[]> {
  const mentions = new Map<ReportRow, Mention[]>();
  for (const concern of CONCERNS) {
    for (const [index, { row, problems }] of remarks[concern].entries()) {
      const mention = { concern, anchor: anchorOf(concern, index), problems };
      mentions.set(row, [...(mentions.get(row) ?? []), mention]);
    }
  }
  return mentions;
}

/** What is wrong and what to do; a problem of one picture of an exhibition names it. */
function sentences({ row, problems }: Remark): string {
  return problems
    .map(({ file, message, advice }) => {
      const isMember = row.members.length > 0 && file !== row.path;
      const which = isMember ? `<span class="which">${linked(file, posix.basename(file))}\u00a0:</span> ` : '';
      return `<p class="what">${which}${escaped(message)}</p><p class="do">${escaped(advice)}</p>`;
    })
    .join('');
}

function folderLine({ path }: ReportRow): string {
  const folder = folderOf(path);
  return folder === '' ? '' : paragraph(`Dans le dossier ${quoted(folder)}`, 'in');
}

function troubleItem(remark: Remark, anchor: string, thumbnails: Thumbnails): string {
  const { row } = remark;
  const named = row.state === 'refused' || row.state === 'waiting';
  const mark = named
    ? badge(row.state, STATE_WORDS[row.state])
    : badge(LIST_WORDS.trouble.look, LIST_WORDS.trouble.badge);
  return [
    `<li class="trouble ${row.state === 'refused' ? 'refused' : ''}" id="${anchor}">${tile(row, thumbnails)}<div>`,
    `<div class="name"><h3>${linked(row.path, row.name)}</h3>${mark}</div>`,
    folderLine(row),
    sentences(remark),
    '</div></li>',
  ].join('');
}

function quietItem(remark: Remark, anchor: string): string {
  const { row } = remark;
  return [
    `<li class="remark" id="${anchor}"><div><h3>${linked(row.path, row.name)}</h3>${folderLine(row)}</div>`,
    `<div>${sentences(remark)}</div></li>`,
  ].join('');
}

/** One list of problems; empty where there is none. What needs somebody stands in boxes, the rest in quiet lines. */
export function* remarksSection(
  concern: Concern,
  remarks: readonly Remark[],
  thumbnails: Thumbnails,
): Generator<string> {
  if (remarks.length === 0) return;
  const { heading, sentence } = LIST_WORDS[concern];
  const isTrouble = concern === 'trouble';
  yield `<section aria-labelledby="${concern}"><h2 id="${concern}">${heading(remarks.length)}</h2>
${sentence === '' ? '' : paragraph(sentence, 'lead')}
<ul class="${isTrouble ? 'troubles' : `remarks ${concern}`}">`;
  for (const [index, remark] of remarks.entries()) {
    const anchor = anchorOf(concern, index);
    const item = isTrouble ? troubleItem(remark, anchor, thumbnails) : quietItem(remark, anchor);
    yield `${index === 0 ? '' : '\n'}${item}`;
  }
  yield '</ul></section>';
}
