const conjunction = new Intl.ListFormat('fr', { type: 'conjunction' });

/** « a », « a et b », « a, b et c »; empty for none. */
export function frenchList(parts: readonly string[]): string {
  return conjunction.format(parts);
}
