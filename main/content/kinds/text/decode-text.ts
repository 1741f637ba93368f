import { type Refused, refuse } from '../../fault.ts';
import { decodeLegacy, type LegacyEncoding } from './legacy-encoding.ts';
import { binaryFile, textTooBig } from './text-faults.ts';

type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A decoded text file. */
interface DecodedText {
  readonly ok: true;
  /** Without byte order mark, lines ended by `\n`. */
  readonly text: string;
  readonly encoding: UnicodeEncoding | LegacyEncoding;
}

/** Sixteen megabytes: no text for a hall is a tenth as long. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Text of a file written by any editor of the last thirty years: UTF-8 with or without mark, UTF-16, else what
 * `decodeLegacy` finds. A file that is cut within its last character is still UTF-8. Binary files are refused.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Refused {
  if (bytes.length > MAX_BYTES) return refuse(textTooBig());
  const { text: decoded, encoding } = decode(bytes);
  const text = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return isBinary(text) ? refuse(binaryFile()) : { ok: true, text, encoding };
}

function decode(bytes: Uint8Array): { text: string; encoding: DecodedText['encoding'] } {
  const encoding = unicodeOf(bytes);
  if (encoding === null) return decodeLegacy(bytes);
  const body = encoding === 'utf-8' ? withoutCutEnd(bytes) : bytes;
  return { text: new TextDecoder(encoding).decode(body), encoding };
}

/** How a Unicode text is written; null for a text that is not Unicode. */
function unicodeOf(bytes: Uint8Array): UnicodeEncoding | null {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) zerosAtEven++;
    else zerosAtOdd++;
  }
  // In French as UTF-16, nearly every second byte is a zero; in a binary file, zeros stand anywhere.
  const many = sample.length * 0.35;
  if (zerosAtOdd > many && zerosAtEven < sample.length * 0.02) return 'utf-16le';
  if (zerosAtEven > many && zerosAtOdd < sample.length * 0.02) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  // A last byte that begins an « é » is a whole « é » in Windows-1252, unless other accents of the text are in UTF-8.
  const uncut = withoutCutEnd(bytes);
  return uncut.some((byte) => byte > 127) && isUtf8(uncut) ? 'utf-8' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Without a last character of which some bytes are missing. */
function withoutCutEnd(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** True for more than one control character in two hundred: a person did not type that. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 65536);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 27) || (code > 27 && code < 32) || code === 0xfffd) controls++;
  }
  return controls * 200 > sample.length;
}
