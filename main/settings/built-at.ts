import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';

/**
 * When the build on the disk was made, ISO: the bootstrap and the packages write it beside the build. null when running from
 * sources, and while an upgrade is replacing the file.
 */
export function builtAt(): string | null {
  try {
    const text: unknown = JSON.parse(readFileSync(new URL('../built-at.json', import.meta.url), 'utf8'));
    return typeof text === 'string' ? Temporal.Instant.from(text).toString() : null;
  } catch {
    return null; // There is none, or only a part of it yet.
  }
}
