import type { Bytes } from '../../completeness/bytes.ts';
import type { ZipEntry } from '../../completeness/zip.ts';
import { decodeEntities, encodeEntities } from '../../documents/inline.ts';
import { inLetters, isOfSigns } from '../word/letters-of-signs.ts';
import { readParts } from './searched-text.ts';

const SLIDES = /^ppt\/(?:slides|slideLayouts|slideMasters)\/[^/]+\.xml$/i;

const RUN = /<a:r>(?:(?!<\/a:r>)[\s\S])*<\/a:r>/g;
const LOOK = /<a:rPr\b[^>]*>[\s\S]*?<\/a:rPr>/;
const FACE = /<a:(?:latin|ea|cs|sym)\b[^>]*?\stypeface\s*=\s*"([^"]*)"[^>]*\/>/g;
const WORDS = /(<a:t\b[^>]*>)([^<]*)(?=<\/a:t>)/;

/**
 * The slides of a deck in which letters stand for signs, by their names, with the signs themselves: PowerPoint writes « → » as
 * an « à » of Wingdings, and LibreOffice draws that letter, or an empty box, where the machine has not the typefaces of Windows.
 */
export async function slidesInSigns(bytes: Bytes, entries: readonly ZipEntry[]): Promise<ReadonlyMap<string, Buffer>> {
  const changed = new Map<string, Buffer>();
  for (const part of await readParts(bytes, entries, (name) => SLIDES.test(name))) {
    const slide = part.bytes.toString('utf8');
    const inSigns = withSigns(slide);
    if (inSigns !== slide) changed.set(part.name, Buffer.from(inSigns));
  }
  return changed;
}

function withSigns(slide: string): string {
  if (!/typeface\s*=\s*"(?:wingdings|webdings)/i.test(slide)) return slide;
  return slide.replace(RUN, (run) => {
    const look = LOOK.exec(run)?.[0] ?? '';
    const face = [...look.matchAll(FACE)].map(([, name = '']) => name).find(isDrawnByWindows);
    if (face === undefined) return run;
    const plain = look.replace(FACE, (element, name: string) => (isDrawnByWindows(name) ? '' : element));
    return run
      .replace(look, () => plain)
      .replace(WORDS, (_, tag: string, words: string) => tag + encodeEntities(inLetters(decodeEntities(words), face)));
  });
}

/** LibreOffice knows the letters of « Symbol » itself. */
const isDrawnByWindows = (face: string): boolean => isOfSigns(face) && !/^symbol$/i.test(face);
