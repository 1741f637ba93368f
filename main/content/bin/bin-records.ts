import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { errorCode } from '../../lib/error-code.ts';
import { writeFileAtomically } from '../../lib/write-file-atomically.ts';
import { type Listing, type SourceFile, signatureOf } from '../scan/listing.ts';

/** What was taken out longer ago is forgotten. */
const KEEP_MS = 30 * 24 * 3_600_000;

const schema = z.object({
  format: z.literal(1),
  /** Files that are in the folder, with the hash of their copy. */
  known: z.array(z.object({ path: z.string(), signature: z.string(), hash: z.string(), size: z.number() })),
  out: z.array(z.object({ id: z.string(), path: z.string(), hash: z.string(), size: z.number(), atMs: z.number() })),
});
type Saved = z.infer<typeof schema>;

/** A file that was taken out of the folder. */
export type BinFile = Saved['out'][number];

/** What is written down of the originals: those in the folder, and those that were taken out of it. */
export interface BinRecords {
  /** The newest first. */
  out(nowMs: number): readonly BinFile[];
  isKept(file: SourceFile): boolean;
  /** The original of a file was kept. */
  note(file: SourceFile, hash: string): void;
  /** A file left the folder. */
  takeOut(file: Pick<SourceFile, 'path' | 'size'>, hash: string, nowMs: number): void;
  /** Takes out what is not in the folder any more, unless its content lies there under another name; true where anything changed. */
  compare(seen: Listing, nowMs: number): boolean;
  /** A file is back in the folder. */
  remove(id: string): void;
  hashes(): Iterable<string>;
  /** Bytes of all copies. */
  bytes(): number;
  /** Never rejects. */
  save(): Promise<void>;
}

function fileFor(stateDir: string, contentDir: string): string {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 16);
  return join(stateDir, 'corbeille', `${name}.json`);
}

async function load(file: string, log: Logger): Promise<Saved> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return parsed.data;
    log.warn('bin of another version passed over');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') log.warn({ err: error }, 'bin cannot be read');
  }
  return { format: 1, known: [], out: [] };
}

/** Opens the records of a content folder. */
export async function openBinRecords(stateDir: string, contentDir: string, log: Logger): Promise<BinRecords> {
  const file = fileFor(stateDir, contentDir);
  const saved = await load(file, log);
  const known = new Map(saved.known.map((each) => [each.path, each]));
  let out: readonly BinFile[] = saved.out;
  const fresh = (nowMs: number) => out.filter(({ atMs }) => nowMs - atMs < KEEP_MS);
  const takeOut: BinRecords['takeOut'] = ({ path, size }, hash, nowMs) => {
    known.delete(path);
    // A file that comes and goes each minute is in the bin once for each content, and not 43,000 times.
    const isSame = (each: BinFile) => each.path === path && each.hash === hash;
    const id = out.find(isSame)?.id ?? randomUUID();
    out = [{ id, path, hash, size, atMs: nowMs }, ...out.filter((each) => !isSame(each))];
  };
  return {
    out: fresh,
    isKept: (each) => known.get(each.path)?.signature === signatureOf(each),
    note(each, hash) {
      known.set(each.path, { path: each.path, signature: signatureOf(each), hash, size: each.size });
    },
    takeOut,
    compare(seen, nowMs) {
      const gone = [...known.values()].filter(({ path }) => !seen.files.has(path));
      for (const { path } of gone) known.delete(path);
      const there = new Set([...known.values()].map(({ hash }) => hash));
      for (const each of gone) if (!there.has(each.hash)) takeOut(each, each.hash, nowMs);
      const kept = fresh(nowMs);
      const changed = gone.length > 0 || kept.length < out.length;
      out = kept;
      return changed;
    },
    remove(id) {
      out = out.filter((each) => each.id !== id);
    },
    *hashes() {
      for (const { hash } of known.values()) yield hash;
      for (const { hash } of out) yield hash;
    },
    bytes() {
      const sizes = new Map([...known.values(), ...out].map(({ hash, size }) => [hash, size]));
      return [...sizes.values()].reduce((sum, size) => sum + size, 0);
    },
    async save() {
      const data: Saved = { format: 1, known: [...known.values()], out: [...out] };
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFileAtomically(file, JSON.stringify(data), { flush: false });
      } catch (error) {
        log.debug({ err: error }, 'bin not saved');
      }
    },
  };
}
