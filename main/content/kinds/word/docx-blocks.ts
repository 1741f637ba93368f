import {
  cellBlocks,
  type LooseBlock,
  type ParagraphLook,
  PLAIN,
  paragraphBlocks,
  type Run,
  textsOf,
} from '../../documents/paragraph.ts';
import { tableBlocks } from '../../documents/written-table.ts';
import { alternative, drawnWords } from './docx-drawing.ts';
import { toggle, valOf } from './docx-properties.ts';
import { cellsOfControl, controlContent, type DocxState, type ParagraphContent, readRuns } from './docx-runs.ts';
import { isShaded, NO_LIST, type ParagraphStyle, paragraphLook } from './docx-styles.ts';
import { readDocxTable } from './docx-table.ts';
import { attributeOf, childOf, elementsOf, type XmlElement } from './xml.ts';

/** Elements between paragraphs of which nothing is read. */
const SKIPPED = new Set(['w:sectPr', 'w:tcPr', 'w:del', 'w:moveFrom', 'w:sdtPr', 'w:sdtEndPr']);
const OF_OTHER_FILES = new Set(['w:altChunk', 'w:subDoc']);
/** What belongs into a paragraph. Some programs write it between paragraphs. */
const INLINE = new Set(['w:r', 'w:hyperlink', 'w:fldSimple', 'm:oMath', 'm:oMathPara']);

/** The blocks of a body, a cell, a box or a note. */
export function docxBlocks(elements: readonly XmlElement[], state: DocxState): LooseBlock[] {
  // The text of a paragraph whose end was deleted or is hidden goes on in the next one.
  let carried: Run[] = [];
  const blocks = elements.flatMap((element): LooseBlock[] => {
    const { name } = element;
    if (SKIPPED.has(name)) return [];
    if (name === 'w:p' || INLINE.has(name)) {
      const paragraph = readParagraph(element, state);
      const runs = [...carried, ...paragraph.content.runs];
      carried = paragraph.isOpen ? runs : [];
      return withDrawings(paragraph, paragraph.isOpen ? [] : runs, state);
    }
    if (name === 'w:tbl') {
      const within = (cell: XmlElement): DocxState => ({
        ...state,
        isInCell: true,
        isOnPaper: state.isOnPaper && isPaper(element, cell),
      });
      const cells = (cell: XmlElement): LooseBlock[] => docxBlocks(elementsOf(cell), within(cell));
      return tableBlocks(readDocxTable(element, { cell: cells, control: (each) => cellsOfControl(each, state) }));
    }
    if (name === 'w:sdt') return docxBlocks(controlContent(element, state), state);
    if (name === 'mc:AlternateContent') return docxBlocks(alternative(element), state);
    if (OF_OTHER_FILES.has(name)) state.told.others.add('inserted');
    return docxBlocks(elementsOf(element), state);
  });
  return [...blocks, ...paragraphBlocks(carried, { kind: 'paragraph', level: 0 })];
}

/** The styles of a table without any shading. */
const BARE_TABLES = /^(?:|TableGrid|TableNormal|Grilledutableau|TableauNormal)$/u;

/** Whether nothing but white paper is behind the text of a cell. */
function isPaper(table: XmlElement, cell: XmlElement): boolean {
  const properties = childOf(table, 'w:tblPr');
  const shadings = [properties, childOf(cell, 'w:tcPr')].map((each) => childOf(each, 'w:shd'));
  return BARE_TABLES.test(valOf(properties, 'w:tblStyle')) && !shadings.some(isShaded);
}

interface ReadParagraph {
  readonly style: ParagraphStyle;
  readonly content: ParagraphContent;
  readonly isOpen: boolean;
}

function readParagraph(element: XmlElement, state: DocxState): ReadParagraph {
  const properties = childOf(element, 'w:pPr');
  const style = { ...state.styles(valOf(properties, 'w:pStyle')), ...paragraphLook(properties) };
  const isInline = INLINE.has(element.name);
  const content = readRuns(isInline ? { name: '', attributes: {}, children: [element] } : element, style, state);
  const mark = childOf(properties, 'w:rPr');
  // The first letter of a paragraph that stands high over its lines is a paragraph of its own.
  const isInitial = /^(?:drop|margin)$/u.test(attributeOf(childOf(properties, 'w:framePr'), 'w:dropCap'));
  const isOpen = isInitial || childOf(mark, 'w:del') !== undefined || toggle(mark, 'w:vanish') === true;
  if (style.isContents !== true || content.runs.length === 0) return { style, content, isOpen };
  state.told.others.add('hidden');
  return { style, content: { ...content, runs: [] }, isOpen };
}

/** A drawing is anchored in a paragraph, and is no part of its sentence: it comes before, or after the words it follows. */
function withDrawings({ style, content, isOpen }: ReadParagraph, runs: readonly Run[], state: DocxState): LooseBlock[] {
  const look = isOpen ? PLAIN : lookOf(style, state);
  const drawn = (isAfterWords: boolean): LooseBlock[] =>
    content.drawings
      .filter((drawing) => drawing.isAfterWords === isAfterWords)
      .flatMap(({ element }) => drawnWords(element, state))
      .flatMap((words) =>
        'box' in words
          ? docxBlocks(elementsOf(words.box), { ...state, isOnPaper: false })
          : words.lines.flatMap((text) => paragraphBlocks([{ text, bold: false }], { kind: words.kind, level: 0 })),
      );
  const own = state.isInCell ? cellBlocks(runs, look) : paragraphBlocks(runs, look);
  return [...drawn(false), ...own, ...drawn(true)];
}

/** An item without words counts too, as in Word: the writer sees the number of the next one. */
function lookOf({ list, listLevel, listStyle, level = 0 }: ParagraphStyle, { numbering }: DocxState): ParagraphLook {
  if (list === undefined || list === NO_LIST) return { kind: 'paragraph', level };
  return { kind: 'list-item', level, ...numbering({ id: list, level: listLevel, style: listStyle ?? '' }) };
}

/** The notes that the text refers to, each after its sign. A note may refer to another one. */
export function noteBlocks(state: DocxState): LooseBlock[] {
  const blocks: LooseBlock[] = [];
  for (let at = 0; at < state.notes.length; at += 1) {
    const { type, id } = state.notes[at] ?? { type: 'footnotes', id: '' };
    const part = state.package.related(type);
    const note = elementsOf(state.package.root(part) ?? undefined).find((each) => attributeOf(each, 'w:id') === id);
    if (note === undefined) state.told.others.add('notes');
    const own = docxBlocks(elementsOf(note), { ...state, part: part ?? '' }).flatMap(textsOf);
    if (own.length > 0) blocks.push({ kind: 'paragraph', level: 0, text: `[${at + 1}] ${own.join(' ')}` });
  }
  return blocks;
}
