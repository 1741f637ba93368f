import type { OleContent } from '../../completeness/ole-directory.ts';
import type { Page } from './deck-pages.ts';
import type { OldText } from './searched-text.ts';

const DATE_OF_OFFICE =
  /<a:fld\b[^>]*\stype\s*=\s*["']datetime|<w:instrText\b[^>]*>\s*(?:DATE|TIME)\b|instr="\s*(?:DATE|TIME)\b/;
const DATE_OF_OPEN_DOCUMENT = /<text:(?:date|time)\b(?![^>]*\stext:fixed\s*=\s*["']true)/;
/** The date in the footer of all pages, where it is of the day on which they are looked at, and some page shows it. */
const FOOTER_DATE = /<presentation:date-time-decl\b[^>]*presentation:source\s*=\s*["']current-date/;
const FOOTER_SHOWN = /presentation:display-date-time\s*=\s*["']true/;
/** Masters always have a place for a date, which is seldom shown; what else stands on them is shown on every page. */
const PLACE_OF_MASTER = /<p:ph\b|\spresentation:class\s*=/;
const END_OF_SHAPE = /<\/(?:p:sp|draw:frame)>/;

/** Bytes as they stand in a text of one character a byte. */
const bytesOf = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1');

/** The sign with which a field of an old text of Word begins ([MS-DOC] 2.8.25). */
const DATE_OF_WORD = new RegExp(`${bytesOf('13')} *(?:DATE|TIME)\\b`);
const DATE_OF_RTF = /\\fldinst[\s{]*(?:\\[a-z]+-?\d* ?|[\s{])*(?:DATE|TIME)\b|\\ch(?:date|dpl|dpa|time)\b/;

/** The heads of the records of PowerPoint for a date of today within a text ([MS-PPT] 2.9.51 and 2.9.54). */
const DATES_OF_POWERPOINT = [bytesOf('0000f70f08000000'), bytesOf('0000151084000000')];
/** The record of the footers of all slides, or of one of them, whose flags say that a date is shown, and that of today (2.4.15.2). */
const FOOTER_OF_POWERPOINT = new RegExp(
  `[${bytesOf('0f3f')}]${bytesOf('00d90f')}[^]{4}${bytesOf('0000da0f04000000')}[^]{2}[${Array.from({ length: 64 }, (_, flags) => ((flags & 3) === 3 ? String.fromCharCode(flags) : '')).join('')}]`,
);
/** A formula of Excel that is always computed anew and has the function `TODAY` or `NOW` ([MS-XLS] 2.5.198). */
const DATE_OF_EXCEL = new RegExp(`${bytesOf('19010000')}[^]{0,400}?[!Aa][${bytesOf('dd4a')}]${bytesOf('00')}`);
/** `&D` or `&T` in what Excel prints above or below the pages (2.4.136). */
const MARGIN_OF_EXCEL = new RegExp(`[${bytesOf('1415')}][^]{1,6}&[LCR]\\P{Cc}*?&[DT]`, 'u');

/** Whether the pages of a zipped document have a date or an hour that is that of the moment at which they are looked at. */
export function hasChangingDate(pages: readonly Page[]): boolean {
  return pages.some(({ text, isMaster }) => {
    const shown = isMaster ? withoutPlaces(text) : text;
    if (DATE_OF_OFFICE.test(shown) || DATE_OF_OPEN_DOCUMENT.test(shown)) return true;
    return FOOTER_DATE.test(text) && FOOTER_SHOWN.test(text);
  });
}

const withoutPlaces = (master: string): string =>
  master
    .split(END_OF_SHAPE)
    .filter((shape) => !PLACE_OF_MASTER.test(shape))
    .join('');

/** The same of an old document, or of a text in RTF. */
export function hasChangingDateInOld({ raw, text }: OldText, ending: OleContent['ending'] | '.rtf'): boolean {
  if (ending === '.rtf') return DATE_OF_RTF.test(text);
  if (ending === '.doc') return DATE_OF_WORD.test(text);
  if (ending === '.ppt') {
    return DATES_OF_POWERPOINT.some((head) => raw.includes(head)) || FOOTER_OF_POWERPOINT.test(raw);
  }
  return DATE_OF_EXCEL.test(raw) || MARGIN_OF_EXCEL.test(text);
}
