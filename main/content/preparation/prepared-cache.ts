import { z } from 'zod';
import { hashesOf } from '../../programme/item-media.ts';
import type { Store } from '../store/store.ts';
import type { Prepared, SourceFile } from './job.ts';
import { openNotes } from './notes.ts';

/** Raised when the same file would be prepared differently, so that what older versions prepared is prepared again. */
const VERSION = 14;
/** Notes that were not used for two months are removed. */
const FORGET_MS = 60 * 24 * 3600_000;

const hash = z.string().regex(/^[0-9a-f]{32}$/);
const media = z.object({
  hash,
  name: z.string(),
  width: z.number(),
  height: z.number(),
  blur: hash.exactOptional(),
});
const fault = z.object({
  code: z.string(),
  message: z.string(),
  advice: z.string(),
  about: z.enum(['guessed', 'dropped']).exactOptional(),
  retry: z.boolean(),
});
const preparedSchema = z.object({
  ok: z.literal(true),
  kind: z.enum(['image', 'video', 'pages']),
  media: z.array(media).min(1),
  of: z.number(),
  durationMs: z.number().exactOptional(),
  fit: z.enum(['cover', 'contain']),
  warnings: z.array(fault),
  words: z.object({ lines: z.array(z.string()), reachesPerson: z.boolean() }).exactOptional(),
});

/**
 * Notes on disk of what was prepared, by path, size and time of the file and by the size of the result: after a restart no
 * file is prepared again.
 */
export interface PreparedCache {
  /** What was prepared of the file; null where that is not known, or not all of it is still in the store. */
  find(file: SourceFile, longSide: number): Promise<Prepared | null>;
  keep(file: SourceFile, longSide: number, prepared: Prepared): Promise<void>;
  sweep(nowMs: number): Promise<void>;
}

/** Opens the notes in `dir`. `onError` is told of every note that could not be written. */
export function openPreparedCache(dir: string, store: Store, onError: (error: unknown) => void): PreparedCache {
  const notes = openNotes(dir, onError);
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
