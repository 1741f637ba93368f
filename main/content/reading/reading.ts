import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../contract.ts';
import type { Item } from '../../programme/item.ts';
import { type Fault, problemOf } from '../faults/fault.ts';
import type { Prepared } from '../preparation/job.ts';
import type { ContactRule } from '../privacy/public-contacts.ts';
import type { Taken } from '../privacy/taken.ts';
import type { SourceFile } from '../scan/listing.ts';
import type { Unit } from '../scan/unit.ts';
import type { ParseRefused } from './parse-job.ts';

/** What reading a unit gave. Data alone: it is saved with the catalogue. */
export interface Reading {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
  /** The same files may be read better later: the copy of one may be unfinished. */
  readonly retry: boolean;
  /** Paths of other files that went into it, and are not shown for themselves: the image of an event. */
  readonly uses: readonly string[];
  /** It must not be shown any more: what it gave before is not kept, as it would be for a file that cannot be read. */
  readonly withdrawn?: true;
  /** Staff wrote `contact: oui` in the file: its numbers and addresses are public, and are shown. */
  readonly keepsContacts?: true;
  /** Numbers and addresses of persons that the reader itself took out. */
  readonly taken?: Taken;
}

/** What a reader may ask for. `Parsed`: what the parser of its kind gives. */
export interface ReadTools<Parsed = unknown> {
  /** IANA zone of the place. */
  readonly zone: string;
  /** The bytes of a file. Rejects for more than `MAX_TEXT_BYTES`. */
  bytes(file: SourceFile): Promise<Uint8Array>;
  /** What the parser of the file's kind makes of it; in a separate thread where it may take long. */
  parse(file: SourceFile): Promise<Parsed | ParseRefused>;
  /** Pictures, pages and videos, decoded, reduced and stored. */
  prepare(file: SourceFile): Promise<Prepared>;
  /** A file of the content folder by a path written beside `from`; null where there is none or it leads outside. */
  find(written: string, from: SourceFile): SourceFile | null;
  /** What the settings of the place say of the contacts of a file; without it none are public. */
  contactRule?(file: SourceFile): Promise<ContactRule>;
  /** The day near which dates without a year are: that on which a file was last written, or first seen where that is earlier. */
  writtenOn(file: SourceFile): Temporal.PlainDate;
  /** The day on which the unit was first seen: « demain » is the day after. Without it, the day on which it was written. */
  readonly seen?: Temporal.PlainDate;
}

/** Reads one kind of content. Bad content is a problem in the reading, never an exception. */
export type Reader<Parsed = unknown> = (unit: Unit, tools: ReadTools<Parsed>) => Promise<Reading>;

export const nothing: Reading = { items: [], problems: [], retry: false, uses: [] };

/** The reading of a unit that is not shown because of one of its files. */
export function refusal(file: string, fault: Fault): Reading {
  return { ...nothing, problems: [problemOf(file, 'refused', fault)], retry: fault.retry };
}
