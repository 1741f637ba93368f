import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';

/** When this build was made, ISO: the bootstrap and the packages write it beside the build. null when running from sources. */
export const builtAt = (): string | null => instantIn('../built-at.json');

/**
 * Which build is installed here, whole: the script of the Debian package writes it once all files are in place. null where
 * Préau does not run from that package.
 */
export const installedBuild = (): string | null => instantIn('../../../installed.json');

function instantIn(path: string): string | null {
  try {
    const text: unknown = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
    return typeof text === 'string' ? Temporal.Instant.from(text).toString() : null;
  } catch {
    return null; // There is none, or only a part of it yet.
  }
}
