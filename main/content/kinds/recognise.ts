import type { Bytes } from '../completeness/bytes.ts';
import { ALL_ZEROS, type Format, headOf, SOME_TEXT, UNKNOWN_FORMAT } from '../completeness/format.ts';
import { KINDS } from './kinds.ts';

const KNOWN = [...new Set(KINDS.flatMap(({ formats }) => formats))];

/** Every format with a sign, in the order in which the signs are looked for. */
const FORMATS: readonly Format[] = [
  ...KNOWN.filter(({ isSignLoose }) => !isSignLoose),
  ...KNOWN.filter(({ isSignLoose }) => isSignLoose),
  ALL_ZEROS,
  SOME_TEXT,
];

/** What a file is by its first bytes, whatever its name says. */
export async function recognise(file: Bytes): Promise<Format> {
  const head = await headOf(file);
  return FORMATS.find(({ sign }) => sign?.(head)) ?? UNKNOWN_FORMAT;
}
