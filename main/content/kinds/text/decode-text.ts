import { type Fault, type Refused, refuse } from '../../faults/fault.ts';
import { RTF_START } from '../office/rtf-format.ts';
import { mendUtf8 } from './broken-utf8.ts';
import { decodeLegacy, type LegacyEncoding } from './legacy-encoding.ts';
import { binaryFile, brokenText, markedUpText, textTooBig, twiceEncoded } from './text-faults.ts';
import { mendTwiceEncoded } from './twice-encoded.ts';
import { utf16WithoutMark } from './utf-16.ts';

type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A decoded text file. */
export interface DecodedText {
  readonly ok: true;
  /** Without byte order mark, lines ended by `\n`. */
  readonly text: string;
  readonly encoding: UnicodeEncoding | LegacyEncoding;
  /** That a few characters were damaged, and what became of them. */
  readonly warnings: readonly Fault[];
}

/** Sixteen megabytes: no text of a hall is a tenth of it. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Text of a file written by any editor of the last thirty years: UTF-8 with or without mark, UTF-16, else what
 * `decodeLegacy` finds. A file cut inside its last character is still UTF-8, and so is one with a few damaged bytes, with a
 * warning. Binary files are refused.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Refused {
  if (bytes.length > MAX_BYTES) return refuse(textTooBig());
  const { text: decoded, encoding, brokenLine } = decode(bytes);
  const text = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // The signs that stand for a few damaged bytes of a text are no sign of a binary file.
  if (isBinary(brokenLine === undefined ? text : text.replaceAll('\ufffd', ''))) return refuse(binaryFile());
  if (OTHER_MARKUP.test(text)) return refuse(markedUpText());
  const mended = mendTwiceEncoded(text);
  const warnings = [
    ...(brokenLine === undefined ? [] : [brokenText(brokenLine)]),
    ...(mended === null ? [] : [twiceEncoded(mended.line)]),
  ];
  return { ok: true, text: (mended?.text ?? text).replace(TERMINAL, ''), encoding, warnings };
}

/** The beginning of a document of another program under the name of a text: RTF, and a page of the web. */
const OTHER_MARKUP = new RegExp(String.raw`^\s*(?:${RTF_START}|<!doctype\s+html|<html[\s>])`, 'i');
/** Colours of a terminal, in a text that was copied out of one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences begin with this character
const TERMINAL = /\x1b\[[\d;]*[A-Za-z]/g;

interface Decoded {
  readonly text: string;
  readonly encoding: DecodedText['encoding'];
  /** Line of the first damaged character, from 1. */
  readonly brokenLine?: number;
}

function decode(bytes: Uint8Array): Decoded {
  const encoding = unicodeOf(bytes);
  if (encoding === null) {
    const mended = mendUtf8(withoutCutEnd(bytes));
    return mended ? { text: mended.text, encoding: 'utf-8', brokenLine: mended.line } : decodeLegacy(bytes);
  }
  const body = encoding === 'utf-8' ? withoutCutEnd(bytes) : bytes;
  return { text: new TextDecoder(encoding).decode(body), encoding };
}

/** How a Unicode text is written; null for a text that is not Unicode. */
function unicodeOf(bytes: Uint8Array): UnicodeEncoding | null {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  // A lone é at the very end is of Windows; after other accents in UTF-8 it is a cut.
  const whole = withoutCutEnd(bytes);
  return whole.some((byte) => byte > 127) && isUtf8(whole) ? 'utf-8' : null;
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

/** Without a last character that a cut has left incomplete. */
function withoutCutEnd(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** More than one control character in two hundred is not something a person typed. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 65536);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 27) || (code > 27 && code < 32) || code === 0xfffd) controls++;
  }
  return controls * 200 > sample.length;
}
