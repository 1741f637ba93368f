import { createHash } from 'node:crypto';

/** A short name for content: the same content has the same name, other content another. */
export function contentId(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
