import { once } from './once.ts';

/** Made when it is first asked for: the words of a language take 16 ms to load, and a start that has nothing to list goes without. */
const conjunction = once(() => new Intl.ListFormat('fr', { type: 'conjunction' }));

/** « a », « a et b », « a, b et c »; empty for none. */
export function frenchList(parts: readonly string[]): string {
  return conjunction().format(parts);
}
