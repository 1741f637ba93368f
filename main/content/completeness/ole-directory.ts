import type { Bytes } from './bytes.ts';
import { openOle } from './ole-streams.ts';

/** What an OLE container holds. */
export interface OleContent {
  /** The ending that such a file should have; null where it is not known. */
  readonly ending: '.doc' | '.ppt' | '.xls' | null;
  /** It cannot be read without its password. */
  readonly isLocked: boolean;
}

/** The stream that only one kind of old document has. */
const ENDINGS: Readonly<Record<string, NonNullable<OleContent['ending']>>> = {
  WordDocument: '.doc',
  'PowerPoint Document': '.ppt',
  Workbook: '.xls',
};

/**
 * What an OLE container holds, by the names of its streams: `EncryptedPackage` is a document of today under a password
 * ([MS-OFFCRYPTO] 2.3.4.4), `EncryptedSummary` an old deck under one. An old text says so in its first bytes ([MS-DOC] 2.5.2).
 */
export async function oleContent(bytes: Bytes): Promise<OleContent> {
  const { streams, place } = await openOle(bytes);
  const names = streams.map(({ name }) => name);
  const ending = names.map((name) => ENDINGS[name]).find((each) => each !== undefined) ?? null;
  const at = await place('WordDocument', 0);
  const start = at === null ? Buffer.alloc(0) : await bytes.at(at, 12);
  const isEncryptedText =
    start.length === 12 && start.readUInt16LE(0) === 0xa5ec && (start.readUInt16LE(10) & 0x0100) !== 0;
  return { ending, isLocked: isEncryptedText || names.some((name) => /^Encrypted(?:Package|Summary)$/u.test(name)) };
}
