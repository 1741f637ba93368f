import { boxes } from '../../completeness/boxes.ts';
import { Bytes } from '../../completeness/bytes.ts';
import { profileOfColours } from './iso-colours.ts';

/** What the boxes of a HEIC file say (ISO/IEC 23008-12), before anything is decoded. */
export interface HeicFacts {
  /** Pixels of the largest picture: a grid, and not its tiles. */
  readonly width: number;
  readonly height: number;
  /** The ICC profile of the primary picture, or one for the colours that its boxes name otherwise. */
  readonly profile: Uint8Array | null;
  /** It says what its colours are in numbers, and not by a profile of its own. */
  readonly isCoded: boolean;
}

/** A statement of colours: the profile, and whether it stands for numbers. */
interface Colours {
  readonly profile: Uint8Array;
  readonly isCoded: boolean;
}

/** Item properties in the order of their numbers, from 1: colours, or null for any other property. */
type Properties = readonly (Colours | null)[];

export async function heicFacts(file: Uint8Array): Promise<HeicFacts> {
  const bytes = Bytes.of(file);
  const properties: (Colours | null)[] = [];
  let [width, height] = [0, 0];
  let primary: number | null = null;
  let associations: ReadonlyMap<number, readonly number[]> = new Map();
  let propertiesEnd = 0;
  for await (const box of boxes(bytes, 0, bytes.size, ['meta', 'iprp', 'ipco'])) {
    if (box.type === '' || box.end > bytes.size) break;
    const body = Buffer.from(await bytes.at(box.body, Math.min(box.end - box.body, 1 << 20)));
    if (box.type === 'ipco') propertiesEnd = box.end;
    else if (box.start < propertiesEnd) {
      properties.push(box.type === 'colr' ? coloursOf(body) : null);
      if (box.type === 'ispe' && body.length >= 12) {
        const [w, h] = [body.readUInt32BE(4), body.readUInt32BE(8)];
        if (w * h > width * height) [width, height] = [w, h];
      }
    } else if (box.type === 'pitm' && body.length >= 6) {
      primary = body[0] === 0 || body.length < 8 ? body.readUInt16BE(4) : body.readUInt32BE(4);
    } else if (box.type === 'ipma') associations = associationsOf(body);
  }
  const colours = coloursAmong(properties, primary === null ? undefined : associations.get(primary));
  return { width, height, profile: colours?.profile ?? null, isCoded: colours?.isCoded ?? false };
}

/** The colours that a `colr` box states: by a profile, or by numbers (ISO/IEC 14496-12, 12.1.5); null for those of the web. */
function coloursOf(body: Buffer): Colours | null {
  const type = body.toString('latin1', 0, 4);
  if (/^(prof|rICC)/.test(type)) return { profile: body.subarray(4), isCoded: false };
  if (type !== 'nclx' || body.length < 8) return null;
  const profile = profileOfColours({ primaries: body.readUInt16BE(4), transfer: body.readUInt16BE(6) });
  return profile === null ? null : { profile, isCoded: true };
}

/** The colours among the properties of an item, a profile first; the first of the file where nothing is known of the item. */
function coloursAmong(properties: Properties, ofItem: readonly number[] | undefined): Colours | null {
  const own = ofItem === undefined ? properties : ofItem.map((number) => properties[number - 1] ?? null);
  return own.find((colours) => colours?.isCoded === false) ?? own.find((colours) => colours !== null) ?? null;
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
