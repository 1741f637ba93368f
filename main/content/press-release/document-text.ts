import type { ReadDocument } from '../documents/document.ts';
import { linesOf } from '../documents/table.ts';
import type { Fault, Refused } from '../fault.ts';
import type { ParseSource } from '../kinds/file-kind.ts';
import { callsItselfRelease } from './marks.ts';
import { namedDaysWarning } from './named-days.ts';
import type { PressRelease } from './press-release.ts';
import { readPressRelease } from './read-press-release.ts';

/** A document, and the events that it announces if it is a press release. */
export interface DocumentText extends ReadDocument {
  readonly release: PressRelease | null;
  /** It says that it is a press release, and was not read as one. */
  readonly isUnreadRelease: boolean;
  /** What is told of it where it is shown as it stands and without a date; null where it names no day. */
  readonly namedDays: Fault | null;
}

/** Adds to a document what it announces. */
export function withRelease(document: ReadDocument | Refused, source: ParseSource): DocumentText | Refused {
  if (!document.ok) return document;
  const { zone, reference, keepsContacts, fileName } = source;
  const context = { zone, reference, keepsContacts, fileName };
  const release = readPressRelease(linesOf(document.blocks), context);
  return release === null
    ? withoutRelease(document, source)
    : { ...document, release, isUnreadRelease: false, namedDays: null };
}

/** A document that announces no events. */
export function withoutRelease(document: ReadDocument, { zone, reference }: ParseSource): DocumentText {
  const lines = linesOf(document.blocks);
  return {
    ...document,
    release: null,
    isUnreadRelease: callsItselfRelease(lines),
    namedDays: namedDaysWarning(lines, { zone, reference }),
  };
}
