import { createListCounter, type ListCounter, type ListLabel, type ListLevel } from '../../documents/list-labels.ts';
import { attributeOf, childrenOf, elementsOf, type XmlElement } from './xml.ts';

/** The levels of each style of lists, by its name. */
export type OdfLists = ReadonlyMap<string, readonly (ListLevel | undefined)[]>;

/** The styles of lists of `styles.xml` and of `content.xml` (OpenDocument 1.2, part 1, 16.30). */
export function readOdfLists(roots: readonly (XmlElement | null)[]): OdfLists {
  const groups = roots.flatMap((root) => elementsOf(root ?? undefined));
  const styles = groups.flatMap((group) => childrenOf(group, 'text:list-style'));
  return new Map(styles.map((style) => [attributeOf(style, 'style:name'), levelsOf(style)]));
}

function levelsOf(style: XmlElement): (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = [];
  for (const level of childrenOf(style, 'text:list-level-style-number')) {
    const at = Number(attributeOf(level, 'text:level')) - 1;
    if (at < 0 || at > 9) continue;
    levels[at] = {
      format: attributeOf(level, 'style:num-format'),
      start: Number(attributeOf(level, 'text:start-value') || 1),
      text: `${attributeOf(level, 'style:num-prefix')}%${at + 1}${attributeOf(level, 'style:num-suffix')}`,
    };
  }
  return levels;
}

/** A list that is being read, or one of its levels. */
export interface OdfListPlace {
  readonly style: string;
  readonly level: number;
  readonly counter: ListCounter;
  /** The label of the item that is being read: only its first paragraph has one. */
  label: ListLabel | null;
}

/** The place of a list. A list within an item is the next level of the same list. */
export function placeOfList(
  list: XmlElement,
  outer: OdfListPlace | null,
  counters: Map<string, ListCounter>,
): OdfListPlace {
  const style = attributeOf(list, 'text:style-name') || (outer?.style ?? '');
  const goesOn =
    attributeOf(list, 'text:continue-numbering') === 'true' || attributeOf(list, 'text:continue-list') !== '';
  const counter = outer?.counter ?? ((goesOn && counters.get(style)) || createListCounter());
  counters.set(style, counter);
  return { style, level: outer === null ? 0 : outer.level + 1, counter, label: null };
}

/** Begins an item of a list. */
export function beginItem(item: XmlElement, place: OdfListPlace, lists: OdfLists): void {
  const start = attributeOf(item, 'text:start-value');
  if (start !== '') place.counter.restart(place.level, Number(start));
  place.label = place.counter.next(place.level, lists.get(place.style) ?? []);
}
