import { decodeLegacyByte } from './legacy-encoding.ts';

/** A text of which some lines were encoded twice, or as e-mail is, and what it says. */
interface MendedLines {
  readonly text: string;
  /** The first of these lines, from 1. */
  readonly line: number;
}

/** The bytes that go on a character of UTF-8, as letters of Windows-1252; five of them have none. */
const FOLLOWING = Array.from({ length: 64 }, (_, n) => {
  const letter = decodeLegacyByte(n + 128);
  return [letter === '\ufffd' ? String.fromCharCode(n + 128) : letter, n + 128] as const;
});
const BYTES: ReadonlyMap<string, number> = new Map([
  ...FOLLOWING,
  ...Array.from({ length: 64 }, (_, n) => [String.fromCharCode(n + 192), n + 192] as const),
]);
const NEXT = `[${FOLLOWING.map(([letter]) => letter).join('')}]`;
/** The letters and signs of French where the bytes of UTF-8 were taken for Windows-1252: « Ã© », « â€™ », « Å“ ». */
const TWICE = new RegExp(`[ÂÃÅ]${NEXT}|â[€‚„]${NEXT}`, 'u');
const EACH_TWICE = new RegExp(TWICE.source, 'gu');
/** Bytes above 127 as e-mail writes them: « =C3=A9 ». */
const QUOTED = /(?:=[0-9A-F]{2})+/gu;
/** A calendar says itself which of its lines are written so, and its reader takes them as they are meant. */
const SAYS_QUOTED = /ENCODING=QUOTED-PRINTABLE/iu;
const QUOTED_LETTER = /=(?:C[23]|C5|E2=80)=[89AB][0-9A-F]/u;

/** Mends « FÃªte » and « F=C3=AAte », line by line; null for a text with neither. */
export function mendTwiceEncoded(text: string): MendedLines | null {
  const isQuoted = QUOTED_LETTER.test(text) && !SAYS_QUOTED.test(text);
  if (!TWICE.test(text) && !isQuoted) return null;
  // A line of e-mail that is too long goes on behind a « = ».
  const lines = (isQuoted ? text.replace(/=\n/g, '') : text).split('\n');
  const mended = lines.map((line) => mendedLine(line, isQuoted));
  const first = mended.findIndex((line, at) => line !== lines[at]);
  return first < 0 ? null : { text: mended.join('\n'), line: first + 1 };
}

function mendedLine(line: string, isQuoted: boolean): string {
  if (isQuoted && QUOTED_LETTER.test(line))
    return line.replace(QUOTED, (run) => utf8(Buffer.from(run.replaceAll('=', ''), 'hex')) ?? run);
  return line.replace(EACH_TWICE, (letters) => {
    const bytes = Uint8Array.from(letters, (letter) => BYTES.get(letter) ?? 0);
    return utf8(bytes) ?? letters;
  });
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
