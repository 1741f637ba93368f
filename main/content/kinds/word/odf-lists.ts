import { createListCounter, type ListCounter, type ListLabel, type ListLevel } from '../../documents/list-labels.ts';
import { attributeOf, childrenOf, elementsOf, type XmlElement } from './xml.ts';

/** The levels of each style of lists, by its name. */
export type OdfLists = ReadonlyMap<string, Levels>;

type Levels = readonly (ListLevel | undefined)[];

/** The styles of lists of `styles.xml` and of `content.xml` (OpenDocument 1.2, part 1, 16.30). */
export function readOdfLists(roots: readonly (XmlElement | null)[]): OdfLists {
  const groups = roots.flatMap((root) => elementsOf(root ?? undefined));
  const styles = groups.flatMap((group) => childrenOf(group, 'text:list-style'));
  return new Map(styles.map((style) => [attributeOf(style, 'style:name'), levelsOf(style)]));
}

/** The levels by which the headings of a text are numbered (16.34); most texts have them without numbers. */
export function readOutline(styles: XmlElement | null): Levels {
  const groups = elementsOf(styles ?? undefined);
  const [outline] = groups.flatMap((group) => childrenOf(group, 'text:outline-style'));
  return outline === undefined ? [] : levelsOf(outline);
}

function levelsOf(style: XmlElement): Levels {
  const levels: (ListLevel | undefined)[] = [];
  for (const level of elementsOf(style)) {
    const at = Number(attributeOf(level, 'text:level')) - 1;
    if (!NUMBERED.test(level.name) || at < 0 || at >= MAX_LEVELS) continue;
    levels[at] = {
      format: attributeOf(level, 'style:num-format'),
      start: Number(attributeOf(level, 'text:start-value') || 1),
      text: labelText(level, at),
    };
  }
  return levels;
}

const NUMBERED = /^text:(?:list-level-style-number|outline-level-style)$/u;
/** A label names levels by one digit. */
const MAX_LEVELS = 9;

/** « 1.2 » for a level that shows two. LibreOffice also writes the text of the label: `%1%.%2%`. */
function labelText(level: XmlElement, at: number): string {
  const written = attributeOf(level, 'loext:num-list-format');
  if (written !== '') return written.replace(/%(\d)%/gu, '%$1');
  const shown = Math.min(at + 1, Number(attributeOf(level, 'text:display-levels') || 1));
  const places = Array.from({ length: shown }, (_, n) => `%${at + 2 - shown + n}`);
  return `${attributeOf(level, 'style:num-prefix')}${places.join('.')}${attributeOf(level, 'style:num-suffix')}`;
}

/** The label of a heading that stands in no list. `level`: from 1. */
export function labelOfHeading(
  heading: XmlElement,
  level: number,
  counter: ListCounter,
  levels: Levels,
): ListLabel | null {
  if (attributeOf(heading, 'text:is-list-header') === 'true') return null;
  if (attributeOf(heading, 'text:restart-numbering') === 'true') {
    counter.restart(level - 1, Number(attributeOf(heading, 'text:start-value') || 1));
  }
  return counter.next(level - 1, levels);
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
  const style = attributeOf(item, 'text:style-override') || place.style;
  const start = attributeOf(item, 'text:start-value');
  if (start !== '') place.counter.restart(place.level, Number(start));
  place.label = place.counter.next(place.level, lists.get(style) ?? []);
}
