/** About so many characters a piece. */
const PIECE = 64 * 1024;

/**
 * A long text as buffers, a piece at a time. As one string of megabytes it would stay in memory until the next full
 * collection, and folders of thousands have several at each change.
 */
export function* inPieces(texts: Iterable<string>): Generator<Buffer> {
  let gathered: string[] = [];
  let length = 0;
  for (const text of texts) {
    gathered.push(text);
    length += text.length;
    if (length < PIECE) continue;
    yield Buffer.from(gathered.join(''));
    gathered = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(gathered.join(''));
}
