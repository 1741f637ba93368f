import { setTimeout as pause } from 'node:timers/promises';
import { createFolders, type Folders, type RunningService, startService } from '../support/service.ts';

/** How often it is asked whether all has been read, milliseconds. */
const LOOK_MS = 50;
const MAX_WAIT_MS = 600_000;

/** A folder of so many short texts without a date, which are all on the wall. */
export async function folderOfTexts(count: number): Promise<Folders> {
  const folders = await createFolders();
  for (let from = 0; from < count; from += 100) {
    const numbers = Array.from({ length: Math.min(100, count - from) }, (_, n) => from + n);
    await Promise.all(numbers.map((n) => folders.write(nameOf(n), `# Note ${n}\n\nUne phrase de la note ${n}.\n`)));
  }
  return folders;
}

export const nameOf = (n: number): string => `Note ${n}.md`;

/** Writes one of the texts anew, with this word in it. */
export const rewrite = (folders: Folders, n: number, word: string): Promise<void> =>
  folders.write(nameOf(n), `# ${word}\n\nUne phrase.\n`);

/** A service that has read so many items. */
export async function startWith(folders: Folders, count: number): Promise<RunningService> {
  const service = await startService(folders);
  await haveRead(service, count);
  return service;
}

export async function haveRead(service: Pick<RunningService, 'health'>, count: number): Promise<void> {
  const until = performance.now() + MAX_WAIT_MS;
  while ((await service.health()).items < count) {
    if (performance.now() > until) throw new Error(`fewer than ${count} texts were read within the time`);
    await pause(LOOK_MS);
  }
}
