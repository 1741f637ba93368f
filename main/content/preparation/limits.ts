/** Refused from the header, before a decode costs anything: no camera or scanner of a school makes more. */
export const MAX_PIXELS = 120_000_000;
/** Heaviest picture or document that is read into memory: 120 megapixels of 16-bit colour are 720 MB. */
export const MAX_FILE_BYTES = 1_000_000_000;
/** Pages of a document that are shown. */
export const MAX_PAGES = 40;
/**
 * How long a copy may take before what stands there is taken for what was meant. Only doubtful ends (an uncompressed
 * picture that ends in black looks like one half copied) are accepted then.
 */
export const PATIENCE_MS = 600_000;
