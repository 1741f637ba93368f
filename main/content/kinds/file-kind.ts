import type { Temporal } from 'temporal-polyfill';
import type { Format } from '../completeness/format.ts';
import type { Job, Step } from '../preparation/job.ts';
import type { Reader } from '../reading/reading.ts';
import type { Store } from '../store/store.ts';

/**
 * What is loaded when a file first needs it, by `import(…)`. Every thread imports the table of kinds: with all the parsers,
 * the one that reads texts took 270 ms to start; without them it takes 60.
 */
type Lazy<T> = () => Promise<T>;

/** The bytes of a text, a document, a table …, as a thread is given them. */
export interface ParseSource {
  readonly bytes: Uint8Array;
  /** What the bytes are, whatever the name says. */
  readonly format: Format;
  /** `.docx`, in small letters. */
  readonly ending: string;
  /** IANA zone of the place. */
  readonly zone: string;
  /** The day on which the file was last written: dates without a year are near it. */
  readonly reference: Temporal.PlainDate;
  /** Staff wrote that the contacts of the file are public. */
  readonly keepsContacts: boolean;
  /** Last part of the path, for what is told of the file. */
  readonly fileName: string;
  /** In the content folder, with `/`: names of folders may say what a document is for. Absent: in no folder. */
  readonly path?: string;
}

/** Makes of bytes data that can be sent to another thread. What is wrong with the file is part of the answer. */
export type Parse<Parsed> = (source: ParseSource) => Parsed | Promise<Parsed>;

/** `inlineBytes` of texts that are parsed in a few milliseconds when they are short. */
export const SHORT_TEXT = 32 * 1024;
/** `inlineBytes` of files that are never parsed in the service's own thread. */
export const ALWAYS_IN_THREAD = 0;

/** How files are parsed: in a separate thread, since it may take long, and a hostile file may end the thread. */
interface ParseWork<Parsed> {
  /** Files of fewer bytes are parsed in the service's own thread, since it takes longer to wake another one. */
  readonly inlineBytes: number;
  readonly load: Lazy<Parse<Parsed>>;
}

/** What is asked where a file goes into the store as it is. */
export interface CopySource {
  readonly job: Job;
  readonly store: Store;
}

/** What is asked where a file is decoded. `file`: its bytes, or those of the PDF that LibreOffice made of it. */
export interface DecodeSource extends CopySource {
  readonly file: Uint8Array;
  readonly format: Format;
  /** True where the end of the file looks cut: it is shown only where the decoder finds all of its content. */
  readonly isDoubtful: boolean;
}

/** How files become pictures, pages and films of the store, in a separate thread. What is loaded may throw. */
export type PrepareWork =
  | {
      /** `decoded`: read into memory, then decoded. `converted`: LibreOffice makes a PDF of it first. */
      readonly how: 'decoded' | 'converted';
      readonly load: Lazy<(source: DecodeSource) => Promise<Step>>;
      /** Whether the decoder of files with this ending keeps its memory until its thread ends. */
      readonly keepsMemory: (ending: string) => boolean;
      /** A step that takes longer, milliseconds, is broken off with its thread. */
      readonly maxStepMs: number;
    }
  | {
      /** Into the store as it is. */
      readonly how: 'copied';
      readonly load: Lazy<(source: CopySource) => Promise<Step>>;
    };

interface Kind {
  /** For code and logs. */
  readonly name: string;
  /** The endings of its files, with the dot, in small letters. */
  readonly endings: readonly string[];
  /** What staff call such a file in `_état.html`: « Image ». */
  readonly label: string;
  /** The icon that stands for such a file in `_état.html` where there is no picture of it. */
  readonly icon: 'image' | 'page' | 'film' | 'days';
  /** What its files may be by their content, and when a copy of one is complete. */
  readonly formats: readonly Format[];
  readonly prepare: PrepareWork | null;
}

/** All that is known of one kind of file. `Parsed`: what its reader is given by `tools.parse`. */
interface FileKindRow<Parsed> extends Kind {
  /** Makes items of a file, in the service's own thread: the tools do all that is slow. */
  readonly read: Lazy<Reader<Parsed>>;
  /** Required where the reader asks for `tools.parse`, null where it does not. */
  readonly parse: unknown extends Parsed ? null : ParseWork<Parsed>;
}

/** A row of the table of kinds. */
export interface FileKind extends Kind {
  readonly read: Lazy<Reader>;
  readonly parse: ParseWork<unknown> | null;
}

/** A row, checked: its parser gives what its reader asks for. */
export function fileKind<Parsed>(row: FileKindRow<Parsed>): FileKind {
  // The reader of a row is only ever called with what the parser of the same row answered.
  const { read, parse, ...kind } = row as Omit<FileKindRow<unknown>, 'parse'> & FileKind;
  return { ...kind, read: loadedOnce(read), parse: parse && { ...parse, load: loadedOnce(parse.load) } };
}

/** To import what is there costs as much as to decode a short text: Node looks for the module each time. */
function loadedOnce<T>(load: Lazy<T>): Lazy<T> {
  let loaded: Promise<T> | null = null;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      // A disk that fails may answer again.
      loaded = null;
      throw error;
    });
    return loaded;
  };
}
