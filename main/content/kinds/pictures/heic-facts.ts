import { boxes } from '../../completeness/boxes.ts';
import { Bytes } from '../../completeness/bytes.ts';

/** What the boxes of a HEIC file say (ISO/IEC 23008-12), before anything is decoded. */
export interface HeicFacts {
  /** Pixels of the largest picture: a grid, and not its tiles. */
  readonly width: number;
  readonly height: number;
  /** The ICC profile of the primary picture. */
  readonly profile: Uint8Array | null;
}

/** Item properties in the order of their numbers, from 1: an ICC profile, or null for any other property. */
type Properties = readonly (Uint8Array | null)[];

export async function heicFacts(file: Uint8Array): Promise<HeicFacts> {
  const bytes = Bytes.of(file);
  const properties: (Uint8Array | null)[] = [];
  let [width, height] = [0, 0];
  let primary: number | null = null;
  let associations: ReadonlyMap<number, readonly number[]> = new Map();
  let propertiesEnd = 0;
  for await (const box of boxes(bytes, 0, bytes.size, ['meta', 'iprp', 'ipco'])) {
    if (box.type === '' || box.end > bytes.size) break;
    const body = Buffer.from(await bytes.at(box.body, Math.min(box.end - box.body, 1 << 20)));
    if (box.type === 'ipco') propertiesEnd = box.end;
    else if (box.start < propertiesEnd) {
      const isProfile = box.type === 'colr' && /^(prof|rICC)/.test(body.toString('latin1', 0, 4));
      properties.push(isProfile ? body.subarray(4) : null);
      if (box.type === 'ispe' && body.length >= 12) {
        const [w, h] = [body.readUInt32BE(4), body.readUInt32BE(8)];
        if (w * h > width * height) [width, height] = [w, h];
      }
    } else if (box.type === 'pitm' && body.length >= 6) {
      primary = body[0] === 0 || body.length < 8 ? body.readUInt16BE(4) : body.readUInt32BE(4);
    } else if (box.type === 'ipma') associations = associationsOf(body);
  }
  return { width, height, profile: profileOf(properties, primary === null ? undefined : associations.get(primary)) };
}

/** The profile among the properties of an item; the first of the file where nothing is known of the item. */
function profileOf(properties: Properties, ofItem: readonly number[] | undefined): Uint8Array | null {
  if (ofItem === undefined) return properties.find((profile) => profile !== null) ?? null;
  for (const number of ofItem) {
    const profile = properties[number - 1];
    if (profile) return profile;
  }
  return null;
}

/** The numbers of the properties of each item, from the body of an `ipma` box (ISO/IEC 14496-12, 8.11.14). */
function associationsOf(body: Buffer): ReadonlyMap<number, readonly number[]> {
  const byItem = new Map<number, number[]>();
  const isWideId = (body[0] ?? 0) >= 1;
  const isWideIndex = ((body[3] ?? 0) & 1) === 1;
  let at = 8;
  while (at + (isWideId ? 5 : 3) <= body.length) {
    const item = isWideId ? body.readUInt32BE(at) : body.readUInt16BE(at);
    at += isWideId ? 4 : 2;
    const count = body[at] ?? 0;
    at += 1;
    const size = isWideIndex ? 2 : 1;
    if (at + count * size > body.length) break;
    // The highest bit says that the property is essential.
    const numbers = Array.from({ length: count }, (_, n) =>
      isWideIndex ? body.readUInt16BE(at + n * 2) & 0x7fff : (body[at + n] ?? 0) & 0x7f,
    );
    at += count * size;
    byItem.set(item, numbers);
  }
  return byItem;
}
