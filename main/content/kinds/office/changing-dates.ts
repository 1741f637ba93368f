import type { Bytes } from '../../completeness/bytes.ts';
import { readZipPart, type ZipEntry } from '../../completeness/zip.ts';

/** The parts with what stands on the pages themselves. Masters always have a place for a date, which is seldom shown. */
const PAGES = /^(?:ppt\/slides\/[^/]+\.xml|word\/document\d*\.xml|content\.xml)$/i;
const DATE_OF_OFFICE =
  /<a:fld\b[^>]*\stype\s*=\s*["']datetime|<w:instrText\b[^>]*>\s*(?:DATE|TIME)\b|instr="\s*(?:DATE|TIME)\b/;
const DATE_OF_OPEN_DOCUMENT = /<text:(?:date|time)\b(?![^>]*\stext:fixed\s*=\s*["']true)/;
/** The date in the footer of all pages, where it is of the day on which they are looked at, and some page shows it. */
const FOOTER_DATE = /<presentation:date-time-decl\b[^>]*presentation:source\s*=\s*["']current-date/;
const FOOTER_SHOWN = /presentation:display-date-time\s*=\s*["']true/;
/** The sign with which a field of an old text of Word begins ([MS-DOC] 2.8.25). */
const FIELD = '\x13';
const DATE_OF_WORD = new RegExp(`${FIELD} *(?:DATE|TIME)\\b`);
const DATE_OF_RTF = /\\fldinst[\s{]*(?:\\[a-z]+-?\d* ?|[\s{])*(?:DATE|TIME)\b|\\ch(?:date|dpl|dpa|time)\b/;
/** More text than anybody puts on a wall. */
const MAX_SEARCHED = 32 << 20;

/** Whether the pages of a zipped document have a date or an hour that is that of the moment at which they are looked at. */
export async function hasChangingDate(bytes: Bytes, entries: readonly ZipEntry[]): Promise<boolean> {
  let left = MAX_SEARCHED;
  for (const entry of entries.filter(({ name }) => PAGES.test(name))) {
    const part = await readZipPart(bytes, entry, left);
    if (!part) return false;
    left -= part.length;
    const text = part.toString('latin1').replaceAll('\0', '');
    if (DATE_OF_OFFICE.test(text) || DATE_OF_OPEN_DOCUMENT.test(text)) return true;
    if (FOOTER_DATE.test(text) && FOOTER_SHOWN.test(text)) return true;
  }
  return false;
}

/** The same of an old text of Word, or of one in RTF. */
export async function hasChangingDateInText(bytes: Bytes, format: 'word' | 'rtf'): Promise<boolean> {
  // The letters of an old text take one byte each, or two.
  const text = (await bytes.at(0, MAX_SEARCHED)).toString('latin1').replaceAll('\0', '');
  return (format === 'rtf' ? DATE_OF_RTF : DATE_OF_WORD).test(text);
}
