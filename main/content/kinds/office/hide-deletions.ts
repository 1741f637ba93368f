import { open } from 'node:fs/promises';
import { Bytes } from '../../completeness/bytes.ts';
import { openOle } from '../../completeness/ole-streams.ts';
import { WORD_STREAM, wordHead } from '../../completeness/word-head.ts';

/** Where an old text says where its properties stand among its tables ([MS-DOC] 2.5). */
const PROPERTIES_AT = 0x192;
/** The byte of the properties with `fRMView` and `fRMPrint`: words that were deleted are drawn, struck through ([MS-DOC] 2.7.2). */
const VIEW_AT = 7;
const DELETED_ARE_SEEN = 0x18;

/**
 * Turns the view of deleted words off in an old text of Word: LibreOffice would draw them struck through, beside those that
 * took their place. `path`: a copy that may be changed. A document that says nothing of it stays as it is.
 */
export async function hideDeletions(path: string): Promise<void> {
  const bytes = await Bytes.open(path);
  try {
    const at = await placeOfView(bytes);
    const view = at === null ? undefined : (await bytes.at(at, 1))[0];
    if (at === null || view === undefined || (view & DELETED_ARE_SEEN) === 0) return;
    const file = await open(path, 'r+');
    try {
      await file.write(Buffer.of(view & ~DELETED_ARE_SEEN), 0, 1, at);
    } finally {
      await file.close();
    }
  } finally {
    await bytes.close();
  }
}

async function placeOfView(bytes: Bytes): Promise<number | null> {
  const container = await openOle(bytes);
  const head = await wordHead(bytes, container);
  if (head === null) return null;
  const number = async (offset: number): Promise<number> => {
    const at = await container.place(WORD_STREAM, offset);
    const found = at === null ? Buffer.alloc(0) : await bytes.at(at, 4);
    return found.length < 4 ? 0 : found.readUInt32LE(0);
  };
  const properties = await number(PROPERTIES_AT);
  const length = await number(PROPERTIES_AT + 4);
  return length > VIEW_AT ? container.place(head.tables, properties + VIEW_AT) : null;
}
