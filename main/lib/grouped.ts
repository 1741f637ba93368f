/** The values by their keys, both in the order in which they come. `Map.groupBy`, which Node 20 has not. */
export function grouped<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) addTo(groups, keyOf(value), value);
  return groups;
}

/** Adds a value to the group of a key, for values that belong to several groups. */
export function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const others = groups.get(key);
  if (others) others.push(value);
  else groups.set(key, [value]);
}
