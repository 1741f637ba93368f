const HINT =
  /\d|\b(?:lun|mar|jeu)(?:dis?)?\b|\bmer(?:credis?)?\b|\bven(?:dredis?)?\b|\bsam(?:edis?)?\b|\bdim(?:anches?)?\b|\bmatin|\bmidi|\bapr[eè]s|\bsoir|\btoute la journ|\b(?:d[eé]but|mi|fin)[ -](?:janv|f[eé]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[eé]c)/i;

/** False for a text that surely holds no date and no hours: a cheap question, to be asked before any other. */
export function mayHoldDate(text: string): boolean {
  return HINT.test(text);
}

// No `u`: with `i` beside it, this question takes fourteen times as long.
const DAY_HINT =
  /\b(?:janv|f[eé]vr?|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[eé]c)(?:ier|il|let|embre|obre|\b)|\b(?:lun|mar|mercre|jeu|vendre|same)(?:dis?|\.)|\bmer\.|\bven\.|\bsam\.|\bdim(?:anche|\.)|\d\s?[./-]\s?\d|\b20\d{6}\b|\b(?:semaine|quinzaine|mois|p[ée]riode|jours?|journ[ée]e|continu|week-end|date)/i;

/** False for a text that surely names no day: a text without any is no press release, whatever else it says. */
export function mayNameDay(text: string): boolean {
  return DAY_HINT.test(text);
}

const SPEAKS_OF_PERIOD = /\b(?:semaine|quinzaine|mois|p[ée]riode|dur[ée]e|jours?|continu)\b/i;

/** False for a text that surely does not say « toute la semaine » or its like: a cheap question. */
export function mayHoldPeriod(text: string): boolean {
  return SPEAKS_OF_PERIOD.test(text);
}
