import { createHash } from 'node:crypto';

/** What stands before the seal, and behind it. */
const [BEFORE, BEHIND] = [',"seal":"', '"}'];
const HASH_LENGTH = 64;

const hashFor = (build: string) => createHash('sha256').update(`${build}\n`);

/**
 * The texts of a JSON object but for its last brace, and then, as its last field, the seal: it tells that this build of Préau
 * has written exactly these bytes. Without a build, as from sources, there is none.
 */
export function* sealed(texts: Iterable<string>, build: string | null): Generator<string> {
  if (build === null) {
    yield* texts;
    yield '}';
    return;
  }
  const hash = hashFor(build);
  for (const text of texts) {
    hash.update(text);
    yield text;
  }
  yield `${BEFORE}${hash.digest('hex')}${BEHIND}`;
}

/** Whether this build has written exactly this text: its shape is then known, and need not be looked at field by field. */
export function isSealed(text: string, build: string | null): boolean {
  const end = text.length - BEFORE.length - HASH_LENGTH - BEHIND.length;
  if (build === null || end < 0 || !text.startsWith(BEFORE, end)) return false;
  const seal = text.slice(end + BEFORE.length, -BEHIND.length);
  return hashFor(build).update(text.slice(0, end)).digest('hex') === seal;
}
