/**
 * The form in which names and keys are compared. Case, accents, Unicode composition (NFC or NFD) and the kind of space
 * never matter: « Écrans », « ecrans » and a decomposed « écrans » are the same name.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .replace(/[’ʼ]/gu, "'")
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
