import type { Bytes } from './bytes.ts';

/** A box of an ISO base media file (ISO/IEC 14496-12): its content reaches from `body` to before `end`. */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** More boxes than any real file has at the levels that are looked at. */
const MAX_BOXES = 100_000;

/**
 * The boxes from `from` to `to`, and those within the boxes whose type is in `into`. At an impossible size it ends, with a
 * box of type '' whose `end` is beyond `to`.
 */
export async function* boxes(
  bytes: Bytes,
  from: number,
  to: number,
  into: readonly string[] = [],
): AsyncGenerator<Box> {
  let count = 0;
  for (let start = from; start < to; ) {
    const header = await bytes.at(start, 16);
    if (header.length < 8 || count++ > MAX_BOXES) {
      yield { type: '', start, body: start, end: to + 1 };
      return;
    }
    const type = header.toString('latin1', 4, 8);
    const short = header.readUInt32BE(0);
    const long = short === 1 && header.length === 16;
    const size = long ? Number(header.readBigUInt64BE(8)) : short === 0 ? to - start : short;
    const body = start + (long ? 16 : 8);
    const end = start + size;
    if (end < body || !/^[\x20-\x7e\xa9]{4}$/.test(type)) {
      yield { type: '', start, body: start, end: to + 1 };
      return;
    }
    yield { type, start, body, end };
    // `meta` of HEIF is a full box: four bytes of version and flags come before its children.
    if (into.includes(type) && end <= to) yield* boxes(bytes, body + (type === 'meta' ? 4 : 0), end, into);
    start = end;
  }
}
