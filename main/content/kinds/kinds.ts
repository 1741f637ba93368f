import { endingOf } from '../names/endings.ts';
import { calendar } from './calendar/kind.ts';
import { exhibition } from './exhibition/kind.ts';
import type { FileKind } from './file-kind.ts';
import type { FolderKind } from './folder-kind.ts';
import { foreign } from './foreign/kind.ts';
import { link } from './link/kind.ts';
import { deck, oldDocument } from './office/kind.ts';
import { pdf } from './pdf/kind.ts';
import { picture } from './pictures/kind.ts';
import { spreadsheet } from './spreadsheets/kind.ts';
import { table } from './tables/kind.ts';
import { text } from './text/kind.ts';
import { tree } from './tree/kind.ts';
import { video } from './videos/kind.ts';
import { wordProcessor } from './word/kind.ts';

/**
 * The table of kinds: every kind of file that is shown. All that is known of a kind stands in its folder: a new kind is a
 * folder and a row. To import the table is cheap, since readers, parsers and decoders are loaded when a file first needs
 * them.
 */
export const KINDS: readonly FileKind[] = [
  picture,
  video,
  pdf,
  deck,
  oldDocument,
  text,
  link,
  wordProcessor,
  calendar,
  table,
  spreadsheet,
];

/** Every kind of folder that is one thing on the wall. */
export const FOLDER_KINDS: readonly FolderKind[] = [exhibition, tree];

const BY_ENDING: ReadonlyMap<string, FileKind> = new Map(
  KINDS.flatMap((kind) => kind.endings.map((ending) => [ending, kind] as const)),
);

/** The kind of files with an ending (`.jpg`, in small letters); `foreign` for those that are not shown. */
export function kindOfEnding(ending: string): FileKind {
  return BY_ENDING.get(ending) ?? foreign;
}

/** The kind of a file by its name. */
export function kindOfFile(path: string): FileKind {
  return kindOfEnding(endingOf(path));
}
