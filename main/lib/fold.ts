/**
 * The form in which names and keys are compared: case, accents, composition (NFC, NFD) and the kinds of space never
 * matter, so « Écrans », « ecrans » and a decomposed « écrans » are one name (design, section 8, rule 5).
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
