const SCREEN = 13;
const EXTENSION = 0x21;
const FRAME = 0x2c;
const TRAILER = 0x3b;

/** Bytes of a table of colours, as the flags before it tell. */
export const tableSize = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

/** Where the sub-blocks of a block begin; null for what begins no block. `head`: its first ten bytes. */
export function subBlocksOf(head: Uint8Array): number | null {
  if (head[0] === EXTENSION) return 2;
  return head[0] === FRAME && head.length === 10 ? 11 + tableSize(head[9] ?? 0) : null;
}

/**
 * The file as libvips decodes it. Some programs write a zero too many behind a frame, or something else in place of the trailer:
 * browsers pass over the one, and end the animation at the other; libvips then refuses all of it.
 */
export function readableGif(file: Uint8Array): Uint8Array {
  let at = SCREEN + tableSize(file[10] ?? 0);
  const parts = [file.subarray(0, at)];
  while (at < file.length && file[at] !== TRAILER) {
    const start = at;
    if (file[at] === 0) {
      at += 1;
      continue;
    }
    const first = subBlocksOf(file.subarray(at, at + 10));
    if (first === null) break;
    at += first;
    while (at < file.length && file[at] !== 0) at += 1 + (file[at] ?? 0);
    at += 1;
    parts.push(file.subarray(start, at));
  }
  const isWhole = file[at] === TRAILER && at === parts.reduce((length, part) => length + part.length, 0);
  return isWhole ? file : Buffer.concat([...parts, Buffer.from([TRAILER])]);
}
