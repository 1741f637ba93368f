import { hash } from 'node:crypto';

/**
 * A short name for content: the same content has the same name, other content another. A slice of a longer text would keep all of
 * that text in memory.
 */
export function contentId(...parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'buffer').toString('hex', 0, 8);
}
