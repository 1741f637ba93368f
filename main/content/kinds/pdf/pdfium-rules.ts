import type { PDFiumPage } from '@hyzyla/pdfium';
import { type OpenPage, openPageOf, withScratch } from './open-page.ts';

/** A straight line on a page, along one of its edges. Points (1/72 inch), from the top left corner. */
export interface Rule {
  readonly isVertical: boolean;
  /** The distance from the left edge of a vertical line, from the top edge of any other. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The functions of PDFium of fpdf_edit.h. */
interface PathFunctions {
  readonly FPDFPage_CountObjects: (page: number) => number;
  readonly FPDFPage_GetObject: (page: number, index: number) => number;
  readonly FPDFPageObj_GetType: (object: number) => number;
  readonly FPDFPageObj_GetMatrix: (object: number, matrix: number) => number;
  readonly FPDFPath_CountSegments: (path: number) => number;
  readonly FPDFPath_GetPathSegment: (path: number, index: number) => number;
  readonly FPDFPath_GetDrawMode: (path: number, fill: number, stroke: number) => number;
  readonly FPDFPathSegment_GetType: (segment: number) => number;
  readonly FPDFPathSegment_GetPoint: (segment: number, x: number, y: number) => number;
  readonly FPDFPathSegment_GetClose: (segment: number) => number;
}

const PATH = 2;
const [LINE_TO, MOVE_TO] = [0, 2];
/** A drawing of more parts is no table, and reading it would take long. */
const MAX_OBJECTS = 20_000;
const MAX_SEGMENTS = 64;
const MAX_RULES = 5_000;
/** Points: a border is no thicker, and no line of a table is shorter. */
const MAX_THICKNESS = 3;
const MIN_LENGTH = 6;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The lines that are drawn on an open page: strokes, and thin boxes that are filled, as Word draws borders. */
export function readRules(page: PDFiumPage, height: number): Rule[] {
  const { module, pageIdx } = openPageOf<PathFunctions>(page);
  const pdfium = module.wasmExports;
  const rules: Rule[] = [];
  withScratch(module, 32, (scratch) => {
    const count = pdfium.FPDFPage_CountObjects(pageIdx);
    for (let index = 0; index < Math.min(count, MAX_OBJECTS) && rules.length < MAX_RULES; index += 1) {
      const object = pdfium.FPDFPage_GetObject(pageIdx, index);
      if (pdfium.FPDFPageObj_GetType(object) === PATH) rules.push(...rulesOf(module, object, scratch, height));
    }
  });
  return rules;
}

function rulesOf(module: OpenPage<PathFunctions>['module'], path: number, scratch: number, height: number): Rule[] {
  const { wasmExports } = module;
  // The memory of PDFium may move when it grows: a view lives for one use.
  const view = (): DataView => new DataView(module.HEAPU8.buffer, scratch, 32);
  wasmExports.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const isStroke = view().getInt32(4, true) !== 0;
  if (!isStroke && view().getInt32(0, true) === 0) return [];
  wasmExports.FPDFPageObj_GetMatrix(path, scratch);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = [0, 4, 8, 12, 16, 20].map((at) => view().getFloat32(at, true));
  const lines: Point[][] = [];
  const count = Math.min(wasmExports.FPDFPath_CountSegments(path), MAX_SEGMENTS);
  for (let index = 0; index < count; index += 1) {
    const segment = wasmExports.FPDFPath_GetPathSegment(path, index);
    const type = wasmExports.FPDFPathSegment_GetType(segment);
    if (type !== LINE_TO && type !== MOVE_TO) return [];
    wasmExports.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const [x, y] = [view().getFloat32(0, true), view().getFloat32(4, true)];
    const point = { x: a * x + c * y + e, y: height - (b * x + d * y + f) };
    const line = type === MOVE_TO ? undefined : lines.at(-1);
    if (line === undefined) lines.push([point]);
    else line.push(point);
    const [first] = line ?? [];
    if (first !== undefined && wasmExports.FPDFPathSegment_GetClose(segment) !== 0) line?.push(first);
  }
  return isStroke ? lines.flatMap(strokesOf) : lines.flatMap(thinBox);
}

function strokesOf(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((to, at) => ruleBetween(points[at] ?? to, to));
}

function ruleBetween(one: Point, other: Point): Rule[] {
  const [width, height] = [Math.abs(other.x - one.x), Math.abs(other.y - one.y)];
  if (Math.min(width, height) > 0.5 || Math.max(width, height) < MIN_LENGTH) return [];
  return height > width
    ? [{ isVertical: true, at: one.x, from: Math.min(one.y, other.y), to: Math.max(one.y, other.y) }]
    : [{ isVertical: false, at: one.y, from: Math.min(one.x, other.x), to: Math.max(one.x, other.x) }];
}

/** A filled box that is thin is a line; any other is the ground of something. */
function thinBox(points: readonly Point[]): Rule[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > MAX_THICKNESS) return [];
  const middle: Point = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return height > width
    ? ruleBetween({ x: middle.x, y: top }, { x: middle.x, y: bottom })
    : ruleBetween({ x: left, y: middle.y }, { x: right, y: middle.y });
}
