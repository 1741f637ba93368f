import type { DocxPackage } from './docx-package.ts';
import type { Told } from './told.ts';
import type { Unshown } from './word-faults.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, elementsOf, textBelow, type XmlElement } from './xml.ts';

/** What a drawing says: the paragraphs of a box, or lines of a drawing whose words stand elsewhere. */
export type DrawnWords =
  | { readonly box: XmlElement }
  | { readonly lines: readonly string[]; readonly kind: 'paragraph' | 'list-item' };

/** The part in which a drawing stands: its relations lead to the words of SmartArt. */
export interface DrawingPlace {
  readonly package: DocxPackage;
  readonly part: string;
  readonly told: Told;
}

/**
 * The words of a drawing in their order: of text boxes, shapes, WordArt and SmartArt. What it shows without words goes to
 * `told`, except lines and empty boxes, which only adorn a page.
 */
export function drawnWords(element: XmlElement, place: DrawingPlace): DrawnWords[] {
  if (isHidden(element)) return [];
  const { unshown, others } = place.told;
  switch (element.name) {
    case 'w:txbxContent':
      return [{ box: element }];
    case 'v:shape':
      // Word 2003 keeps the equations of newer versions as a picture, and writes them beside it.
      if (attributeOf(element, 'equationxml') === '') break;
      unshown.add('formulas');
      return [];
    case 'v:textpath':
      return words([attributeOf(element, 'string')]);
    case 'a:p':
      return words([descendantsOf(element, 'a:t').map(textBelow).join('')]);
    case 'dgm:relIds':
      unshown.add('diagrams');
      return words(diagramTexts(element, place), 'list-item');
    case 'pic:pic':
    case 'v:imagedata':
      unshown.add('pictures');
      return [];
    case 'c:chart':
    case 'cx:chart':
      unshown.add('charts');
      return [];
    case 'w14:contentPart':
      unshown.add('drawings');
      return [];
    case 'w:object':
      return embedded(element, place);
    case 'w:control':
      unshown.add('controls');
      return [];
    case 'w:altChunk':
      others.add('inserted');
      return [];
    case 'mc:AlternateContent':
      return alternative(element).flatMap((child) => drawnWords(child, place));
    case 'wp15:webVideoPr':
      unshown.add('films');
      return [];
    default:
  }
  return elementsOf(element).flatMap((child) => drawnWords(child, place));
}

/** What an embedded object is, by the program that made it. */
const OBJECT_KINDS: readonly (readonly [RegExp, Unshown])[] = [
  [/^(?:equation|mathtype)/iu, 'formulas'],
  [/^(?:msgraph|excel\.chart)/iu, 'charts'],
  [/^(?:pbrush|paint\.picture|staticmetafile|staticdib)/iu, 'pictures'],
];

/** An object of another program. The picture beside it only stands in for it. */
function embedded(element: XmlElement, place: DrawingPlace): DrawnWords[] {
  const [object] = descendantsOf(element, 'o:OLEObject');
  if (object === undefined) return elementsOf(element).flatMap((child) => drawnWords(child, place));
  const program = attributeOf(object, 'ProgID');
  place.told.unshown.add(OBJECT_KINDS.find(([programs]) => programs.test(program))?.[1] ?? 'objects');
  return [];
}

function words(lines: readonly string[], kind: 'paragraph' | 'list-item' = 'paragraph'): DrawnWords[] {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length === 0 ? [] : [{ lines: filled, kind }];
}

/** A drawing that the selection pane of Word hides. */
function isHidden(element: XmlElement): boolean {
  const hidden = attributeOf(childOf(element, 'wp:docPr'), 'hidden');
  return /^(?:1|true)$/u.test(hidden) || /visibility:\s*hidden/iu.test(attributeOf(element, 'style'));
}

/** What says something: words, or one of the things that are told. */
const TELLING = [
  ...[
    'w:t',
    'm:t',
    'a:t',
    'v:textpath',
    'dgm:relIds',
    'pic:pic',
    'v:imagedata',
    'c:chart',
    'cx:chart',
    'w14:contentPart',
  ],
  'o:OLEObject',
];

/**
 * The children of the one version that is to be read, of a drawing that is written in several: a new one, and a fallback for
 * older programs with the same words. The new one, unless it says nothing.
 */
export function alternative(element: XmlElement): readonly XmlElement[] {
  const choices = [...childrenOf(element, 'mc:Choice'), ...childrenOf(element, 'mc:Fallback')];
  return elementsOf(choices.find((choice) => descendantsOf(choice, ...TELLING).length > 0) ?? choices[0]);
}

/** The texts of SmartArt, which stand in a part of their own, without the points that only arrange them. */
function diagramTexts(element: XmlElement, { package: archive, part }: DrawingPlace): string[] {
  const data = archive.root(archive.relations(part).get(attributeOf(element, 'r:dm'))?.part ?? null);
  const points = childrenOf(childOf(data ?? undefined, 'dgm:ptLst'), 'dgm:pt');
  return points
    .filter((point) => ['', 'node', 'asst', 'doc'].includes(attributeOf(point, 'type')))
    .map((point) => descendantsOf(point, 'a:p').map(textBelow).join(' '));
}
