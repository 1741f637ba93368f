/** A picture with more is refused by its header, before it is decoded: no camera or scanner of a school makes more. */
export const MAX_PIXELS = 120_000_000;
/** Heaviest picture or document that is read into memory: 120 megapixels of 16-bit colour are 720 MB. */
export const MAX_FILE_BYTES = 1_000_000_000;
/** Pictures are prepared for a full-HD wall, pixels on the longest side; larger screens raise it. */
export const MIN_LONG_SIDE = 1_920;
/** Pages of a document that are shown. */
export const MAX_PAGES = 40;
/**
 * How long a copy may take, milliseconds. Then a file with a doubtful end is accepted: an uncompressed picture that ends in
 * black looks like a half copied one.
 */
export const PATIENCE_MS = 600_000;
/** A picture that takes longer to decode, milliseconds, is broken off with its thread. */
export const MAX_PICTURE_MS = 120_000;
/** The same for one slow page of a document: an endless one must not keep a thread from all other files. */
export const MAX_PAGE_MS = 20_000;
