import { codePoint } from 'dingbat-to-unicode';

/** Whether the letters of a typeface are signs. */
export const isOfSigns = (face: string): boolean =>
  /^(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats)$/iu.test(face);

/** Characters that each typeface defines for itself: no other one has a sign for them. */
const PRIVATE = /\p{Co}/gu;

/** Text in a typeface of signs: its letters stand for arrows, boxes and hands. */
export function inLetters(text: string, face = ''): string {
  const signs =
    face === '' ? text : [...text].map((letter) => signOf(face, letter.codePointAt(0) ?? 0) ?? letter).join('');
  return signs.replace(PRIVATE, '•');
}

/** The sign of a number in a typeface of signs; Office adds F000 to the number. */
function signOf(face: string, code: number): string | undefined {
  const sign = codePoint(face, code >= 0xf000 ? code - 0xf000 : code);
  // Of the arrows in eight directions, the typefaces of the wall have the thin ones alone.
  const arrow = (sign?.codePoint ?? 0) - HEAVY_ARROWS;
  return arrow >= 0 && arrow < 40 ? ARROWS[arrow % ARROWS.length] : sign?.string;
}

/** The sign of a number in any typeface; one of letters has the letter. Private numbers mean something to nobody. */
export const signText = (face: string, code: number, letter: string): string =>
  signOf(face, code) ?? (/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) ? letter : '•');

const HEAVY_ARROWS = 0x1f860;
const ARROWS = '←↑→↓↖↗↘↙';
