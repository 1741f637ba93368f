import { inflateSync } from 'node:zlib';

/** A name has its `/`; a reference is the number of its object. Strings, which no caller asks for, are null. */
export type PdfValue = number | string | null | PdfReference | readonly PdfValue[] | PdfDictionary;
export interface PdfReference {
  readonly object: number;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'object' in value;

const TOKEN =
  /\s*(?:%[^\r\n]*\s*)*(<<|>>|\[|\]|\/[^\s/<>[\](){}%]*|\((?:\\[\s\S]|[^\\()])*\)|<[\s\da-fA-F]*>|[^\s/<>[\](){}%]+)/y;
const REFERENCE = /\s*(\d+)\s+\d+\s+R\b/y;
/** Deeper than any document that a program wrote. */
const MAX_DEPTH = 40;

/** The value that begins a text (ISO 32000-1, 7.3); null where it is none. */
function pdfValue(text: string): PdfValue {
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const value = (token: string | undefined, depth: number): PdfValue => {
    if (token === undefined || depth > MAX_DEPTH) return null;
    if (token === '[') return list(']', depth);
    if (token === '<<') return dictionary(list('>>', depth));
    if (token.startsWith('/')) return token;
    const number = Number(token);
    return Number.isNaN(number) ? null : number;
  };
  const list = (end: string, depth: number): PdfValue[] => {
    const values: PdfValue[] = [];
    for (;;) {
      const reference = match(REFERENCE);
      if (reference !== null) {
        values.push({ object: Number(reference[1]) });
        continue;
      }
      const token = match(TOKEN)?.[1];
      if (token === undefined || token === end) return values;
      values.push(value(token, depth + 1));
    }
  };
  return value(match(TOKEN)?.[1], 0);
}

function dictionary(values: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at + 1 < values.length; at += 2) {
    const key = values[at];
    if (typeof key === 'string') entries.set(key, values[at + 1] ?? null);
  }
  return entries;
}

const OBJECT = /(?:^|[\s>])(\d{1,8})\s+\d{1,5}\s+obj\b/g;
/** More than all objects of a document take that are no pictures. */
const MAX_UNPACKED = 64 << 20;

/**
 * The objects of a PDF by their numbers, without what stands in streams; later versions of an object win. Those of streams that
 * cannot be unpacked are missing. It is not for documents under a password.
 */
export function pdfObjects(file: Uint8Array): ReadonlyMap<number, PdfValue> {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1');
  const objects = new Map<number, PdfValue>();
  for (const found of text.matchAll(OBJECT)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endobj', start);
    const body = text.slice(start, end < 0 ? undefined : end);
    const stream = /\bstream\r?\n/.exec(body);
    const own = pdfValue(stream === null ? body : body.slice(0, stream.index));
    objects.set(Number(found[1]), own);
    if (stream === null || !(own instanceof Map) || own.get('/Type') !== '/ObjStm') continue;
    for (const [number, value] of packedObjects(own, file.subarray(start + stream.index + stream[0].length)))
      objects.set(number, value);
  }
  return objects;
}

/** The objects within a stream of objects (7.5.7). */
function packedObjects(stream: PdfDictionary, bytes: Uint8Array): [number, PdfValue][] {
  const first = stream.get('/First');
  const count = stream.get('/N');
  if (typeof first !== 'number' || typeof count !== 'number') return [];
  try {
    const plain = stream.get('/Filter') === undefined ? bytes : inflateSync(bytes, { maxOutputLength: MAX_UNPACKED });
    const text = Buffer.from(plain).toString('latin1');
    const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
    return Array.from({ length: count }, (_, n) => [
      numbers[n * 2] ?? 0,
      pdfValue(text.slice(first + (numbers[n * 2 + 1] ?? 0))),
    ]);
  } catch {
    // Packed otherwise, or damaged: its objects are not known.
    return [];
  }
}
