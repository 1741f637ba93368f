import { posix } from 'node:path';
import { isForeignEnding } from '../kinds/foreign/foreign-files.ts';

/** Letters and digits of an ending; after a dot, more of them may be a word of the title: « Fête.musique ». */
const MAX_ENDING = 5;

/** Longer endings of files that are shown. */
const LONG_ENDINGS: ReadonlySet<string> = new Set(['.webloc']);

/** The ending as it is written. Longer than usual only where it is a known one. */
function writtenEnding(name: string): string {
  const ending = /\.[\p{L}\p{N}]+$/u.exec(name)?.[0] ?? '';
  const isKnown = LONG_ENDINGS.has(ending.toLowerCase()) || isForeignEnding(ending.toLowerCase());
  return ending.length <= MAX_ENDING + 1 || isKnown ? ending : '';
}

/** `.jpg`, in small letters; empty where the name has no ending. */
export const endingOf = (path: string): string => writtenEnding(posix.basename(path)).toLowerCase();

/** « plan d’accès.final.pdf » → « plan d’accès.final »: only the last ending is taken off. */
export const withoutEnding = (name: string): string => name.slice(0, name.length - writtenEnding(name).length);
