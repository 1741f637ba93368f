import { readFileSync } from 'node:fs';

/**
 * Watches which files below this folder are mapped into the memory of this process, on Linux; gives the paths of those seen
 * since the call. A decoder maps a file for as long as it decodes it, off the loop's own thread.
 */
export function watchMappedFiles(folder: string): () => readonly string[] {
  const seen = new Set<string>();
  const look = (): void => {
    for (const line of readFileSync('/proc/self/maps', 'utf8').split('\n')) {
      const at = line.indexOf(folder);
      if (at >= 0) seen.add(line.slice(at));
    }
  };
  const timer = setInterval(look, 5);
  return () => {
    clearInterval(timer);
    return [...seen];
  };
}
