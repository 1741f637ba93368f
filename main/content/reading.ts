import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../contract.ts';
import type { Item } from '../programme/item.ts';
import type { SourceFile } from './listing.ts';
import type { Prepared } from './preparation/job.ts';
import type { ContactRule } from './privacy/public-contacts.ts';
import type { Taken } from './privacy/taken.ts';
import type { TextAnswer, TextTasks } from './text-pool.ts';
import type { Unit } from './unit.ts';

/** What reading a unit gave. Data alone: it is saved with the catalogue. */
export interface Reading {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
  /** What failed may be a copy under way: worth another try. */
  readonly retry: boolean;
  /** Paths of other files that went into it, and are not shown for themselves: the image of an event. */
  readonly uses: readonly string[];
  /** Staff wrote `contact: oui` in the file: its numbers and addresses are public, and are shown. */
  readonly keepsContacts?: true;
  /** Numbers and addresses of persons that the reader itself took out. */
  readonly taken?: Taken;
}

/** What a reader may ask for. */
export interface ReadTools {
  /** IANA zone of the place. */
  readonly zone: string;
  /** The bytes of a file; refuses more than `LARGEST_TEXT`. */
  bytes(file: SourceFile): Promise<Uint8Array>;
  /** The text of a document, a calendar or a table; in a thread where it may be long. */
  text<K extends keyof TextTasks>(task: K, file: SourceFile): Promise<TextAnswer<K>>;
  /** Pictures, pages and videos, decoded, reduced and stored. */
  prepare(file: SourceFile): Promise<Prepared>;
  /** A file of the content folder by a path written beside `from`; null where there is none or it leads outside. */
  find(written: string, from: SourceFile): SourceFile | null;
  /** What the settings of the place say of the contacts of a file; without it none are public. */
  contactRule?(file: SourceFile): Promise<ContactRule>;
  /** The day on which a file was last written, in the zone of the place. */
  writtenOn(file: SourceFile): Temporal.PlainDate;
}

/** Reads one kind of content. Bad content is a problem in the reading, never an exception. */
export type Reader = (unit: Unit, tools: ReadTools) => Promise<Reading>;

export const nothing: Reading = { items: [], problems: [], retry: false, uses: [] };

/** A reading that is one problem. */
export function refusal(problem: Problem, retry = false): Reading {
  return { ...nothing, problems: [problem], retry };
}
