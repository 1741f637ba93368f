import type { Media } from '../../programme/item.ts';
import type { Fault, Refused } from '../fault.ts';

/** The pictures, pages or film that a file became, or why it did not. `of`: pages of the document, shown or not. */
export type Prepared =
  | {
      readonly ok: true;
      readonly kind: 'image' | 'video' | 'pages';
      readonly media: readonly Media[];
      readonly of: number;
      /** Videos only, milliseconds. */
      readonly durationMs?: number;
      readonly fit: 'cover' | 'contain';
      readonly warnings: readonly Fault[];
    }
  | Refused;

/** One file as it stood when it was listed. */
export interface SourceFile {
  readonly absolute: string;
  /** In the content folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** What a worker thread is asked; structured-cloned, so data only. */
export interface Job {
  readonly file: SourceFile;
  /** Longest side of the result, pixels. */
  readonly longSide: number;
  readonly storeDir: string;
  /** Since the file last changed in any way, milliseconds. */
  readonly quietMs: number;
  /** First page of a document to render in this step, from 0; a picture has only step 0. */
  readonly firstPage: number;
  /** The PDF that LibreOffice made of the file, where it did. */
  readonly pdf?: string;
}

/** A document is rendered in steps of a few pages: a poster that is dropped meanwhile only waits for the end of a step. */
export type Step =
  | { readonly done: true; readonly prepared: Prepared }
  | {
      readonly done: false;
      readonly media: readonly Media[];
      readonly of: number;
      readonly nextPage: number;
      readonly warnings: readonly Fault[];
    };

/** The step after which nothing is left to do. */
export const lastStep = (prepared: Prepared): Step => ({ done: true, prepared });

/** All steps of one document as one answer. Of the same warning about several pages, only the first is kept. */
export function finishDocument(media: readonly Media[], of: number, warnings: readonly Fault[]): Prepared {
  const first = warnings.filter(({ code }, index) => warnings.findIndex((other) => other.code === code) === index);
  return { ok: true, kind: 'pages', media, of, fit: 'contain', warnings: first };
}
