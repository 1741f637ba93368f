import type { Slide } from '../contract.ts';
import type { GroupRhythm, Rhythm } from './rhythm.ts';
import { counted, durationWords, quoted } from './words.ts';

/** Endings that staff call photos; other pictures may be posters. */
const PHOTO = /\.(?:jpe?g|heic|heif)$/iu;

/** « Les images du dossier « Voyage » », « Réunion de rentrée » */
function nameOf({ group = '', title }: Slide): string {
  if (!group.endsWith('/')) return quoted(title);
  return group === '/' ? 'Les images du dossier principal' : `Les images du dossier ${quoted(group.slice(0, -1))}`;
}

/** What these slides are, for one and for several, and the word for all of them. */
function wordsOf(slides: readonly Slide[]): readonly [one: string, several: string, all: string] {
  const isFolder = slides[0]?.group?.endsWith('/') ?? false;
  if (!isFolder) return slides.some(({ kind }) => kind === 'exhibition') ? IMAGES : ['page', 'pages', 'toutes'];
  if (slides.every(({ source }) => PHOTO.test(source ?? ''))) return ['photo', 'photos', 'toutes'];
  return slides.every(({ kind }) => kind === 'image') ? IMAGES : ['fichier', 'fichiers', 'tous'];
}

const IMAGES = ['image', 'images', 'toutes'] as const;

/** « 22 minutes », « 1 h 05 » */
const timeWords = (seconds: number): string =>
  seconds < 3_570 ? counted(Math.max(1, Math.round(seconds / 60)), 'minute', 'minutes') : durationWords(seconds);

/** « Les images du dossier « Voyage » : 8 photos par tour, toutes en 22 minutes. » */
function groupSentence({ slides, portion: [least, most], everyTurns, seconds }: GroupRhythm): string {
  const [first] = slides;
  if (first === undefined) return '';
  const [one, several, all] = wordsOf(slides);
  const count = least === most ? counted(most, one, several) : `${least} à ${most} ${several}`;
  const turns = everyTurns === 1 ? 'par tour' : `un tour sur ${everyTurns}`;
  return `${nameOf(first)}\u00a0: ${count} ${turns}, ${all} en ${timeWords(seconds)}.`;
}

/** How a programme passes, as sentences: how often the agenda returns, and one for each album. */
export function rhythmSentences({ recallSeconds, groups }: Rhythm, slides: readonly Slide[]): string[] {
  const hasAgenda = slides.some(({ kind, today }) => kind === 'agenda' && today);
  const often = recallSeconds === null ? '' : `toutes les ${Math.round(recallSeconds)} secondes au plus`;
  const recall = hasAgenda ? `L’agenda du jour revient ${often}.` : `Ce qui a lieu aujourd’hui revient ${often}.`;
  return [...(recallSeconds === null ? [] : [recall]), ...groups.map(groupSentence)];
}
