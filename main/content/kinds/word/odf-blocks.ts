import type { ListLabel } from '../../documents/list-labels.ts';
import { cellBlocks, type LooseBlock, paragraphBlocks, textsOf } from '../../documents/paragraph.ts';
import { tableBlocks } from '../../documents/written-table.ts';
import { bareValue, hasValue } from '../spreadsheets/ods-values.ts';
import { beginItem, labelOfHeading, type OdfListPlace, placeOfList } from './odf-lists.ts';
import { type OdfState, readOdfRuns, SKIPPED } from './odf-runs.ts';
import { readOdfTable } from './odf-table.ts';
import { attributeOf, descendantsOf, elementsOf, type XmlElement } from './xml.ts';

/** The blocks of a text, a cell, a frame or a note. `list`: the list that its paragraphs are items of. */
export function odfBlocks(
  elements: readonly XmlElement[],
  state: OdfState,
  list: OdfListPlace | null = null,
): LooseBlock[] {
  return elements.flatMap((element): LooseBlock[] => {
    const { name } = element;
    if (SKIPPED.has(name)) {
      if (name === 'text:table-of-content') state.told.others.add('hidden');
      return [];
    }
    if (isHidden(element)) {
      state.told.others.add('hidden');
      return [];
    }
    if (name === 'text:p' || name === 'text:h') return paragraphs(element, list, state);
    if (name === 'table:table') {
      const own = { ...state, isInCell: true, isOnPaper: state.isOnPaper && !isFilled(element, state) };
      const within = (cell: XmlElement): OdfState => (isFilled(cell, own) ? { ...own, isOnPaper: false } : own);
      return tableBlocks(readOdfTable(element, (cell) => inCell(cell, within(cell))));
    }
    if (name === 'text:list') return odfBlocks(elementsOf(element), state, placeOfList(element, list, state.counters));
    if (name === 'text:list-item' && list !== null) beginItem(element, list, state.lists);
    noteUnshown(element, state);
    // The picture beside an embedded object only stands in for it.
    const hasObject = elementsOf(element).some((child) => OBJECT.test(child.name));
    const children = elementsOf(element).filter((child) => !(hasObject && child.name === 'draw:image'));
    const ground = name.startsWith('draw:') || isFilled(element, state) ? { ...state, isOnPaper: false } : state;
    return odfBlocks(children, ground, list);
  });
}

/** What stands in a cell. The reports of Base write the value of a cell alone, of which Writer makes the words. */
function inCell(cell: XmlElement, state: OdfState): LooseBlock[] {
  const inside = elementsOf(cell);
  const isBare = inside.every((element) => element.name === 'text:p' && element.children.length === 0);
  const value = isBare && hasValue(cell) ? bareValue(cell) : null;
  return value === null ? odfBlocks(inside, state) : [{ kind: 'paragraph', level: 0, text: value }];
}

/** Whether a table, one of its rows, a cell or a section has another ground than white paper. */
function isFilled(element: XmlElement, { styles }: OdfState): boolean {
  const own = [attributeOf(element, 'table:style-name'), attributeOf(element, 'text:style-name')];
  const rows = element.name === 'table:table' ? descendantsOf(element, 'table:table-row') : [];
  return [...own, ...rows.map((row) => attributeOf(row, 'table:style-name'))].some((name) => styles(name).filled);
}

/** Sections and drawings that are switched off. */
function isHidden(element: XmlElement): boolean {
  return (
    attributeOf(element, 'text:is-hidden') === 'true' ||
    attributeOf(element, 'text:display') === 'none' ||
    attributeOf(element, 'draw:display') === 'none'
  );
}

function paragraphs(element: XmlElement, list: OdfListPlace | null, state: OdfState): LooseBlock[] {
  const content = readOdfRuns(element, state);
  const isEmpty = content.runs.length === 0;
  if (content.isHidden) {
    state.told.others.add('hidden');
    return [];
  }
  const outline = Number(attributeOf(element, 'text:outline-level') || 1);
  const level =
    element.name === 'text:h' ? Math.max(1, outline) : state.styles(attributeOf(element, 'text:style-name')).level;
  const label = list === null ? ofHeading(element, level, state) : isEmpty && !state.isInCell ? null : list.label;
  if (list !== null && label) list.label = null;
  const look = { kind: list === null ? ('paragraph' as const) : ('list-item' as const), level, ...label };
  const own = state.isInCell ? cellBlocks(content.runs, look) : paragraphBlocks(content.runs, look);
  // A frame is anchored in a paragraph, and is no part of its sentence.
  const drawn = (isAfterWords: boolean): LooseBlock[] =>
    odfBlocks(
      content.drawings.filter((drawing) => drawing.isAfterWords === isAfterWords).map((drawing) => drawing.element),
      state,
    );
  return [...drawn(false), ...own, ...drawn(true)];
}

/** The number of a heading; null for any other paragraph. */
function ofHeading(element: XmlElement, level: number, { outline, styles }: OdfState): ListLabel | null {
  if (element.name !== 'text:h' || styles(attributeOf(element, 'text:style-name')).isUnnumbered) return null;
  return labelOfHeading(element, level, outline.counter, outline.levels);
}

const OBJECT = /^draw:(?:object|object-ole|applet)$/u;
const OBJECT_KINDS = { chart: 'charts', formula: 'formulas' } as const;

function noteUnshown(element: XmlElement, { told, objects }: OdfState): void {
  const { name } = element;
  if (name === 'draw:image' || name === 'draw:plugin') told.unshown.add('pictures');
  else if (name === 'draw:control') told.unshown.add('controls');
  else if (OBJECT.test(name)) {
    const folder = attributeOf(element, 'xlink:href').replace(/^\.\/|\/$/gu, '');
    const kind = objects.get(folder) ?? '';
    told.unshown.add(OBJECT_KINDS[kind as keyof typeof OBJECT_KINDS] ?? 'objects');
  }
}

/** The notes that the text refers to, each after its sign. */
export function odfNoteBlocks(state: OdfState): LooseBlock[] {
  const blocks: LooseBlock[] = [];
  for (let at = 0; at < state.notes.length; at += 1) {
    const own = odfBlocks(elementsOf(state.notes[at]), state).flatMap(textsOf);
    if (own.length > 0) blocks.push({ kind: 'paragraph', level: 0, text: `[${at + 1}] ${own.join(' ')}` });
  }
  return blocks;
}
