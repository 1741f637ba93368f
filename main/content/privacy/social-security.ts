const SPACE = '[ .\\u00a0\\u202f]?';
const group = (digits: string): string => `${SPACE}(?:${digits})`;
/**
 * A number of social security (INSEE): 1 or 2, the year and month of birth, the place of birth, an order, and mostly a key of two
 * figures. Months above 12 are those of births whose date nobody knows.
 */
const NUMBER = `(?<![\\d,.])[12]${group('\\d{2}')}${group('0[1-9]|1[0-2]|[2-4]\\d|[5-9]\\d')}${group('\\d{2}|2[AB]')}${group('\\d{3}')}${group('\\d{3}')}(?:${SPACE}\\d{2})?(?![\\d,])`;
const ANNOUNCED =
  "(?:(?:(?:n°|no|num[ée]ros?)\\s*)?(?:de\\s+|d['’]\\s*)?(?:s[ée]cu(?:rit[ée]\\s+sociale)?|insee|nir|ss|immatriculation)?\\s*:?\\s*)";
const WHOLE = new RegExp(`\\s{0,3}[,(:–-]?\\s{0,3}(?<!\\p{L})${ANNOUNCED}(${NUMBER})\\)?`, 'giu');

/** A line without numbers of social security, and without the words that announce them. */
export function withoutSocialSecurity(line: string): string {
  if (!/\d[\d .\u00a0\u202fAB]{11}/u.test(line)) return line;
  return line.replace(WHOLE, (whole, number: string) => (isOne(number) ? '' : whole)).replace(/^[\s,;:–-]+$/u, '');
}

/** Thirteen figures without a key may be those of an article: only written in their groups are they such a number. */
function isOne(written: string): boolean {
  const number = written.replace(/[^\dAB]/giu, '').toUpperCase();
  const key = number.slice(13);
  if (key === '') return /^\d\D\d{2}\D\d{2}\D\w{2}\D\d{3}\D\d{3}$/u.test(written);
  const figures = number.slice(0, 13);
  // Corsica: 2A counts as 19, and 2B as 18.
  const plain = figures.replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(plain) % 97n) === Number(key);
}
