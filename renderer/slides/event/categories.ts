/** A fill and the colour of the text on it, as custom properties of tokens.css. */
export interface CategoryColours {
  readonly fill: string;
  readonly on: string;
}

const DEFAULT: CategoryColours = { fill: 'var(--accent)', on: 'var(--on-fill)' };

/** Patterns of the names of categories, without accents and in lower case. */
const COLOURS: readonly (readonly [RegExp, CategoryColours])[] = [
  [/portes? ouvertes?/u, { fill: 'var(--blue)', on: 'var(--on-fill)' }],
  [/expo/u, { fill: 'var(--plum)', on: 'var(--on-fill)' }],
  [/atelier|stage|rencontre/u, { fill: 'var(--brick)', on: 'var(--on-fill)' }],
  [/temps fort|fete|spectacle|concert/u, { fill: 'var(--sun)', on: 'var(--on-sun)' }],
];

/** The colours of a category, whatever its case and accents; green for another one, or none. */
export function categoryColours(category: string | undefined): CategoryColours {
  const name = (category ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return COLOURS.find(([pattern]) => pattern.test(name))?.[1] ?? DEFAULT;
}
