import { compact } from '../../lib/compact.ts';
import type { Media } from '../../programme/item.ts';
import { type Fault, type Refused, refuse } from '../faults/fault.ts';
import { documentBlank, pagesBlank } from './page-faults.ts';
import type { PictureWords } from './picture-words.ts';

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
      /** What the pictures say, where the file itself is never read as a text. */
      readonly words?: PictureWords;
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
      /** Pages, from 1, that are left out because they show nothing. */
      readonly blankPages?: readonly number[];
      /** What these pages say, where the file itself is never read as a text. */
      readonly words?: PictureWords;
    };

/** The step after which nothing is left to do. */
export const lastStep = (prepared: Prepared): Step => ({ done: true, prepared });

/** What all steps of one document made of it. */
export interface DocumentParts {
  readonly media: readonly Media[];
  /** Pages of the document, shown or not. */
  readonly of: number;
  readonly warnings: readonly Fault[];
  readonly blankPages: readonly number[];
  readonly words: PictureWords | null;
}

/**
 * All steps of one document as one answer. Of the same warning about several pages, only the first is kept. Blank pages are
 * left out of the count; a document without any other page is refused.
 */
export function finishDocument({ media, of, warnings, blankPages, words }: DocumentParts): Prepared {
  const first = warnings.filter(({ code }, index) => warnings.findIndex((other) => other.code === code) === index);
  // What was noticed on the way, of a film in a deck for instance, is not why a blank document is refused.
  if (media.length === 0) return refuse((blankPages.length < of && first[0]) || documentBlank());
  if (blankPages.length > 0) first.push(pagesBlank(blankPages));
  const pages = {
    ok: true,
    kind: 'pages',
    media,
    of: of - blankPages.length,
    fit: 'contain',
    warnings: first,
  } as const;
  return { ...pages, ...compact({ words: words ?? undefined }) };
}
