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

/** Starts an engine of limited memory. By itself it would take 2 GB for a small file that unpacks without end. */
export async function startPdfEngine(maxBytes = MAX_BYTES): Promise<PdfEngine> {
  const library = await PDFiumLibrary.init();
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
