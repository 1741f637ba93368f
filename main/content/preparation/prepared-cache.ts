import { z } from 'zod';
import { hashesOf } from '../../programme/item-media.ts';
import type { Store } from '../store.ts';
import type { Prepared, SourceFile } from './job.ts';
import { openNotes } from './notes.ts';

/** Counts up when the same file would be prepared differently: what older versions made is then made again. */
const VERSION = 4;
const FORGET_MS = 60 * 24 * 3600_000;

const hash = z.string().regex(/^[0-9a-f]{32}$/);
const media = z.object({
  hash,
  name: z.string(),
  width: z.number(),
  height: z.number(),
  blur: hash.exactOptional(),
});
const fault = z.object({ code: z.string(), message: z.string(), advice: z.string(), retry: z.boolean() });
const preparedSchema = z.object({
  ok: z.literal(true),
  kind: z.enum(['image', 'video', 'pages']),
  media: z.array(media).min(1),
  of: z.number(),
  durationMs: z.number().exactOptional(),
  fit: z.enum(['cover', 'contain']),
  warnings: z.array(fault),
});

/** What was prepared before, by path, size and time of the file: after a restart nothing is prepared again. */
export interface PreparedCache {
  /** What is still in the store, whole; else null. */
  find(file: SourceFile, longSide: number): Promise<Prepared | null>;
  keep(file: SourceFile, longSide: number, prepared: Prepared): Promise<void>;
  sweep(nowMs: number): Promise<void>;
}

export function openPreparedCache(dir: string, store: Store, failed: (error: unknown) => void): PreparedCache {
  const notes = openNotes(dir, failed);
  const keyOf = ({ path, size, mtimeMs }: SourceFile, longSide: number) => [VERSION, path, size, mtimeMs, longSide];
  return {
    find: async (file, longSide) => {
      const parsed = preparedSchema.safeParse(await notes.read(keyOf(file, longSide)));
      if (!parsed.success) return null;
      for (const named of parsed.data.media.flatMap(hashesOf)) if (!(await store.keep(named))) return null;
      return parsed.data;
    },
    keep: async (file, longSide, prepared) => {
      if (prepared.ok) await notes.write(keyOf(file, longSide), prepared);
    },
    sweep: (nowMs) => notes.sweep(nowMs, FORGET_MS),
  };
}
