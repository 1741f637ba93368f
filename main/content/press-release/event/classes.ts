const CLASSES =
  /^(?:(?:les )?(?:[3-6] ?(?:e|è|è?mes?)s?|[3-6](?= ?[a-h]\d?(?!\p{L}))|1 ?(?:re|ère)s?|2 ?n?des?|tles?|terminales?|premi[eè]res?|secondes?|(?:sixi|cinqui|quatri|troisi)[eè]mes?)(?: ?[a-z\d]{1,2})?(?:\s*(?:,|et|&|\/|-)\s*|$))+$/iu;

/** « 6e », « 3e A et 3e B », « 6A », « Terminales »: who is meant, and nothing of what takes place. */
export const isClasses = (text: string): boolean => CLASSES.test(text);
