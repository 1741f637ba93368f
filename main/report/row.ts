import { posix } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../contract.ts';
import { frenchList } from '../lib/french-list.ts';
import { mapped } from '../lib/in-turns.ts';
import type { CatalogueItem } from '../programme/catalogue.ts';
import { UNPLAYABLE } from '../programme/failure-problems.ts';
import type { ReportFile } from './files.ts';
import { type ItemState, type ItemStatus, type Present, statusOf } from './item-status.ts';
import { type KindWords, kindOfItems, kindOfName, pictureOf } from './kind-words.ts';
import { counted, quoted } from './words.ts';

/** `used`: shown as a part of something else; `waiting`: not read yet; `note`: never content. */
export type RowState = ItemState | 'used' | 'waiting';

/** A day and month on a tile. */
export interface Numeral {
  readonly day: number;
  readonly month: number;
}

/** One of the several things that a file gives. */
interface FicheLine {
  readonly title: string;
  /** Empty where it names none: lists often have one title in several towns. */
  readonly town: string;
  readonly state: ItemState;
  readonly sentences: readonly string[];
}

/** One file, or one folder that is an exhibition or a tree. */
export interface ReportRow extends KindWords {
  readonly path: string;
  readonly name: string;
  /** What it is called on the wall, where that is not its name; empty otherwise. */
  readonly title: string;
  readonly state: RowState;
  readonly sentences: readonly string[];
  /** Where a file gives several things: each of them. */
  readonly fiches: readonly FicheLine[];
  /** Names of the further files read with it. */
  readonly members: readonly string[];
  readonly problems: readonly Problem[];
  /** Hash in the store; null: no picture. */
  readonly picture: string | null;
  readonly numeral: Numeral | null;
}

/** What staff call the state of a row. */
export const STATE_WORDS: Readonly<Record<RowState, string>> = {
  shown: 'À l’écran',
  later: 'Plus tard',
  hidden: 'En attente',
  over: 'Terminé',
  used: 'Utilisé',
  refused: 'Pas affiché',
  waiting: 'En lecture',
  note: 'À part',
};

/** One row as one line of text: « affiche.png – Image – À l’écran. Sans date : tous les jours. » */
export function describeFile(row: ReportRow): string {
  const troubles = row.problems.flatMap(({ message, advice }) => [message, advice]);
  return [`${row.path} – ${row.kind} – ${STATE_WORDS[row.state]}.`, ...row.sentences, ...troubles].join(' ');
}

/** The state of a file that gives several things is the first of these that one of them is in. */
const RANKS: readonly ItemState[] = ['shown', 'refused', 'later', 'hidden', 'over', 'note'];
const RANK_WORDS: Readonly<Record<ItemState, readonly [string, string]>> = {
  shown: ['à l’écran', 'à l’écran'],
  refused: ['pas affiché', 'pas affichés'],
  later: ['à venir', 'à venir'],
  hidden: ['en attente', 'en attente'],
  over: ['terminé', 'terminés'],
  note: ['à part', 'à part'],
};

const numeralOf = (day: Temporal.PlainDate | null | undefined): Numeral | null =>
  day ? { day: day.day, month: day.month } : null;

function severalStatus(statuses: readonly ItemStatus[]): { state: ItemState; sentences: string[] } {
  const state = RANKS.find((rank) => statuses.some((status) => status.state === rank)) ?? 'hidden';
  const parts = RANKS.flatMap((rank) => {
    const n = statuses.filter((status) => status.state === rank).length;
    return n === 0 ? [] : [counted(n, ...RANK_WORDS[rank])];
  });
  return { state, sentences: [`${frenchList(parts)}.`] };
}

const COPYING = 'La copie n’est peut-être pas finie\u00a0: Préau réessaie de lui-même pendant dix minutes.';
const READING = 'Préau lit ce fichier\u00a0; la réponse sera ici dans un instant.';
const NOTHING = 'Ce fichier n’a rien donné à montrer\u00a0: ouvrez-le pour vérifier qu’il n’est pas vide.';
const READING_AGAIN = 'Une nouvelle version est en cours de lecture\u00a0; l’ancienne reste en attendant.';
const SETTINGS = 'Les réglages de l’endroit et des écrans\u00a0: jamais à l’écran.';
const GUIDE = 'Le mode d’emploi\u00a0: jamais à l’écran.';
const KEPT = 'La version précédente reste à l’écran.';
const KEPT_ALERT = 'L’alerte passe quand même, avec le nom du fichier pour texte.';

/** The row of what gives nothing to the wall. */
export function bareRow(file: ReportFile, titles: () => ReadonlyMap<string, string>, problems: readonly Problem[]) {
  const blank = { title: '', fiches: [], picture: null, numeral: null };
  const words = kindOfName(file.source);
  if (file.role !== 'content') {
    const state = problems.some(({ severity }) => severity === 'refused') ? ('refused' as const) : ('note' as const);
    return file.role === 'settings'
      ? { ...blank, kind: 'Réglages', icon: 'gear' as const, state, sentences: [SETTINGS] }
      : { ...blank, kind: 'Mode d’emploi', icon: 'page' as const, state, sentences: [GUIDE] };
  }
  if (file.usedBy.length > 0) {
    const users = frenchList(file.usedBy.map((path) => quoted(titles().get(path) ?? posix.basename(path))));
    return { ...blank, ...words, state: 'used' as const, sentences: [`Sert à ${users}\u00a0: pas montré à part.`] };
  }
  if (file.waits === 'copying') return { ...blank, ...words, state: 'waiting' as const, sentences: [COPYING] };
  if (file.waits === 'reading') return { ...blank, ...words, state: 'waiting' as const, sentences: [READING] };
  return { ...blank, ...words, state: 'refused' as const, sentences: problems.length > 0 ? [] : [NOTHING] };
}

/** The row of what gives one thing or several, one of them a step: a table may give thousands. */
export function* itemRow(
  items: readonly CatalogueItem[],
  file: ReportFile,
  problems: readonly Problem[],
  present: Present,
) {
  const statuses = yield* mapped(items, (item) => statusOf(item, present));
  const [item] = items;
  const [status] = statuses;
  const one = items.length === 1 && status ? status : severalStatus(statuses);
  const refused = problems.some(
    ({ severity, file: path, code }) => severity === 'refused' && path === file.source && code !== UNPLAYABLE,
  );
  const again = file.waits === 'reading' ? [READING_AGAIN] : [];
  const kept = file.kept ? [KEPT] : refused && item?.kind === 'alert' ? [KEPT_ALERT] : [];
  const withPicture = items.find((candidate) => pictureOf(candidate) !== null);
  return {
    ...kindOfItems(items),
    title: items.length === 1 ? (item?.title ?? '') : '',
    state: one.state,
    sentences: [...kept, ...one.sentences, ...again],
    fiches:
      items.length === 1
        ? []
        : items.map((each, index) => ({
            title: each.title,
            town: 'town' in each ? (each.town ?? '') : '',
            state: statuses[index]?.state ?? ('hidden' as const),
            sentences: statuses[index]?.sentences ?? [],
          })),
    picture: pictureOf(withPicture)?.hash ?? null,
    numeral: numeralOf(statuses.find(({ state }) => state === one.state)?.day),
  };
}

/** A name shown on the wall that says more than the name of the file. */
export const distinct = (title: string, name: string) =>
  name.normalize('NFC').startsWith(title.normalize('NFC')) ? '' : title;
