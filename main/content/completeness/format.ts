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

/** A format of files: the sign by which it is recognised, and when a file of it is complete. */
export interface Format {
  /** The ending that its files should have, `.jpg`; null where they may have several: a zip is a document, a deck … */
  readonly ending: string | null;
  /** Whether a file begins as the specification says; null where the format has no sign, and only the ending tells. */
  readonly sign: ((head: Head) => boolean) | null;
  /** True where other bytes may stand before the sign: it is looked for after the signs of all other formats. */
  readonly isSignLoose?: true;
  /** Whether a file of this format is there to its true end. Never asked for an empty file. */
  readonly completeness: (bytes: Bytes) => Promise<Completeness>;
  /** A cheap look at the end of a file of which `completeness` reads all; absent where it reads little. */
  readonly seemsComplete?: (bytes: Bytes) => Promise<boolean>;
}

/** Fewer bytes may be the beginning of a copy of any format. */
const MIN_RECOGNISABLE = 16;

/** Space that is reserved for a copy of which nothing has come yet. */
export const ALL_ZEROS: Format = {
  ending: null,
  sign: ({ bytes }) => bytes.length > 0 && bytes.every((byte) => byte === 0),
  completeness: async () => ZEROS,
};

/** Text: it has none of the signs, and no NUL near its start except in UTF-16 with its byte order mark. */
export const SOME_TEXT: Format = {
  ending: null,
  sign: ({ bytes, text }) => !bytes.includes(0) || /^(\xff\xfe|\xfe\xff)/.test(text),
  completeness: async (bytes) => {
    if (bytes.size < MIN_RECOGNISABLE) return TRUNCATED;
    return (await endsInZeros(bytes)) ? ZEROS : COMPLETE;
  },
};

/** Anything else. */
export const UNKNOWN_FORMAT: Format = {
  ending: null,
  sign: () => true,
  completeness: async (bytes) => {
    if (bytes.size < MIN_RECOGNISABLE) return TRUNCATED;
    return (await endsInZeros(bytes)) ? ZEROS : UNKNOWN;
  },
};
