/** More texts than this are forgotten together: folders of months have other words than those before. */
const MAX_KEPT = 2_000;

/** A function that calls `make` once for each text and remembers the results of the last ones. */
export function memoByText<V extends NonNullable<unknown> | null>(make: (text: string) => V): (text: string) => V {
  const made = new Map<string, V>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (made.size >= MAX_KEPT) made.clear();
    made.set(text, value);
    return value;
  };
}
