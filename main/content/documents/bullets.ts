/**
 * The signs of lists, for a class of a regular expression. Word and LibreOffice take theirs from fonts of signs (Symbol, Wingdings, OpenSymbol),
 * and PDFs and copied texts have them as U+F0B7 and its neighbours, which are no letters of any language.
 */
export const BULLETS = '•‣▪◦·▫■□●○◆◇❖►▶▸➢➤➔→✓✔☐☑\\uf020-\\uf0ff';
