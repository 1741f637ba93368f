import type { Bytes } from './bytes.ts';
import type { OleContainer } from './ole-streams.ts';

/** The stream of an old text of Word that has its words. */
export const WORD_STREAM = 'WordDocument';
const HEAD_BYTES = 12;
const MAGIC = 0xa5ec;
const FLAGS_AT = 10;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** What the first bytes of an old text of Word say of it ([MS-DOC] 2.5.2). */
export interface WordHead {
  /** It cannot be read without its password. */
  readonly isEncrypted: boolean;
  /** The stream that has its tables, such as that of its properties. */
  readonly tables: '0Table' | '1Table';
}

/** The head of an old text of Word; null where these streams are those of something else. */
export async function wordHead(bytes: Bytes, { place }: Pick<OleContainer, 'place'>): Promise<WordHead | null> {
  const at = await place(WORD_STREAM, 0);
  const head = at === null ? Buffer.alloc(0) : await bytes.at(at, HEAD_BYTES);
  if (head.length < HEAD_BYTES || head.readUInt16LE(0) !== MAGIC) return null;
  const flags = head.readUInt16LE(FLAGS_AT);
  return {
    isEncrypted: (flags & ENCRYPTED) !== 0,
    tables: (flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table',
  };
}
