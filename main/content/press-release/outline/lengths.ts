const LENGTH = /^\(?[0-6]\s?(?:h|heures?)(?:\s?[0-5]\d)?(?:\s?(?:min|mn))?\)?(?:,|$)/iu;
/** « de 2h à 14h »: two hours long, at 14 h. */
const LENGTH_AT = /^de\s+[0-5]\s?(?:h|heures?)(?:\s?[0-5]\d)?\s+à\s+(?:[89]|1\d|2[0-3])\s?(?:h|:)/iu;

/** « 4 h », « 2 h 05 », « 3 heures » behind a title: how long it takes, alone or before the hour. Nothing begins so early in a school. */
export const isLength = (text: string): boolean => LENGTH.test(text.trim()) || LENGTH_AT.test(text.trim());
