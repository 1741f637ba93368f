/** How long a picture stays, milliseconds. */
export const PICTURE_MS = 12_000;

/** How long a tree stays: long enough to lift five messages one after the other; milliseconds. */
export const TREE_MS = 30_000;
