import { decodeEntities, encodeEntities } from '../../documents/inline.ts';
import { inLetters, isOfSigns } from '../word/letters-of-signs.ts';

const RUN = /<a:r>(?:(?!<\/a:r>)[\s\S])*<\/a:r>/g;
const LOOK = /<a:rPr\b[^>]*>[\s\S]*?<\/a:rPr>/;
const FACE = /<a:(?:latin|ea|cs|sym)\b[^>]*?\stypeface\s*=\s*"([^"]*)"[^>]*\/>/g;
const WORDS = /(<a:t\b[^>]*>)([^<]*)(?=<\/a:t>)/;

/**
 * A slide with the signs themselves where letters stand for them: PowerPoint writes « → » as an « à » of Wingdings, and
 * LibreOffice draws that letter, or an empty box, where the machine has not the typefaces of Windows.
 */
export function withSigns(slide: string): string {
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
