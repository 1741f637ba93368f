/** A piece ends after this many characters, at the end of a text. */
const PIECE_LENGTH = 64 * 1024;

/**
 * Joins texts into UTF-8 buffers of about 64 KB, made one at a time as they are asked for. One string of several megabytes
 * would stay in memory until the next full garbage collection, and a folder of thousands of files makes several such
 * texts at each change.
 */
export function* inPieces(texts: Iterable<string>): Generator<Buffer> {
  let gathered: string[] = [];
  let length = 0;
  for (const text of texts) {
    gathered.push(text);
    length += text.length;
    if (length < PIECE_LENGTH) continue;
    yield Buffer.from(gathered.join(''));
    gathered = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(gathered.join(''));
}
