/** Writes text on standard output. */
export type Print = (text: string) => void;
