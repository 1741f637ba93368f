import { createListCounter, type ListCounter, type ListLabel, type ListLevel } from '../../documents/list-labels.ts';
import { valOf } from './docx-properties.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts';

/** A list that a paragraph belongs to, and its level from 0. */
export interface ListPlace {
  readonly id: string;
  readonly level: number;
}

/** Gives each item of a list its label, in the order of the document (ECMA-376, part 1, 17.9). */
export type Numbering = (place: ListPlace) => ListLabel;

const FORMATS: Readonly<Record<string, string>> = {
  bullet: '',
  none: '',
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/** Reads `numbering.xml`. Lists of one definition count on from each other, as Word has it. */
export function readNumbering(root: XmlElement | null): Numbering {
  const definitions = new Map(
    childrenOf(root ?? undefined, 'w:abstractNum').map((each) => [
      attributeOf(each, 'w:abstractNumId'),
      levelsOf(each),
    ]),
  );
  const lists = new Map(childrenOf(root ?? undefined, 'w:num').map((each) => [attributeOf(each, 'w:numId'), each]));
  const counters = new Map<string, ListCounter>();
  const begun = new Set<string>();
  return ({ id, level }) => {
    const list = lists.get(id);
    const definition = valOf(list, 'w:abstractNumId');
    const counter = counters.get(definition) ?? createListCounter();
    counters.set(definition, counter);
    if (!begun.has(id)) restartAsSaid(list, counter);
    begun.add(id);
    return counter.next(level, definitions.get(definition) ?? []);
  };
}

function restartAsSaid(list: XmlElement | undefined, counter: ListCounter): void {
  for (const override of childrenOf(list, 'w:lvlOverride')) {
    const start = valOf(override, 'w:startOverride');
    if (start !== '') counter.restart(Number(attributeOf(override, 'w:ilvl')), Number(start));
  }
}

function levelsOf(definition: XmlElement): ListLevel[] {
  return childrenOf(definition, 'w:lvl').map((level) => ({
    format: FORMATS[valOf(level, 'w:numFmt')] ?? '1',
    start: childOf(level, 'w:start') === undefined ? 1 : Number(valOf(level, 'w:start')),
    text: valOf(level, 'w:lvlText'),
  }));
}
