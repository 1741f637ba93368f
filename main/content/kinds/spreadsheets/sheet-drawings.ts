import { openArchive } from '../word/archive.ts';
import { type DocxPackage, openPackage } from '../word/docx-package.ts';
import type { Unshown } from '../word/word-faults.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, textBelow, type XmlElement } from '../word/xml.ts';

/** What lies upon the cells of the sheets that are seen. */
export interface SheetDrawings {
  readonly unshown: ReadonlySet<Unshown>;
  /** The words of text boxes and shapes. */
  readonly words: readonly string[];
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
  if (!archive.ok || !archive.names.some((name) => /^xl\/drawings\//iu.test(name))) return { unshown, words };
  try {
    for (const root of drawingsIn(openPackage(archive.parts))) {
      for (const [element, kind] of KINDS) if (descendantsOf(root, element).length > 0) unshown.add(kind);
      words.push(
        ...descendantsOf(root, 'a:p')
          .map(wordsOf)
          .filter((line) => line !== ''),
      );
    }
  } catch {
    // A drawing that is broken is not shown either; the cells are read all the same.
    unshown.add('pictures');
  }
  return { unshown, words };
}

const wordsOf = (paragraph: XmlElement): string => descendantsOf(paragraph, 'a:t').map(textBelow).join('').trim();

function drawingsIn(book: DocxPackage): XmlElement[] {
  const sheets = childrenOf(childOf(book.root(book.main) ?? undefined, 'sheets'), 'sheet');
  const parts = sheets
    .filter((sheet) => !/hidden/iu.test(attributeOf(sheet, 'state')))
    .map((sheet) => book.relations(book.main).get(attributeOf(sheet, 'r:id'))?.part ?? '');
  const drawings = parts.flatMap((part) => [...book.relations(part).values()].filter(({ type }) => type === 'drawing'));
  return drawings.flatMap(({ part }) => book.root(part) ?? []);
}
