import type { Bytes } from './bytes.ts';
import { openOle } from './ole-streams.ts';
import { WORD_STREAM, wordHead } from './word-head.ts';

/** What an OLE container holds. */
export interface OleContent {
  /** The ending that such a file should have; null where it is not known. */
  readonly ending: '.doc' | '.ppt' | '.xls' | null;
  /** It cannot be read without its password. */
  readonly isLocked: boolean;
}

/** The stream that only one kind of old document has. */
const ENDINGS: Readonly<Record<string, NonNullable<OleContent['ending']>>> = {
  [WORD_STREAM]: '.doc',
  'PowerPoint Document': '.ppt',
  Workbook: '.xls',
};

/**
 * What an OLE container holds, by the names of its streams: `EncryptedPackage` is a document of today under a password
 * ([MS-OFFCRYPTO] 2.3.4.4), `EncryptedSummary` an old deck under one. An old text says so in its head.
 */
export async function oleContent(bytes: Bytes): Promise<OleContent> {
  const container = await openOle(bytes);
  const names = container.streams.map(({ name }) => name);
  const ending = names.map((name) => ENDINGS[name]).find((each) => each !== undefined) ?? null;
  const head = await wordHead(bytes, container);
  const isLocked = head?.isEncrypted === true || names.some((name) => /^Encrypted(?:Package|Summary)$/u.test(name));
  return { ending, isLocked };
}
