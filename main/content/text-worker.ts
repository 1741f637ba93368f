/** Entry of the thread that reads texts: unpacking, PDFium and thousands of dates take as long as they take. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { compact } from '../lib/compact.ts';
import { type CalendarFile, readCalendarFile } from '../when/ical/read-calendar-text.ts';
import type { Refused } from './documents/fault.ts';
import { type ReadDocument, readDocument, textDocument } from './documents/read-document.ts';
import { readCsv, type TableReading } from './kinds/tables/csv.ts';
import { decodeText } from './kinds/text/decode-text.ts';
import { readFrontMatter } from './kinds/text/front-matter.ts';
import { splitFrontMatter } from './kinds/text/front-matter-text.ts';
import { type Fault, faults, systemFault } from './preparation/fault.ts';
import type { PressRelease } from './press-release/press-release.ts';
import { readPressRelease } from './press-release/read-press-release.ts';

/** What the thread is asked: structured-cloned, so data only. */
export interface TextJob {
  readonly absolute: string;
  /** `.docx`, in small letters. */
  readonly ending: string;
  /** IANA zone of the place. */
  readonly zone: string;
  /** ISO day on which the file was last written. */
  readonly reference: string;
  /** The settings of the place say that the contacts of the file are public. */
  readonly keepsContacts?: boolean;
}

/** A document, and the events that it announces if it is a press release. */
export interface DocumentText extends ReadDocument {
  readonly release: PressRelease | null;
}

/**
 * A refusal; `unread` where the text itself was never had (the system, a lost thread, a deadly file), so that nobody can
 * say what it holds; `retry` where another try may go better.
 */
export type TextRefusal = Refused & { readonly unread?: true; readonly retry?: true };

/** The answer of a text that was never had. */
export const unread = ({ code, message, advice, retry }: Fault): TextRefusal => ({
  ok: false,
  fault: { code, message, advice },
  unread: true,
  ...(retry ? { retry } : {}),
});

/**
 * Whatever a file holds, and whatever the system says of it, is answered as a value: an exception would pass for the
 * death of the thread, and three deaths put a file aside.
 */
function answering<T>(read: (job: TextJob) => Promise<T>): (job: TextJob) => Promise<T | TextRefusal> {
  return async (job) => {
    try {
      return await read(job);
    } catch (error) {
      return unread({ ...(systemFault(error) ?? faults.damaged()), retry: true });
    }
  };
}

/** A document, and whether its own front matter says that its contacts are public. */
type Opened = ReadDocument & { readonly keepsContacts?: boolean };

async function open(ending: string, bytes: Uint8Array): Promise<Opened | Refused> {
  if (ending !== '.md' && ending !== '.txt') return readDocument(ending.slice(1), bytes);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { data, body, bodyLine } = splitFrontMatter(decoded.text);
  const { keepsContacts } = readFrontMatter(data).value;
  return { ...textDocument(ending === '.md' ? 'md' : 'txt', body, bodyLine), ...compact({ keepsContacts }) };
}

/** `.docx .odt .pdf`, and `.md .txt` without their front matter. */
export const readDocumentText = answering(async (job): Promise<DocumentText | Refused> => {
  const opened = await open(job.ending, await readFile(job.absolute));
  if (!opened.ok) return opened;
  const { keepsContacts = false, ...document } = opened;
  const context = {
    zone: job.zone,
    reference: Temporal.PlainDate.from(job.reference),
    keepsContacts: keepsContacts || job.keepsContacts === true,
    fileName: basename(job.absolute),
  };
  return { ...document, release: readPressRelease(document.blocks, context) };
});

/** `.ics` */
export const readCalendarText = answering(async (job): Promise<({ readonly ok: true } & CalendarFile) | Refused> => {
  const decoded = decodeText(await readFile(job.absolute));
  if (!decoded.ok) return decoded;
  return { ok: true, ...readCalendarFile(decoded.text, job.zone, Temporal.PlainDate.from(job.reference)) };
});

/** `.csv` */
export const readTableText = answering(async (job): Promise<{ readonly ok: true } & TableReading> => {
  const context = {
    zone: job.zone,
    reference: Temporal.PlainDate.from(job.reference),
    keepsContacts: job.keepsContacts === true,
    fileName: basename(job.absolute),
  };
  return { ok: true, ...readCsv(await readFile(job.absolute), context) };
});
