/** A fill and what is written on it, as custom properties of tokens.css. */
export interface CategoryColours {
  readonly fill: string;
  readonly on: string;
}

const white = 'var(--on-fill)';

/** By folded name of the category (design, section 6). */
const colours: readonly (readonly [RegExp, CategoryColours])[] = [
  [/portes? ouvertes?/u, { fill: 'var(--blue)', on: white }],
  [/expo/u, { fill: 'var(--plum)', on: white }],
  [/atelier|stage|rencontre/u, { fill: 'var(--brick)', on: white }],
  [/temps fort|fete|spectacle|concert/u, { fill: 'var(--sun)', on: 'var(--on-sun)' }],
];

/** Case and accents of a category never matter; one that is not known, or none, is green. */
export function categoryColours(category: string | undefined): CategoryColours {
  const name = (category ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const known = colours.find(([pattern]) => pattern.test(name));
  return known?.[1] ?? { fill: 'var(--green)', on: white };
}
