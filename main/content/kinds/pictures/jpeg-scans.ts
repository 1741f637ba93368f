/** Coefficients of a block of 8 x 8 pixels. */
const COEFFICIENTS = 64;
const MISSING = -1;

/** What the scans of a JPEG have brought so far (ITU-T T.81, B.2.2, B.2.3 and G.1). */
export interface JpegScans {
  /** The header of the picture (SOF), from its length on: which components it has. */
  frame(header: Buffer): void;
  /** The header of a scan (SOS), from its length on: which coefficients of which components it brings. */
  scan(header: Buffer): void;
  /** Whether every bit of every component has been brought by some scan. */
  areComplete(): boolean;
}

export function createJpegScans(): JpegScans {
  /** By the number of the component: how many low bits of each coefficient are still to come. */
  const bitsLeft = new Map<number, Int8Array>();
  return {
    frame(header) {
      const count = header[7] ?? 0;
      for (let n = 0; n < count; n += 1) {
        bitsLeft.set(header[8 + n * 3] ?? 0, new Int8Array(COEFFICIENTS).fill(MISSING));
      }
    },
    scan(header) {
      const count = header[2] ?? 0;
      const [first = 0, last = 0, bits = 0] = header.subarray(3 + count * 2);
      for (let n = 0; n < count; n += 1) {
        bitsLeft.get(header[3 + n * 2] ?? 0)?.fill(bits & 15, first, Math.min(last + 1, COEFFICIENTS));
      }
    },
    areComplete: () => bitsLeft.size > 0 && [...bitsLeft.values()].every((left) => left.every((bits) => bits === 0)),
  };
}
