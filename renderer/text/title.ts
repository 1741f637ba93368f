/** Words that do not end a line that is clipped: what they announce would be missing. */
const LINKS = /^(?:avec|dans|pour|sans|sous|chez|vers|entre|leurs?|notre|votre|cette|dont|.{1,3})$/iu;

/**
 * A title in parts that each stand on a page, about equally long, cut after a colon, a comma or a semicolon where one is
 * near, else between words; the title alone where it stands, or where nothing helps.
 */
export function titleParts(title: string, stands: (part: string) => boolean): string[] {
  if (stands(title)) return [title];
  const words = title.split(' ');
  for (let count = 2; count <= Math.min(words.length, 12); count++) {
    const parts = evenParts(words, count);
    if (parts.every(stands)) return parts;
  }
  return [title];
}

function evenParts(words: readonly string[], count: number): string[] {
  const ends = words.map((_, index) => words.slice(0, index + 1).join(' ').length);
  const total = ends.at(-1) ?? 0;
  const parts: string[] = [];
  let from = 0;
  for (let part = 1; part < count; part++) {
    const ideal = (total * part) / count;
    // A pause is worth a part that is a sixth longer or shorter.
    const cost = (index: number): number =>
      Math.abs((ends[index] ?? 0) - ideal) +
      (/[:;,]$/u.test(words[index] ?? '') ? 0 : total / count / 6) +
      (LINKS.test(words[index] ?? '') ? total / count / 6 : 0);
    let best = from;
    for (let index = from; index < words.length - (count - part); index++) if (cost(index) < cost(best)) best = index;
    parts.push(words.slice(from, best + 1).join(' '));
    from = best + 1;
  }
  return [...parts, words.slice(from).join(' ')];
}

/**
 * As many whole words of a title as `fits` on its line, without the mark or the small word that would end it; nothing of
 * a title whose first word is longer.
 */
export function runningTitle(title: string, fits: (line: string) => boolean): string {
  if (fits(title)) return title;
  const words = title.split(' ');
  while (words.length > 0 && !fits(words.join(' '))) words.pop();
  while (words.length > 1 && LINKS.test((words.at(-1) ?? '').replace(/[^\p{L}\p{N}’]/gu, ''))) words.pop();
  return words.join(' ').replace(/[\s:;,.–-]+$/u, '');
}
