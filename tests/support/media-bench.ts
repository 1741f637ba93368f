import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Prepared, SourceFile } from '../../main/content/preparation/job.ts';
import {
  createMediaPreparer,
  type MediaPreparer,
  type MediaPreparerOptions,
} from '../../main/content/preparation/media-preparer.ts';
import { openStore, type Store } from '../../main/content/store/store.ts';

export const quiet = { warn: () => undefined };

/** A media preparer with a store and a folder of its own, for a test to drop files in. */
export interface MediaBench {
  readonly dir: string;
  readonly store: Store;
  readonly mediaPreparer: MediaPreparer;
  /** Another media preparer over the same state, as after a restart. */
  open(options?: Partial<MediaPreparerOptions>): MediaPreparer;
  drop(name: string, content: Uint8Array): Promise<SourceFile>;
  prepare(name: string, content: Uint8Array, longSide?: number): Promise<Prepared>;
  /** The bytes that the player would be given. */
  stored(prepared: Prepared, index?: number): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openMediaBench(): Promise<MediaBench> {
  const dir = await mkdtemp(join(tmpdir(), 'media-'));
  const store = await openStore(join(dir, 'store'));
  const opened: MediaPreparer[] = [];
  const open: MediaBench['open'] = (options = {}) => {
    const mediaPreparer = createMediaPreparer({
      store,
      stateDir: join(dir, 'state'),
      log: quiet,
      threads: 1,
      office: null,
      ...options,
    });
    opened.push(mediaPreparer);
    return mediaPreparer;
  };
  const mediaPreparer = open();
  const drop: MediaBench['drop'] = async (name, content) => {
    const absolute = join(dir, name);
    await writeFile(absolute, content);
    const { size, mtimeMs } = await stat(absolute);
    return { absolute, path: name, size, mtimeMs };
  };
  return {
    dir,
    store,
    mediaPreparer,
    open,
    drop,
    prepare: async (name, content, longSide = 1920) =>
      mediaPreparer.prepare(await drop(name, content), { longSide }, 1),
    stored: (prepared, index = 0) => readFile(store.pathOf(shown(prepared).media[index]?.hash ?? '')),
    close: async () => {
      for (const each of opened) await each.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The prepared file. Throws with the French sentence where it was refused. */
export function shown(prepared: Prepared): Extract<Prepared, { ok: true }> {
  if (!prepared.ok) throw new Error(`${prepared.fault.code}: ${prepared.fault.message}`);
  return prepared;
}
