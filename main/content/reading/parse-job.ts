import type { Fault, Refused } from '../faults/fault.ts';

/** What a thread that parses files is asked: structured-cloned, so data only. */
export interface ParseJob {
  readonly absolute: string;
  /** The bytes of the file where they have been read already. */
  readonly bytes?: Uint8Array;
  /** In the content folder, with `/`: names of folders may say what a document is for. */
  readonly path?: string;
  /** `.docx`, in small letters. */
  readonly ending: string;
  /** IANA zone of the place. */
  readonly zone: string;
  /** ISO day on which the file was last written. */
  readonly reference: string;
  /** The settings of the place say that the contacts of the file are public. */
  readonly keepsContacts: boolean;
}

/**
 * A refusal; `unread` where the file itself was never read to its end (the system refused it, its thread was lost, it has
 * ended threads before), so that nobody can say what it holds.
 */
export type ParseRefused = Refused & { readonly unread?: true };

/** The answer for a file that was never read to its end. */
export const unread = (fault: Fault): ParseRefused => ({ ok: false, fault, unread: true });
