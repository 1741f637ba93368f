import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What the ten largest parts of a folder are: a package of node_modules counts as one part, else a file. */
export async function largestParts(folder: string): Promise<{ path: string; bytes: number }[]> {
  const parts = new Map<string, number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const part = partOf(relative(folder, path).split(sep).join('/'));
    parts.set(part, (parts.get(part) ?? 0) + (await stat(path)).size);
  }
  return [...parts]
    .map(([path, bytes]) => ({ path, bytes }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 10);
}

/** `…/node_modules/@img/sharp-libvips` of a file in that package. */
export function partOf(path: string): string {
  return /^.*?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? path;
}
