/** What Excel and LibreOffice draw in a cell whose formula fails, in French and in English. */
const ERROR =
  /(?<![\p{L}\p{N}#])#(?:DIV\/0\s?!|REF\s?!|VALEUR\s?!|VALUE!|NOM\s?\?|NAME\?|N\/A|NOMBRE\s?!|NUM!|NUL\s?!|NULL!)/u;
/** What they draw in place of a number or a date in a column that is too narrow. Longer rows of signs only part a text. */
const TOO_NARROW = /(?<![\p{L}\p{N}#])#{3,24}(?![\p{L}\p{N}#])/u;
/** A heading as Markdown writes it. */
const HEADING = /^#{1,6} (?=\p{L})/u;

/** The first sign on a page that a cell of a table shows in place of its value, « ### » or « #DIV/0! »; null where there is none. */
export function failedCell(text: string): string | null {
  if (!text.includes('#')) return null;
  for (const line of text.split(/\r?\n/u)) {
    const words = line.trim().replace(HEADING, '');
    const found = ERROR.exec(words) ?? TOO_NARROW.exec(words);
    if (found !== null) return found[0];
  }
  return null;
}
