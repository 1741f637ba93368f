import { posix } from 'node:path';
import { isForeignEnding } from './kinds/foreign/foreign-files.ts';

/** Letters and digits of an ending; after a dot, more of them may be a word of the title: « Fête.musique ». */
export const MAX_ENDING = 5;

/** The ending as it is written. Longer than usual only where it is a known one. */
function writtenEnding(name: string): string {
  const ending = /\.[\p{L}\p{N}]+$/u.exec(name)?.[0] ?? '';
  return ending.length <= MAX_ENDING + 1 || isForeignEnding(ending.toLowerCase()) ? ending : '';
}

/** `.jpg`, in small letters; empty where the name has no ending. */
export const endingOf = (path: string): string => writtenEnding(posix.basename(path)).toLowerCase();

/** « plan d’accès.final.pdf » → « plan d’accès.final »: only the last ending is taken off. */
export const withoutEnding = (name: string): string => name.slice(0, name.length - writtenEnding(name).length);
