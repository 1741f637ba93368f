import type { PDFiumPage } from '@hyzyla/pdfium';
import { memoByObject } from '../../../lib/memo-by-object.ts';
import { fourFloats, openPageOf, withScratch } from './open-page.ts';
import { hasKey, LAYER, notesOf } from './page-notes.ts';
import { isReference, type PdfDictionary, type PdfValue, pdfObjects } from './pdf-objects.ts';

/** The functions of PDFium of fpdf_annot.h. */
interface NoteFunctions {
  readonly FPDFAnnot_HasKey: (note: number, key: number) => number;
  readonly FPDFAnnot_GetRect: (note: number, rectangle: number) => number;
  readonly FPDFAnnot_SetFlags: (note: number, flags: number) => number;
}

/** Left, bottom, right, top; points. */
type Rectangle = readonly [number, number, number, number];

/** The flag of a note that nobody sees (ISO 32000-1, table 165). */
const HIDDEN = 2;
/** PDFium keeps the corners with fewer digits than the file. */
const TOLERANCE = 0.05;

/** The kind of a note that is a remark of a reader: a sign to click on (fpdf_annot.h). */
const REMARK = 1;

/**
 * Hides the notes and fields of a page that nobody is to see on a wall: remarks of readers, and what stands in a layer which is
 * off. PDFium asks for the layer of what a page draws, but not for that of its notes. `file` is searched only where a note has a
 * layer at all.
 */
export function hideNotes(page: PDFiumPage, file: Uint8Array): void {
  const { module } = openPageOf<NoteFunctions>(page);
  const pdfium = module.wasmExports;
  withScratch(module, 16, (scratch) => {
    for (const { note, kind } of notesOf(page)) {
      if (kind === REMARK) pdfium.FPDFAnnot_SetFlags(note, HIDDEN);
      else if (hasKey(module, note, LAYER, scratch) && pdfium.FPDFAnnot_GetRect(note, scratch) !== 0) {
        // FS_RECTF
        const [left, top, right, bottom] = fourFloats(module, scratch);
        const own = [left, bottom, right, top] as const;
        if (unseenNotes(file).some((each) => isSame(each, own))) pdfium.FPDFAnnot_SetFlags(note, HIDDEN);
      }
    }
  });
}

const isSame = (one: Rectangle, other: Rectangle): boolean =>
  one.every((value, at) => Math.abs(value - (other[at] ?? 0)) < TOLERANCE);

/** Where the notes stand whose layer is off when the document is opened (8.11.4). All pages of a file ask for them. */
export const unseenNotes = memoByObject((file: Uint8Array): readonly Rectangle[] => {
  const objects = pdfObjects(file);
  const follow = (value: PdfValue | undefined): PdfValue =>
    (isReference(value) ? objects.get(value.object) : value) ?? null;
  const isSeen = layersOf([...objects.values()], follow);
  const found: Rectangle[] = [];
  const search = (value: PdfValue): void => {
    if (Array.isArray(value)) for (const each of value) search(each);
    if (!(value instanceof Map)) return;
    const corners = follow(value.get('/Rect'));
    if (Array.isArray(corners) && corners.length === 4 && value.has('/OC') && !isSeen(value.get('/OC'))) {
      found.push(rectangleOf(corners.map(follow)));
    }
    for (const each of value.values()) search(each);
  };
  for (const value of objects.values()) search(value);
  return found;
});

function rectangleOf(corners: readonly PdfValue[]): Rectangle {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners.map((each) => (typeof each === 'number' ? each : 0));
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** Says whether a layer, or what several layers decide together, is seen. */
function layersOf(
  all: readonly PdfValue[],
  follow: (value: PdfValue | undefined) => PdfValue,
): (layer: PdfValue | undefined) => boolean {
  const within = (value: PdfValue, key: string): PdfValue => (isDictionary(value) ? follow(value.get(key)) : null);
  const catalogue = all.findLast((value) => isDictionary(value) && value.has('/OCProperties')) ?? null;
  const usual = within(within(catalogue, '/OCProperties'), '/D');
  const numbers = (key: string): ReadonlySet<number> => {
    const list = within(usual, key);
    return new Set(Array.isArray(list) ? list.filter(isReference).map(({ object }) => object) : []);
  };
  const [on, off] = [numbers('/ON'), numbers('/OFF')];
  const isOff = within(usual, '/BaseState') === '/OFF';
  const isSeen = (layer: PdfValue | undefined): boolean => {
    const own = follow(layer);
    if (within(own, '/Type') !== '/OCMD') {
      return !isReference(layer) || (isOff ? on.has(layer.object) : !off.has(layer.object));
    }
    const members = isDictionary(own) ? own.get('/OCGs') : undefined;
    const listed = follow(members);
    const states = (Array.isArray(listed) ? (listed as readonly PdfValue[]) : [members])
      .filter(isReference)
      .map(isSeen);
    if (states.length === 0) return true;
    const policy = within(own, '/P');
    if (policy === '/AllOn') return states.every(Boolean);
    if (policy === '/AllOff') return !states.some(Boolean);
    return policy === '/AnyOff' ? !states.every(Boolean) : states.some(Boolean);
  };
  return isSeen;
}

const isDictionary = (value: PdfValue): value is PdfDictionary => value instanceof Map;
