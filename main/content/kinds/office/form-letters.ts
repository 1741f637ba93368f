import type { OldText } from './searched-text.ts';

/** The place of a word in a letter to many, whose words were never put in: « Nom » as the result of a field. */
const [BEGIN, RESULT, END] = ['\u0013', '\u0014', '\u0015'];
const OF_WORD = new RegExp(`${BEGIN} *MERGEFIELD\\b[^${BEGIN}${RESULT}${END}]*${RESULT}[^]{0,4}«`);
const OF_RTF =
  /\\fldinst[^}]*MERGEFIELD\b(?:(?!\\fldinst)[\s\S]){0,400}?\\fldrslt(?:(?!\\fldinst)[\s\S]){0,400}?(?:\\'ab|\\u171\b)/;

/** Whether an old text of Word, or one in RTF, is a letter to many in which the places of the words are drawn. */
export const isFormLetter = ({ text }: OldText): boolean => OF_WORD.test(text) || OF_RTF.test(text);
