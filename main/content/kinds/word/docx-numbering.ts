import { createListCounter, type ListCounter, type ListLabel, type ListLevel } from '../../documents/list-labels.ts';
import { toggle, valOf } from './docx-properties.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts';

/** A list that a paragraph belongs to. */
interface ListPlace {
  readonly id: string;
  /** From 0; undefined where the style of the paragraph is that of a level. */
  readonly level: number | undefined;
  /** The identifier of the style of the paragraph. */
  readonly style: string;
}

/** Gives each item of a list its label, in the order of the document (ECMA-376, part 1, 17.9). */
export type Numbering = (place: ListPlace) => ListLabel;

const FORMATS: Readonly<Record<string, string>> = {
  bullet: '',
  none: '',
  decimalZero: '01',
  ordinal: '1er',
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/** The levels of a list, and the styles that belong to them. */
interface Level extends ListLevel {
  readonly style: string;
}

/** Reads `numbering.xml`. Lists of one definition count on from each other, as Word has it. */
export function readNumbering(root: XmlElement | null): Numbering {
  const definitions = childrenOf(root ?? undefined, 'w:abstractNum');
  const lists = new Map(childrenOf(root ?? undefined, 'w:num').map((each) => [attributeOf(each, 'w:numId'), each]));
  const counters = new Map<XmlElement | undefined, ListCounter>();
  const begun = new Map<string, readonly (Level | undefined)[]>();
  return ({ id, level, style }) => {
    const list = lists.get(id);
    const definition = definitionOf(valOf(list, 'w:abstractNumId'), definitions);
    const counter = counters.get(definition) ?? createListCounter();
    counters.set(definition, counter);
    const levels = begun.get(id) ?? levelsOf(definition, list);
    const at =
      level ??
      Math.max(
        0,
        levels.findIndex((each) => each?.style === style && style !== ''),
      );
    if (!begun.has(id)) restartAsSaid(list, counter);
    begun.set(id, levels);
    return counter.next(at, levels);
  };
}

/** The definition of an identifier. One that only names a style of lists is that of this style (17.9.21). */
function definitionOf(id: string, definitions: readonly XmlElement[]): XmlElement | undefined {
  const own = definitions.find((each) => attributeOf(each, 'w:abstractNumId') === id);
  const style = valOf(own, 'w:numStyleLink');
  return style === '' ? own : (definitions.find((each) => valOf(each, 'w:styleLink') === style) ?? own);
}

function restartAsSaid(list: XmlElement | undefined, counter: ListCounter): void {
  for (const override of childrenOf(list, 'w:lvlOverride')) {
    const start = valOf(override, 'w:startOverride');
    if (start !== '') counter.restart(Number(attributeOf(override, 'w:ilvl')), Number(start));
  }
}

/** The levels of a definition, with those that a list has otherwise (17.9.8). */
function levelsOf(definition: XmlElement | undefined, list: XmlElement | undefined): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  const own = childrenOf(list, 'w:lvlOverride').flatMap((override) => childrenOf(override, 'w:lvl'));
  for (const level of [...childrenOf(definition, 'w:lvl'), ...own]) {
    const at = Number(attributeOf(level, 'w:ilvl'));
    if (at >= 0 && at < MAX_LEVELS) levels[at] = levelOf(level);
  }
  return levels;
}

/** As many as Word has. */
const MAX_LEVELS = 9;

function levelOf(level: XmlElement): Level {
  const restart = valOf(level, 'w:lvlRestart');
  return {
    style: valOf(level, 'w:pStyle'),
    format: FORMATS[valOf(level, 'w:numFmt')] ?? '1',
    start: childOf(level, 'w:start') === undefined ? 1 : Number(valOf(level, 'w:start')),
    text: valOf(level, 'w:lvlText'),
    ...(toggle(level, 'w:isLgl') === true ? { isLegal: true } : {}),
    ...(restart === '' ? {} : { restartsBelow: Number(restart) }),
  };
}
