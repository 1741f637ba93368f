import { open } from 'node:fs/promises';
import { Bytes } from '../../completeness/bytes.ts';
import { openOle } from '../../completeness/ole-streams.ts';

const TEXT = 'WordDocument';
/** Where the head of a text says which of two streams has its tables, and where its properties stand there ([MS-DOC] 2.5). */
const FLAGS_AT = 10;
const SECOND_TABLE = 0x0200;
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
  const { place } = await openOle(bytes);
  const number = async (offset: number, size: 2 | 4): Promise<number> => {
    const at = await place(TEXT, offset);
    const found = at === null ? Buffer.alloc(0) : await bytes.at(at, size);
    return found.length < size ? 0 : found.readUIntLE(0, size);
  };
  if ((await number(0, 2)) !== 0xa5ec) return null;
  const table = ((await number(FLAGS_AT, 2)) & SECOND_TABLE) !== 0 ? '1Table' : '0Table';
  const properties = await number(PROPERTIES_AT, 4);
  const length = await number(PROPERTIES_AT + 4, 4);
  return length > VIEW_AT ? place(table, properties + VIEW_AT) : null;
}
