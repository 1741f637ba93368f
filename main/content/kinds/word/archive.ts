import { unzipSync } from 'fflate';
import { type Refused, refuse } from '../../documents/fault.ts';

/** XML parts of an opened archive, by name. */
export interface OpenedArchive {
  readonly ok: true;
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly names: readonly string[];
}

/** Inflated size of all parts together that is accepted: the text of a thick book. */
const MAX_INFLATED = 24 * 1024 * 1024;
const MAX_NAMES = 10_000;

/**
 * Opens the parts of a zip that `wanted` names, and no other: pictures and macros are never inflated. Sizes are summed from
 * the central directory first, so a bomb is refused before it costs anything; a directory that lies gets no more room than
 * it declared.
 */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): OpenedArchive | Refused {
  // Office files with a password, and old .doc files, are OLE containers, not zips.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    return refuse(
      'document-locked',
      'Ce document est protégé par un mot de passe, ou enregistré dans un ancien format.',
      'Enregistrez-le sans mot de passe, ou exportez-le en PDF.',
    );
  }
  const names: string[] = [];
  let inflated = 0;
  try {
    unzipSync(bytes, {
      filter: (part) => {
        names.push(part.name);
        if (wanted(part.name)) inflated += part.originalSize;
        return false;
      },
    });
    if (inflated > MAX_INFLATED || names.length > MAX_NAMES) {
      return refuse(
        'document-bomb',
        'Ce document contient beaucoup plus de données qu’un texte ne peut en avoir.',
        'Copiez son texte dans un document neuf, ou exportez-le en PDF.',
      );
    }
    return { ok: true, parts: unzipSync(bytes, { filter: (part) => wanted(part.name) }), names };
  } catch {
    // fflate throws for every damage it meets; which one does not matter to staff.
    return damagedDocument();
  }
}

/** The ending of the documents of which each kind has this part. */
const MAIN_PARTS: Readonly<Record<string, string>> = {
  'word/document.xml': '.docx',
  'ppt/presentation.xml': '.pptx',
  'xl/workbook.xml': '.xlsx',
};
const MIMES: Readonly<Record<string, string>> = {
  text: '.odt',
  presentation: '.odp',
  spreadsheet: '.ods',
  graphics: '.odg',
};

/** What kind of document a zip is, by its main part; null where it is none that is known. */
export function archiveEnding(bytes: Uint8Array): string | null {
  const archive = openArchive(bytes, (name) => name === 'mimetype');
  if (!archive.ok) return null;
  const mime = new TextDecoder().decode(archive.parts.mimetype ?? new Uint8Array());
  const kind = /^application\/vnd\.oasis\.opendocument\.(\w+)/.exec(mime)?.[1];
  if (kind !== undefined) return MIMES[kind] ?? null;
  return archive.names.map((name) => MAIN_PARTS[name]).find((ending) => ending !== undefined) ?? null;
}

/** The answer to a document that cannot be read. */
export function damagedDocument(): Refused {
  return refuse(
    'document-damaged',
    'Ce document est endommagé ou incomplet.',
    'Copiez-le de nouveau dans le dossier ; s’il ne s’ouvre pas non plus sur votre poste, demandez-en une autre copie.',
  );
}
