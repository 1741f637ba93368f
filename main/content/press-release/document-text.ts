import type { ReadDocument } from '../documents/document.ts';
import { linesOf } from '../documents/table.ts';
import type { Refused } from '../fault.ts';
import type { ParseSource } from '../kinds/file-kind.ts';
import type { PressRelease } from './press-release.ts';
import { readPressRelease } from './read-press-release.ts';

/** A document, and the events that it announces if it is a press release. */
export interface DocumentText extends ReadDocument {
  readonly release: PressRelease | null;
}

/** Adds to a document what it announces. */
export function withRelease(
  document: ReadDocument | Refused,
  { zone, reference, keepsContacts, fileName }: ParseSource,
): DocumentText | Refused {
  if (!document.ok) return document;
  const context = { zone, reference, keepsContacts, fileName };
  return { ...document, release: readPressRelease(linesOf(document.blocks), context) };
}
