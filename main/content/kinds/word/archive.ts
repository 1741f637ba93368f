import { unzipSync } from 'fflate';
import { type Refused, refuse } from '../../faults/fault.ts';
import { damagedDocument, documentBomb } from './word-faults.ts';

/** XML parts of an opened archive, by name. */
export interface OpenedArchive {
  readonly ok: true;
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly names: readonly string[];
}

/** Bytes of all parts together, inflated: the text of a thick book. */
const MAX_INFLATED = 24 * 1024 * 1024;
const MAX_NAMES = 10_000;

/**
 * Opens the parts of a zip that `wanted` names, and no other: pictures and macros are never inflated. Sizes are summed from
 * the central directory first, so that a bomb is refused before it costs anything; where the directory lies, no part is
 * inflated beyond the size that it declares.
 */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): OpenedArchive | Refused {
  const names: string[] = [];
  let inflated = 0;
  try {
    unzipSync(bytes, {
      filter: (part) => {
        const name = plainName(part.name);
        names.push(name);
        if (wanted(name)) inflated += part.originalSize;
        return false;
      },
    });
    if (inflated > MAX_INFLATED || names.length > MAX_NAMES) return refuse(documentBomb());
    const parts = Object.entries(unzipSync(bytes, { filter: (part) => wanted(plainName(part.name)) }));
    return { ok: true, parts: Object.fromEntries(parts.map(([name, part]) => [plainName(name), part])), names };
  } catch {
    // fflate throws for every kind of damage; staff are told the same for all of them.
    return refuse(damagedDocument());
  }
}

/** Some programs of Windows part folders by `\`. */
const plainName = (name: string): string => name.replaceAll('\\', '/');

/** The part that only one kind of Office document has, and the ending of that kind. */
const MAIN_PARTS: Readonly<Record<string, string>> = {
  'word/document.xml': '.docx',
  'ppt/presentation.xml': '.pptx',
  'xl/workbook.xml': '.xlsx',
  'xl/workbook.bin': '.xlsb',
};
const MIMES: Readonly<Record<string, string>> = {
  text: '.odt',
  presentation: '.odp',
  spreadsheet: '.ods',
  graphics: '.odg',
};

/** The ending of the kind of document that a zip is, by its main part; null where it is not a known one. */
export function archiveEnding(bytes: Uint8Array): string | null {
  const archive = openArchive(bytes, (name) => name === 'mimetype');
  if (!archive.ok) return null;
  const mime = new TextDecoder().decode(archive.parts.mimetype ?? new Uint8Array());
  const kind = /^application\/vnd\.oasis\.opendocument\.(\w+)/.exec(mime)?.[1];
  if (kind !== undefined) return MIMES[kind] ?? null;
  return archive.names.map((name) => MAIN_PARTS[name]).find((ending) => ending !== undefined) ?? null;
}
