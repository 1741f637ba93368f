import type { Bytes } from './bytes.ts';
import { COMPLETE, type Completeness, TRUNCATED, UNKNOWN, ZEROS } from './completeness.ts';
import { endsInZeros } from './zeros.ts';

/** The start of a file, by which its format is recognised. */
export interface Head {
  /** The first 4,096 bytes, or all where there are fewer. */
  readonly bytes: Buffer;
  /** The same as Latin 1: one character a byte. */
  readonly text: string;
  /** The first 65,536 bytes: the root of an XML file may stand behind long comments. */
  readonly longBytes: Buffer;
}

/** Reads the start of a file. */
export async function headOf(file: Bytes): Promise<Head> {
  const longBytes = await file.at(0, 1 << 16);
  const bytes = longBytes.subarray(0, 1 << 12);
  return { bytes, text: bytes.toString('latin1'), longBytes };
}

/** How the content of a file is laid out: by what sign it is known, and how far it reaches. */
export interface Format {
  /** The ending that its files should have, `.jpg`; null where it alone does not say: a zip is a document, a deck … */
  readonly ending: string | null;
  /** The sign by which it is known, from its specification; null where it has none, and only the ending of the file tells. */
  readonly sign: ((head: Head) => boolean) | null;
  /** True where the sign may stand behind other bytes, so that it is looked for after all the others. */
  readonly isSignLoose?: true;
  /** Whether a file of this format, which is not empty, stands there to its true end. */
  readonly completeness: (bytes: Bytes) => Promise<Completeness>;
}

/** Fewer bytes than this may be the head of any copy, and too few of them to be recognised. */
const MIN_RECOGNISABLE = 16;

/** A file of which nothing but space has come. */
export const ALL_ZEROS: Format = {
  ending: null,
  sign: ({ bytes }) => bytes.length > 0 && bytes.every((byte) => byte === 0),
  completeness: async () => ZEROS,
};

/** Text of any kind: no sign, and no NUL at its start but those of UTF-16, whose byte order mark says so. */
export const SOME_TEXT: Format = {
  ending: null,
  sign: ({ bytes, text }) => !bytes.includes(0) || /^(\xff\xfe|\xfe\xff)/.test(text),
  completeness: async (bytes) => {
    if (bytes.size < MIN_RECOGNISABLE) return TRUNCATED;
    return (await endsInZeros(bytes)) ? ZEROS : COMPLETE;
  },
};

/** What has none of the signs. */
export const UNKNOWN_FORMAT: Format = {
  ending: null,
  sign: () => true,
  completeness: async (bytes) => {
    if (bytes.size < MIN_RECOGNISABLE) return TRUNCATED;
    return (await endsInZeros(bytes)) ? ZEROS : UNKNOWN;
  },
};
