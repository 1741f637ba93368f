import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import Module, { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { writeFileAtomically } from './write-file-atomically.ts';

/** What V8 has compiled of a file whose text has this checksum. */
interface Compiled {
  readonly text: number;
  readonly code: Buffer;
}

/** A script as it was run here. */
interface Ran {
  readonly text: number;
  readonly script: Script;
}

export interface KeptCode {
  /** Loads a module (CommonJS) with what is kept of it and of the modules that it requires. */
  load(path: string): unknown;
  /**
   * Keeps what has been compiled since, functions that have run included; does nothing where all of it was known. Flags of V8 must
   * not have changed meanwhile: it takes no code that was compiled with others. Rejects with the error of the system.
   */
  keep(): Promise<void>;
}

/** The part of a module of Node that compiles its text; the packages that hook into it are many, and it has not changed for years. */
interface Compiler {
  _compile(this: Module, text: string, path: string, ...more: unknown[]): unknown;
}

/** Bytes of the checksum that stands before what is kept. */
const CHECKSUM_BYTES = 4;

/**
 * The modules of one folder, compiled once and kept in a file: V8 otherwise reads and compiles the same text at each start. What
 * V8 refuses (another version, other flags) and what belongs to another text is compiled as ever, and kept anew.
 */
export function openKeptCode(file: string, folder: string): KeptCode {
  const known = readKept(file);
  const ran = new Map<string, Ran>();
  const isOurs = (path: string): boolean => path.startsWith(folder + sep);
  let isComplete = true;
  const compiler = Module.prototype as unknown as Compiler;
  const compileAsEver = compiler._compile;

  const compile = (content: string, path: string): Script => {
    const text = crc32(content);
    const kept = known.get(path);
    const cachedData = kept?.text === text ? kept.code : undefined;
    const script = new Script(Module.wrap(content), { filename: path, ...(cachedData && { cachedData }) });
    if (!cachedData || script.cachedDataRejected) isComplete = false;
    ran.set(path, { text, script });
    return script;
  };

  compiler._compile = function (content, path, ...more) {
    if (!isOurs(path)) return compileAsEver.call(this, content, path, ...more);
    const run = compile(content, path).runInThisContext() as (...values: unknown[]) => unknown;
    return run.call(this.exports, this.exports, createRequire(path), this, path, dirname(path));
  };

  return {
    load: (path) => createRequire(path)(path),
    async keep() {
      compiler._compile = compileAsEver;
      if (isComplete) return;
      // What another place has left, from which Préau was moved here, is never asked for again.
      const all = new Map([...known].filter(([path]) => isOurs(path)));
      for (const [path, { text, script }] of ran) all.set(path, { text, code: script.createCachedData() });
      ran.clear();
      const bytes = serialize(all);
      const checksum = Buffer.alloc(CHECKSUM_BYTES);
      checksum.writeUInt32LE(crc32(bytes));
      await mkdir(dirname(file), { recursive: true });
      // A power cut is told by the checksum.
      await writeFileAtomically(file, [checksum, bytes], { flush: false });
    },
  };
}

/** Nothing where there is none, or where it is damaged: V8 does not look at what it is given. */
function readKept(file: string): ReadonlyMap<string, Compiled> {
  try {
    const all = readFileSync(file);
    const bytes = all.subarray(CHECKSUM_BYTES);
    return all.readUInt32LE() === crc32(bytes) ? (deserialize(bytes) as Map<string, Compiled>) : new Map();
  } catch {
    return new Map(); // The first start, or a file that is too short.
  }
}
