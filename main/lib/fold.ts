import { memoByText } from './memo-by-text.ts';

/** No line of a text, and no name, is longer. */
const MAX_LINE = 400;

/** Printable letters and signs without accents. */
const ASCII = /^[ -~]*$/;

/** The rules that read a text ask for the same line many times. */
const foldLine = memoByText(foldOnce);

/**
 * The form in which names and keys are compared. Case, accents, Unicode composition (NFC or NFD) and the kind of space
 * never matter: « Écrans », « ecrans » and a decomposed « écrans » are the same name.
 */
export function fold(text: string): string {
  // Most names of files are of such letters, and a folder of thousands has more names than are remembered.
  if (ASCII.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return text.length > MAX_LINE ? foldOnce(text) : foldLine(text);
}

function foldOnce(text: string): string {
  // Most spaces are plain and alone: those stay as they are.
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}
