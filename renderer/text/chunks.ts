/** Splits a text into pieces of at most `max` characters, between words where possible; nothing is lost. */
export function chunks(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const space = rest.lastIndexOf(' ', max);
    let at = space > max / 2 ? space : max;
    // The two halves of a surrogate pair are one character: they stay together.
    if (/[\uDC00-\uDFFF]/u.test(rest.charAt(at))) at++;
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}
