/** Words that must not end a shortened line, because they announce another word: « de », « avec », and all of 1 to 3 letters. */
const LINKING_WORDS = /^(?:avec|dans|pour|sans|sous|chez|vers|entre|leurs?|notre|votre|cette|dont|.{1,3})$/iu;

/** A title is cut into no more parts than this. */
const MAX_PARTS = 12;

/**
 * Splits a title that is too long for a page into parts that fit, about equally long: after a colon, a comma or a
 * semicolon where one is near, else between words. One part where the title fits, or where no split helps.
 */
export function titleParts(title: string, fits: (part: string) => boolean): string[] {
  if (fits(title)) return [title];
  const words = title.split(' ');
  for (let count = 2; count <= Math.min(words.length, MAX_PARTS); count++) {
    const parts = evenParts(words, count);
    if (parts.every(fits)) return parts;
  }
  return [title];
}

/** The words in `count` parts. */
function evenParts(words: readonly string[], count: number): string[] {
  const ends = words.map((_, index) => words.slice(0, index + 1).join(' ').length);
  const total = ends.at(-1) ?? 0;
  const parts: string[] = [];
  let from = 0;
  for (let part = 1; part < count; part++) {
    const ideal = (total * part) / count;
    // To end at a punctuation mark, or not after a linking word, a part may be a sixth longer or shorter.
    const penalty = total / count / 6;
    const cost = (index: number): number =>
      Math.abs((ends[index] ?? 0) - ideal) +
      (/[:;,]$/u.test(words[index] ?? '') ? 0 : penalty) +
      (LINKING_WORDS.test(words[index] ?? '') ? penalty : 0);
    let best = from;
    for (let index = from; index < words.length - (count - part); index++) if (cost(index) < cost(best)) best = index;
    parts.push(words.slice(from, best + 1).join(' '));
    from = best + 1;
  }
  return [...parts, words.slice(from).join(' ')];
}

/**
 * The start of a title that fits on one line, in whole words, not ending with a punctuation mark or a linking word; empty
 * where not even the first word fits.
 */
export function runningTitle(title: string, fits: (line: string) => boolean): string {
  if (fits(title)) return title;
  const words = title.split(' ');
  while (words.length > 0 && !fits(words.join(' '))) words.pop();
  while (words.length > 1 && LINKING_WORDS.test((words.at(-1) ?? '').replace(/[^\p{L}\p{N}’]/gu, ''))) words.pop();
  return words.join(' ').replace(/[\s:;,.–-]+$/u, '');
}
