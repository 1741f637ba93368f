import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Prepared, SourceFile } from '../../main/content/preparation/job.ts';
import { prepareFile } from '../../main/content/preparation/prepare-file.ts';
import { addStep, createTask } from '../../main/content/preparation/task.ts';
import { openStore } from '../../main/content/store/store.ts';
import { shown } from './media-bench.ts';

/** A file that has not changed for this long is not being copied any more. */
export const LONG_AGO_MS = 601_000;

/** Prepares files in this process, without threads, in a folder of its own. */
export interface NowBench {
  /** `quietMs`: how long ago the file last changed. */
  prepare(name: string, content: Uint8Array, quietMs?: number): Promise<Prepared>;
  /** The picture of a page as the wall shows it, on white: RGB values. */
  pixels(prepared: Prepared, page?: number): Promise<Picture>;
  close(): Promise<void>;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The colour at a place, both from 0 to 1. */
  at(x: number, y: number): readonly [number, number, number];
}

export async function openNowBench(longSide = 400): Promise<NowBench> {
  const dir = await mkdtemp(join(tmpdir(), 'now-'));
  const store = await openStore(join(dir, 'store'));
  return {
    async prepare(name, content, quietMs = 0) {
      const absolute = join(dir, name);
      await writeFile(absolute, content);
      const { size, mtimeMs } = await stat(absolute);
      const file: SourceFile = { absolute, path: name, size, mtimeMs };
      const facts = { file, longSide, priority: 1, lane: 'decode', pdf: null, warnings: [], suspect: false } as const;
      const task = createTask(facts, () => undefined);
      for (;;) {
        const job = { file, longSide, storeDir: store.dir, quietMs, firstPage: task.nextPage };
        const prepared = addStep(task, await prepareFile(job, store));
        if (prepared !== null) return prepared;
      }
    },
    async pixels(prepared, page = 0) {
      const picture = await readFile(store.pathOf(shown(prepared).media[page]?.hash ?? ''));
      const { data, info } = await sharp(picture)
        .flatten({ background: '#ffffff' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const { width, height } = info;
      return {
        width,
        height,
        at(x, y) {
          const from = (Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1))) * 3;
          return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
        },
      };
    },
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

/** How far apart two colours are: the largest difference of a channel. */
export const distance = (one: readonly number[], other: readonly number[]): number =>
  Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? 0))));
