import type { Bytes } from '../../completeness/bytes.ts';
import type { ZipEntry } from '../../completeness/zip.ts';
import { type Part, readParts } from './searched-text.ts';

/** A part of a zipped document with what stands on its pages, as XML. */
export interface Page {
  readonly text: string;
  /** What it holds stands on all pages. */
  readonly isMaster: boolean;
}

const PAGES = /^(?:ppt\/slides\/[^/]+\.xml|word\/document\d*\.xml|content\.xml)$/i;
const MASTERS = /^(?:ppt\/slide(?:Masters|Layouts)\/[^/]+\.xml|styles\.xml)$/i;

/** The parts with the pages of a zipped document, and with what stands on all of them; as many as are worth a search. */
export const readPageParts = (bytes: Bytes, entries: readonly ZipEntry[]): Promise<Part[]> =>
  readParts(bytes, entries, (name) => MASTERS.test(name) || PAGES.test(name));

/** The pages that such parts are, one character a byte. */
export const pagesOf = (parts: readonly Part[]): Page[] =>
  parts.map(({ name, bytes }) => ({
    text: bytes.toString('latin1').replaceAll('\0', ''),
    isMaster: MASTERS.test(name),
  }));

const SLIDE = /<(?:\w+:)?sld\b([^>]*)>/;
const UNSEEN = /\sshow\s*=\s*["'](?:0|false)/;
const DRAW_PAGE = /<draw:page\b[^>]*?\sdraw:style-name\s*=\s*["']([^"']*)/g;
const END_OF_STYLE = '</style:style>';
const STYLE_NAME = /^[^>]*?\sstyle:name\s*=\s*["']([^"']*)/;
const HIDDEN = /\spresentation:visibility\s*=\s*["']hidden/;

/** The names of the styles of an OpenDocument deck that hide their pages. */
const hidingStyles = (text: string): string[] =>
  text
    .split(END_OF_STYLE)
    .filter((style) => HIDDEN.test(style))
    .map((style) => STYLE_NAME.exec(style.slice(style.lastIndexOf('<style:style')))?.[1] ?? '');

/** Whether all slides of a deck are hidden: LibreOffice then makes no PDF of it. */
export function isAllHidden(pages: readonly Page[]): boolean {
  const own = pages.filter(({ isMaster }) => !isMaster).map(({ text }) => text);
  const hidden = new Set(own.flatMap(hidingStyles));
  const seen = own.flatMap((text) => [
    ...(SLIDE.exec(text)
      ?.slice(1)
      .map((attributes) => !UNSEEN.test(attributes)) ?? []),
    ...[...text.matchAll(DRAW_PAGE)].map(([, style]) => !hidden.has(style ?? '')),
  ]);
  return seen.length > 0 && !seen.includes(true);
}
