import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send, { type SendOptions } from '@fastify/send';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityOf, type OpenFile, type OpenFiles } from './open-files.ts';
import type { Piece, Pieces, SentFile } from './pieces.ts';

interface SendFileOptions extends SendOptions {
  readonly root: string;
  readonly files: OpenFiles;
  readonly pieces: Pieces;
  /** Whether the file may be sent at all; it is looked up meanwhile. */
  readonly mayUse: Promise<boolean>;
}

/** The bytes of one version of a file. */
const versionOf = (path: string, stat: Stats, open: SentFile['open']): SentFile => ({
  name: `${path} ${identityOf(stat)}`,
  size: stat.size,
  open,
});

/** A file that is opened where it has to be read. */
function toRead(files: OpenFiles, pieces: Pieces, path: string) {
  let used: OpenFile | null = null;
  let beginning: Promise<Piece> | null = null;
  const forgetBeginning = (): void => {
    beginning?.then(({ release }) => release()).catch(() => undefined);
    beginning = null;
  };
  const done = (): void => {
    forgetBeginning();
    used?.done();
    used = null;
  };
  return {
    /** Opens it before it is known what stands there. */
    openEarly(): void {
      used ??= files.use(path);
    },
    /**
     * Has the beginning of what is open read before it is known whether that still stands there: the look at the disk and the reading
     * are two waits for a thread. What was read is named for what was opened, and nobody asks for it where another file stands there.
     */
    readEarly(): void {
      if (used === null || used.stat === null) return;
      const { handle } = used;
      beginning = pieces.take(
        versionOf(path, used.stat, () => handle),
        0,
      );
      beginning.catch(() => undefined);
    },
    forgetBeginning,
    /** Opens what stands there now, as `stat` tells. */
    async open(stat: Stats): Promise<FileHandle> {
      used ??= files.use(path);
      if (await used.isStill(stat)) return used.handle;
      done();
      used = files.use(path);
      return used.handle;
    },
    done,
  };
}

type FileToRead = ReturnType<typeof toRead>;

/**
 * Answers with a file, or with the range of it that was asked for, or that the client has it already: the library that also
 * serves the player decides. The bytes are sent from here, since a film for fifty screens is most of what the service carries:
 * each piece is read while the one before is being sent.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  options: SendFileOptions,
): Promise<FastifyReply> {
  const objectPath = join(options.root, path);
  const file = toRead(options.files, options.pieces, objectPath);
  // What will have to be read is opened while the library looks at it: to open it then would be one more wait.
  const isAnswered = request.method === 'HEAD' || request.headers['if-none-match'] !== undefined;
  if (!isAnswered && !options.pieces.holds(objectPath)) file.openEarly();
  if (request.headers.range === undefined) file.readEarly();
  try {
    return await answerWith(file, { request, reply, path, options });
  } finally {
    file.done();
  }
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly path: string;
  readonly options: SendFileOptions;
}

async function answerWith(toSend: FileToRead, { request, reply, path, options }: Asked): Promise<FastifyReply> {
  const { pieces, mayUse } = options;
  // Asked as if for the head alone, the library opens no stream.
  const head: IncomingMessage = Object.create(request.raw, { method: { value: 'HEAD' } });
  const [answer, isAllowed] = await Promise.all([send(head, path, options), mayUse]);
  if (!isAllowed) return reply.code(404).send();
  if (answer.type === 'error') return reply.send(answer.metadata.error);
  const { statusCode, headers } = answer;
  const length = Number(headers['Content-Length'] ?? 0);
  if (answer.type !== 'file' || request.method === 'HEAD' || length === 0)
    return reply.code(statusCode).headers(headers).send(answer.stream);
  reply.hijack();
  reply.raw.writeHead(statusCode, { 'content-type': reply.getHeader('content-type'), ...headers });
  const from = Number(/^bytes (\d+)/u.exec(headers['Content-Range'] ?? '')?.[1] ?? 0);
  const { path: objectPath, stat } = answer.metadata;
  const file = versionOf(objectPath, stat, () => toSend.open(stat));
  try {
    const sent = pump((at) => pieces.take(file, at), from, from + length, reply.raw);
    // It holds its first piece by now.
    toSend.forgetBeginning();
    await sent;
  } catch {
    // The client has left, or the disk fails: a part may have been sent, and there is no other answer any more.
    reply.raw.destroy();
  }
  return reply;
}

/** Sends the bytes from `from` to before `to`. Rejects when the client leaves, or when the file ends earlier. */
async function pump(
  take: (at: number) => Promise<Piece>,
  from: number,
  to: number,
  raw: ServerResponse,
): Promise<void> {
  let sent = Promise.resolve();
  let next: Promise<Piece> | null = take(from);
  try {
    for (let at = from; next !== null; ) {
      const piece: Piece = await next;
      const part = piece.bytes.subarray(0, to - at);
      at += part.length;
      next = at < to && part.length > 0 ? take(at) : null;
      const before = sent;
      sent = write(raw, part).finally(piece.release);
      sent.catch(() => undefined);
      await before;
      if (part.length === 0) throw new Error('the file ends before its last byte');
    }
    await sent;
    raw.end();
  } finally {
    next?.then(({ release }) => release()).catch(() => undefined);
  }
}

/** Resolves when the system has taken the bytes: their buffer can be used again. */
function write(raw: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new Error('the client has left'));
    raw.once('close', leave);
    raw.write(bytes, (error) => {
      raw.off('close', leave);
      if (error) reject(error);
      else resolve();
    });
  });
}
