import type { ReadDocument } from '../documents/document.ts';
import { linesOf } from '../documents/table.ts';
import type { Refused } from '../fault.ts';
import type { ParseSource } from '../kinds/file-kind.ts';
import { type Notice, readNotice } from '../notices/read-notices.ts';
import type { PressRelease } from './press-release.ts';
import { readPressRelease } from './read-press-release.ts';

/** A document, and what it is for: the menus of some days, who is absent, or the events of a press release. */
export interface DocumentText extends ReadDocument {
  readonly release: PressRelease | null;
  readonly notice: Notice | null;
}

/** Adds to a document what it announces. */
export function withRelease(
  document: ReadDocument | Refused,
  { zone, reference, keepsContacts, fileName, path = fileName, ending }: ParseSource,
): DocumentText | Refused {
  if (!document.ok) return document;
  const context = { zone, reference, keepsContacts, fileName };
  // The menu of a PDF stays a picture, as whoever laid it out wants it.
  const notice = ending === '.pdf' ? null : readNotice(document.blocks, { zone, reference, path });
  if (notice !== null) return { ...document, release: null, notice };
  return { ...document, release: readPressRelease(linesOf(document.blocks), context), notice };
}
