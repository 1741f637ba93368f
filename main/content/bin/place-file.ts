import { randomBytes } from 'node:crypto';
import { copyFile, link, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../../lib/error-code.ts';
import { fold } from '../../lib/fold.ts';

/** Errors of file systems that know no second name for a file (FAT, SMB and others). */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/** Why a file was not put into the folder: a French sentence for the person who dropped it. */
export class PlaceRefusal extends Error {}

const TAKEN =
  'Un fichier de ce nom vient d’arriver dans le dossier\u00a0: regardez-le, puis choisissez de le remplacer ou non.';
const MOVED = 'Le fichier à remplacer a changé entre-temps\u00a0: regardez-le de nouveau.';

/** What names a version of a file: who agrees to replace it has seen this one. */
export const versionMark = ({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string =>
  `${size}-${Math.trunc(mtimeMs)}`;

/** The file of a folder that has this name, whatever its capitals and accents: on many disks it is the same file. */
async function standing(absolute: string): Promise<string | null> {
  const folder = dirname(absolute);
  const wanted = fold(absolute.slice(folder.length + 1));
  const names = await readdir(folder).catch(() => []);
  const name = names.find((each) => fold(each) === wanted);
  return name === undefined ? null : join(folder, name);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a complete file its name, and fails where the name is taken: of two who drop at once, one is asked. */
async function nameIt(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
    await rm(temporary, { force: true });
  } catch (error) {
    if (!NO_LINKS.has(errorCode(error))) throw error;
    // The empty file that holds the name is passed over: the folder waits until a copy has ended.
    await (await open(target, 'wx')).close();
    await rename(temporary, target);
  }
}

export interface PlaceOptions {
  /** A complete file, anywhere. */
  readonly from: string;
  /** Absolute path in the content folder. */
  readonly target: string;
  /** The version that may be replaced (`versionMark`); null: none. */
  readonly replaces: string | null;
  /** Called with the file that is about to be replaced. */
  readonly beforeReplacing?: (absolute: string) => Promise<void>;
}

/**
 * Puts a copy of a file into the content folder: all of it or nothing, and never over a file that was not agreed to.
 * @throws {PlaceRefusal} with a French sentence.
 */
export async function placeFile({ from, target, replaces, beforeReplacing }: PlaceOptions): Promise<void> {
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(target), { recursive: true });
    const there = await standing(target);
    if (there !== null && replaces === null) throw new PlaceRefusal(TAKEN);
    await copyFile(from, temporary);
    await flush(temporary);
    if (there === null) await nameIt(temporary, target);
    else {
      if (versionMark(await lstat(there)) !== replaces) throw new PlaceRefusal(MOVED);
      await beforeReplacing?.(there);
      await rename(temporary, there);
    }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (error instanceof PlaceRefusal) throw error;
    if (errorCode(error) === 'EEXIST') throw new PlaceRefusal(TAKEN);
    throw new PlaceRefusal(diskSentence(error));
  }
}

/** What the system refused, for the person who dropped a file. */
export function diskSentence(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'Le disque est plein\u00a0: rien n’a été écrit. Libérez de la place, puis recommencez.';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'Le dossier ne peut pas être écrit\u00a0: demandez au support informatique d’en donner le droit à Préau.';
    case 'ENAMETOOLONG':
      return 'Ce nom est trop long\u00a0: raccourcissez-le.';
    default:
      return 'Le dossier ne répond pas\u00a0: vérifiez le partage ou le disque, puis recommencez.';
  }
}
