import { openArchive } from '../word/archive.ts';
import { type DocxPackage, openPackage } from '../word/docx-package.ts';
import type { Unshown } from '../word/word-faults.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  elementsOf,
  textBelow,
  type XmlElement,
} from '../word/xml.ts';

/** What lies upon the cells of the sheets that are seen. */
export interface SheetDrawings {
  readonly unshown: ReadonlySet<Unshown>;
  /** The words of text boxes and shapes. */
  readonly words: readonly string[];
  /** The names of the sheets without cells: charts of the size of a page, and what old programs kept on sheets. */
  readonly withoutCells: readonly string[];
}

/** The parts that lead from the workbook to what is drawn on its sheets. */
const PARTS =
  /^(?:_rels\/\.rels|xl\/(?:workbook\d*\.xml|_rels\/[^/]*\.rels|worksheets\/_rels\/[^/]*\.rels|drawings\/[^/]*\.xml))$/iu;

/** What each element of a drawing is (ECMA-376, part 1, 20.5). */
const KINDS: readonly (readonly [element: string, kind: Unshown])[] = [
  ['xdr:pic', 'pictures'],
  ['c:chart', 'charts'],
  ['cx:chart', 'charts'],
  ['dgm:relIds', 'diagrams'],
];

/** What is drawn on the sheets of a .xlsx that are not hidden. */
export function drawingsOfXlsx(bytes: Uint8Array): SheetDrawings {
  const archive = openArchive(bytes, (name) => PARTS.test(name));
  const unshown = new Set<Unshown>();
  const words: string[] = [];
  const withoutCells: string[] = [];
  if (
    !archive.ok ||
    !archive.names.some((name) => /^xl\/(?:drawings|chartsheets|dialogsheets|macrosheets)\//iu.test(name))
  )
    return { unshown, words, withoutCells };
  try {
    const book = openPackage(archive.parts);
    const others = sheetsIn(book).filter(({ relation }) => relation !== undefined && relation.type !== 'worksheet');
    withoutCells.push(...others.map(({ sheet }) => attributeOf(sheet, 'name')));
    if (others.some(({ sheet, relation }) => isShown(sheet) && relation?.type === 'chartsheet')) unshown.add('charts');
    for (const root of drawingsIn(book)) {
      for (const [element, kind] of KINDS) if (descendantsOf(root, element).length > 0) unshown.add(kind);
      words.push(...linesIn(root));
    }
  } catch {
    // A drawing that is broken is not shown either; the cells are read all the same.
    unshown.add('pictures');
  }
  return { unshown, words, withoutCells };
}

/** The lines of what is drawn. What older programs read in its place says the same, or that they are too old. */
const linesIn = (element: XmlElement): string[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === 'mc:Fallback') return [];
    return child.name === 'a:p' ? wordsOf(child) || [] : linesIn(child);
  });

const wordsOf = (paragraph: XmlElement): string => descendantsOf(paragraph, 'a:t').map(textBelow).join('').trim();

const isShown = (sheet: XmlElement): boolean => !/hidden/iu.test(attributeOf(sheet, 'state'));

function sheetsIn(book: DocxPackage) {
  const relations = book.relations(book.main);
  const sheets = childrenOf(childOf(book.root(book.main) ?? undefined, 'sheets'), 'sheet');
  return sheets.map((sheet) => ({ sheet, relation: relations.get(attributeOf(sheet, 'r:id')) }));
}

function drawingsIn(book: DocxPackage): XmlElement[] {
  const parts = sheetsIn(book).flatMap(({ sheet, relation }) => (isShown(sheet) ? (relation?.part ?? []) : []));
  const drawings = parts.flatMap((part) => [...book.relations(part).values()].filter(({ type }) => type === 'drawing'));
  return drawings.flatMap(({ part }) => book.root(part) ?? []);
}
