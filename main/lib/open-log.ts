import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Two processes write a log each (the shell and the service), and each keeps one older file: 50 MB together. */
const MAX_BYTES = 12 * 1024 * 1024;

/**
 * Opens the log of one process. `folder`: absolute; empty for standard error, which systemd hands to the journal. In a folder
 * the log is NAME.log, and NAME.1.log holds what was written before. (pino-roll does the same, and brings 23 MB of date-fns.)
 */
export function openLog(name: string, folder: string, maxBytes: number = MAX_BYTES): Logger {
  const options = { name, serializers: { file: fileMark, item: fileMark, err: impersonalError } };
  if (folder === '') return pino(options, pino.destination({ dest: 2, sync: true }));
  return pino(options, boundedFile(folder, name, maxBytes));
}

/** Appends to NAME.log; what fills it becomes NAME.1.log. A full disk, or a folder that went away: the wall plays on without a log. */
function boundedFile(folder: string, name: string, maxBytes: number): DestinationStream {
  const file = join(folder, `${name}.log`);
  return {
    write(line) {
      try {
        mkdirSync(folder, { recursive: true });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) + line.length > maxBytes) {
          renameSync(file, join(folder, `${name}.1.log`));
        }
        appendFileSync(file, line);
      } catch {
        // See above: nobody is there to be told.
      }
    },
  };
}

/**
 * What the log says in place of the path of a file of the content folder, whose name may be that of a pupil: the start of the
 * SHA-256 of the path, and its ending. `_état.html` says what is wrong with which file.
 */
function fileMark(path: unknown): string {
  const text = String(path);
  return `${createHash('sha256').update(text).digest('hex').slice(0, 8)}${extname(text)}`;
}

/** An error without the paths and texts that its message quotes. */
function impersonalError(error: unknown): unknown {
  if (!(error instanceof Error)) return 'not an error';
  const { code, syscall }: NodeJS.ErrnoException = error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    ...(syscall !== undefined && { syscall }),
    message: error.message.replace(/(['"«‘“]).*?(['"»’”]|$)/gsu, '$1…$2'),
    stack: frames.join('\n'),
    ...(error.cause instanceof Error && { cause: impersonalError(error.cause) }),
  };
}
