/** Says whether a part of a heading is a date or hours, and nothing else. */
export type IsDate = (text: string) => boolean;
