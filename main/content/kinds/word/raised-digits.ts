/** Digits and signs above and below the line, in their order. */
const SIGNS = '0123456789+-=()n';
const ABOVE = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'];
const BELOW = [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ'];

/** Numbers above or below the line keep their place, since « 10³ » is not « 103 »; other words are read on the line. */
export function inPlace(text: string, place: 'above' | 'below' | undefined): string {
  if (place === undefined || ![...text.trim()].every((sign) => SIGNS.includes(sign))) return text;
  const letters = place === 'above' ? ABOVE : BELOW;
  return [...text].map((sign) => letters[SIGNS.indexOf(sign)] ?? sign).join('');
}
