import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A page of the wall takes 60 MB, a thick document is as large as its file: beyond this, a page unpacks without end. */
const MAX_BYTES = 640 << 20;
const PAGE_BYTES = 1 << 16;

/** An engine that draws PDF. */
export interface PdfEngine {
  readonly library: PDFiumLibrary;
  readonly memoryBytes: number;
  /** True once a document has asked for more memory than it gets: the engine is not used any more. */
  readonly isExhausted: boolean;
}

/** What the package keeps private: the memory of WebAssembly, as its own script grows it. */
interface OpenLibrary {
  readonly module: {
    readonly wasmExports: {
      readonly memory: { readonly buffer: ArrayBuffer; grow: (pages: number) => number };
    };
  };
}

/** Compiled code, which many instances may share. */
type Code = object;

/** What is used of WebAssembly: Node has it, and the types of Node do not. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    compile(bytes: Uint8Array): Promise<Code>;
    readonly Instance: new (code: Code, imports: object) => { readonly exports: object };
  };
};

/** The code of PDFium; null before the first engine of the thread. */
let compiled: Promise<Code> | null = null;

async function compile(): Promise<Code> {
  try {
    return await WebAssembly.compile(
      await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')),
    );
  } catch (error) {
    compiled = null;
    throw error;
  }
}

/**
 * An instance of PDFium with a memory of its own. Its code is compiled once a thread: that takes as long as reading the text of
 * 20 pages.
 */
async function openLibrary(): Promise<PDFiumLibrary> {
  compiled ??= compile();
  const code = await compiled;
  return PDFiumLibrary.init({
    instantiateWasm(imports: object, receive: (instance: object) => void) {
      const instance = new WebAssembly.Instance(code, imports);
      receive(instance);
      return instance.exports;
    },
  });
}

/** Starts an engine of limited memory. By itself it would take 2 GB for a small file that unpacks without end. */
export async function startPdfEngine(maxBytes = MAX_BYTES): Promise<PdfEngine> {
  const library = await openLibrary();
  const { memory } = (library as unknown as OpenLibrary).module.wasmExports;
  let isExhausted = false;
  const grow = memory.grow.bind(memory);
  // The loader of the package asks this method, and takes an exception for memory that the machine does not have.
  memory.grow = (pages: number): number => {
    if (memory.buffer.byteLength + pages * PAGE_BYTES <= maxBytes) return grow(pages);
    isExhausted = true;
    throw new RangeError('no more memory for this document');
  };
  return {
    library,
    get memoryBytes() {
      return memory.buffer.byteLength;
    },
    get isExhausted() {
      return isExhausted;
    },
  };
}
