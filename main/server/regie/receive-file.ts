import { createWriteStream } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diskSentence } from '../../content/bin/place-file.ts';

/** Heavier files are not prepared for the wall either. */
const MAX_UPLOAD_BYTES = 1024 ** 3;
/** What stays free on the disk: the store and the system go on. */
const MARGIN_BYTES = 256 * 1024 ** 2;

const TOO_LARGE = 'Ce fichier est trop lourd (plus de 1\u00a0Go)\u00a0: exportez-le en plus léger.';
const NO_ROOM = 'Le disque de la machine d’affichage est presque plein\u00a0: libérez de la place, puis recommencez.';
const CUT = 'L’envoi s’est interrompu\u00a0: rien n’a été gardé. Recommencez.';

/** Why a file was not taken in: a status and a French sentence. */
export class UploadRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Lets this many bytes through, and fails with a refusal at the next one. */
function limited(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new UploadRefusal(413, TOO_LARGE));
      else done(null, chunk);
    },
  });
}

/**
 * Writes what arrives to a file, as a stream. `declared`: the bytes that the sender announces; null where it does not. What is
 * too large, cut or meets a full disk leaves nothing behind.
 * @throws {UploadRefusal}
 */
export async function receiveFile(
  source: Readable,
  path: string,
  declared: number | null,
  { folder, maxBytes = MAX_UPLOAD_BYTES }: { readonly folder: string; readonly maxBytes?: number },
): Promise<void> {
  if (declared !== null && declared > maxBytes) throw new UploadRefusal(413, TOO_LARGE);
  const free = await freeBytes(folder);
  // The folder and the store get copies of it.
  if (free - 2 * (declared ?? 0) < MARGIN_BYTES) throw new UploadRefusal(507, NO_ROOM);
  try {
    await pipeline(source, limited(maxBytes), createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof UploadRefusal) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const isCut = code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR';
    throw isCut ? new UploadRefusal(400, CUT) : new UploadRefusal(507, diskSentence(error));
  }
}
