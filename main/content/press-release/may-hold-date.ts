const HINT =
  /\d|\b(?:lun|mar|jeu)(?:dis?)?\b|\bmer(?:credis?)?\b|\bven(?:dredis?)?\b|\bsam(?:edis?)?\b|\bdim(?:anches?)?\b|\bmatin|\bmidi|\bapr[eè]s|\bsoir|\btoute la journ/i;

/** False for a text that surely holds no date and no hours: a cheap question, to be asked before any other. */
export function mayHoldDate(text: string): boolean {
  return HINT.test(text);
}
