import { crc32, deflateSync } from 'node:zlib';
import { iccProfile, SRGB } from './icc-profile.ts';

const SIGN_BYTES = 8;
/** What says what the colours are, and goes before the gamma (PNG 3, 4.3). */
const OTHER_COLOURS: readonly string[] = ['iCCP', 'sRGB', 'cICP'];
/** The gamma of sRGB, times 100,000; others nearer to it than this look the same. */
const USUAL_GAMMA = 45_455;
const MIN_DIFFERENCE = 0.04;
/** Kinds of pixels: grey, and grey with transparency. */
const GREYS: readonly number[] = [0, 4];

interface Chunk {
  readonly type: string;
  readonly whole: Buffer;
}

/**
 * A PNG as libvips reads it: turned, and in its colours. libvips overlooks how a picture lies (EXIF) where that stands behind
 * the pixels, and the gamma by which old programs say how light its colours are: with 1, the picture was almost black. Of an
 * animation, it decodes the picture for readers that know none, which may say just that.
 */
export function readablePng(file: Uint8Array): Uint8Array {
  const written = chunksOf(Buffer.from(file.buffer, file.byteOffset, file.length));
  if (written === null) return file;
  const first = firstFrame(written);
  const chunks = first ?? written;
  const pixels = chunks.findIndex(({ type }) => type === 'IDAT');
  const late = chunks.findIndex(({ type }, at) => type === 'eXIf' && at > pixels);
  const profile = profileOf(chunks);
  if (late < 0 && profile === null && first === null) return file;
  const before = chunks.slice(0, pixels);
  const after = chunks.filter((_, at) => at >= pixels && at !== late);
  const exif = late < 0 ? [] : chunks.slice(late, late + 1);
  const [header, ...others] = before;
  return Buffer.concat([
    file.subarray(0, SIGN_BYTES),
    ...(header === undefined ? [] : [header.whole]),
    ...(profile === null ? [] : [chunkOf('iCCP', profile)]),
    ...[...others.filter(({ type }) => profile === null || !/^(?:gAMA|cHRM)$/.test(type)), ...exif, ...after].map(
      ({ whole }) => whole,
    ),
  ]);
}

/**
 * The chunks with the first frame of an animation in place of a picture that is none of its frames (PNG 3, 11.3.4); null where
 * the picture is one, or the frame is smaller than it.
 */
function firstFrame(chunks: readonly Chunk[]): Chunk[] | null {
  const pixels = chunks.findIndex(({ type }) => type === 'IDAT');
  const start = chunks.findIndex(({ type }) => type === 'fcTL');
  const size = (at: number, offset: number) => chunks[at]?.whole.subarray(offset, offset + 8);
  if (start < pixels || !size(start, 12)?.equals(size(0, 8) ?? Buffer.alloc(0))) return null;
  const end = chunks.findIndex(({ type }, at) => at > start && type === 'fcTL');
  const frame = chunks.slice(start, end < 0 ? undefined : end).filter(({ type }) => type === 'fdAT');
  if (frame.length === 0) return null;
  // The number of a piece stands before its pixels; behind them stands a sum.
  const data = Buffer.concat(frame.map(({ whole }) => whole.subarray(12, -4)));
  const others = chunks.filter(({ type }) => !/^(?:IDAT|acTL|fcTL|fdAT|IEND)$/.test(type));
  return [
    ...others,
    ...['IDAT', 'IEND'].map((type, at) => ({ type, whole: chunkOf(type, at === 0 ? data : Buffer.alloc(0)) })),
  ];
}

/** The profile that stands for the gamma of a picture; null where it has none, or the usual one. */
function profileOf(chunks: readonly Chunk[]): Buffer | null {
  const gamma = chunks.find(({ type }) => type === 'gAMA')?.whole.readUInt32BE(8) ?? 0;
  const isUsual = Math.abs(gamma / USUAL_GAMMA - 1) < MIN_DIFFERENCE;
  if (gamma === 0 || isUsual || chunks.some(({ type }) => OTHER_COLOURS.includes(type))) return null;
  const isGrey = GREYS.includes(chunks[0]?.whole[8 + 9] ?? 0);
  const profile = iccProfile((value) => value ** (100_000 / gamma), isGrey ? 'grey' : SRGB);
  // A name, its end, and the method of compression stand before the profile (PNG 3, 11.3.2.3).
  return Buffer.concat([Buffer.from('gamma\0\0', 'latin1'), deflateSync(profile)]);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}

/** The chunks up to the last that is whole; null where there are no pixels. */
function chunksOf(file: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = SIGN_BYTES; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) break;
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), whole: file.subarray(at, end) });
    at = end;
  }
  const isWhole = chunks.at(-1)?.type === 'IEND';
  return isWhole && chunks.some(({ type }) => type === 'IDAT') ? chunks : null;
}
