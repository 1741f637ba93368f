import type { Readable } from 'node:stream';

/** Characters that are kept of what a process says. */
const MAX_KEPT = 4000;

/**
 * Listens to a stream of text and keeps the end of it, so that it can be quoted once the process has died. The function
 * that it returns gives what was kept.
 */
export function lastWords(stream: Readable): () => string {
  let kept = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    kept = `${kept}${text}`.slice(-MAX_KEPT);
  });
  // A stream that breaks belongs to a process that ends: its exit is handled elsewhere.
  stream.on('error', () => {});
  return () => kept;
}
