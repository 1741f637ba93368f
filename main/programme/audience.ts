import { fold } from '../lib/fold.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { Catalogue } from './catalogue.ts';
import type { Screen } from './screen.ts';

/** The lists of screens in a catalogue that name a screen, by its folded name; screens in the same lists have the same items. */
const listsNaming = memoByObject(({ items }: Catalogue): ReadonlyMap<string, string> => {
  const lists = new Map<string, Set<string>>();
  for (const { screens } of items) {
    for (const name of screens ?? []) {
      const own = lists.get(name) ?? new Set();
      lists.set(name, own.add(screens?.join('\n') ?? ''));
    }
  }
  return new Map([...lists].map(([name, own]) => [name, [...own].sort().join('\n\n')]));
});

const hoursKey = memoByObject((lit: NonNullable<Screen['lit']>) => JSON.stringify(lit));

/** A key of the rules that a screen follows: screens with the same key are shown the same. */
export function rulesKey(catalogue: Catalogue, { name, town, lit, rotation }: Screen): string {
  const lists = listsNaming(catalogue).get(fold(name)) ?? '';
  return JSON.stringify([lists, town, lit === null ? null : hoursKey(lit), rotation]);
}
