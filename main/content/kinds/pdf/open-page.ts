import type { PDFiumPage } from '@hyzyla/pdfium';

interface Memory {
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
}

/** What the package keeps private in a page, with functions of PDFium that it exports but does not wrap (`Functions`). */
export interface OpenPage<Functions> {
  readonly module: {
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: Memory & Functions;
    readonly _FPDF_ClosePage: (page: number) => void;
  };
  readonly pageIdx: number;
}

export const openPageOf = <Functions>(page: PDFiumPage) => page as unknown as OpenPage<Functions>;

/** Lends some bytes of the memory of PDFium. */
export function withScratch<T>(
  { wasmExports }: { readonly wasmExports: Memory },
  bytes: number,
  use: (pointer: number) => T,
): T {
  const scratch = wasmExports.malloc(bytes);
  try {
    return use(scratch);
  } finally {
    wasmExports.free(scratch);
  }
}

/** Four floats as PDFium has written them: of a rectangle or of bounds, in the order of its function. */
export function fourFloats(
  { HEAPU8 }: { readonly HEAPU8: Uint8Array },
  pointer: number,
): readonly [number, number, number, number] {
  const view = new DataView(HEAPU8.buffer, pointer, 16);
  return [view.getFloat32(0, true), view.getFloat32(4, true), view.getFloat32(8, true), view.getFloat32(12, true)];
}
