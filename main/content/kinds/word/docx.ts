import { textsOf } from '../../documents/paragraph.ts';
import { type Refused, refuse } from '../../faults/fault.ts';
import { readBindings } from './docx-bindings.ts';
import { docxBlocks, noteBlocks } from './docx-blocks.ts';
import { hasWholeFields } from './docx-fields.ts';
import { readNumbering } from './docx-numbering.ts';
import { type DocxPackage, openPackage, openParts } from './docx-package.ts';
import { toggle } from './docx-properties.ts';
import type { DocxState } from './docx-runs.ts';
import { readStyles } from './docx-styles.ts';
import { isPageNumber, nothingTold } from './told.ts';
import { damagedDocument } from './word-faults.ts';
import type { WrittenDocument } from './written-document.ts';
import { attributeOf, childOf, descendantsOf, elementsOf, type XmlElement } from './xml.ts';

/** The relations to parts with text, or with what is said of text: not to macros, media, embedded documents or themes. */
const TEXT_RELATIONS = new Set(
  'officeDocument styles numbering settings footnotes endnotes header footer diagramData'.split(' '),
);

/**
 * The text of a .docx. It is read in one pass over its XML, which never follows a relation to anything outside the document;
 * pictures and macros are not unpacked.
 */
export function readDocx(bytes: Uint8Array): WrittenDocument | Refused {
  try {
    const archive = openParts(bytes, TEXT_RELATIONS);
    if (!archive.ok) return archive;
    const opened = openPackage(archive.parts);
    const document = opened.root(opened.main);
    const body = childOf(document ?? undefined, 'w:body');
    if (document === null || body === undefined) return refuse(damagedDocument());
    return readBody(body, opened, {
      isOnPaper: isPlainPaper(document, opened),
      bindings: readBindings(bytes, archive),
    });
  } catch {
    // The parser throws for XML that is broken or nested too deeply; staff are told the same whatever the reason.
    return refuse(damagedDocument());
  }
}

/** Whether the pages have no background, and no picture or shape that may lie behind their words. */
function isPlainPaper(document: XmlElement, opened: DocxPackage): boolean {
  if (childOf(document, 'w:background') !== undefined) return false;
  const headers = [...opened.relations(opened.main).values()].filter(({ type }) => type === 'header');
  const roots = [document, ...headers.flatMap(({ part }) => opened.root(part) ?? [])];
  return roots.every((root) => descendantsOf(root, 'wp:anchor', 'w:pict').length === 0);
}

function readBody(
  body: XmlElement,
  opened: DocxPackage,
  around: Pick<DocxState, 'isOnPaper' | 'bindings'>,
): WrittenDocument {
  const state: DocxState = {
    package: opened,
    part: opened.main,
    styles: readStyles(opened.root(opened.related('styles'))),
    numbering: readNumbering(opened.root(opened.related('numbering'))),
    told: nothingTold(),
    notes: [],
    fields: hasWholeFields(body) ? [] : null,
    isInCell: false,
    ...around,
  };
  const blocks = docxBlocks(elementsOf(body), state);
  const notes = noteBlocks(state);
  state.told.margins.push(...marginWords(body, state));
  return { ok: true, blocks: [...blocks, ...notes], told: state.told };
}

/** The words of the headers and footers that the pages show, without numbers of pages. */
function marginWords(body: XmlElement, state: DocxState): string[] {
  const settings = state.package.root(state.package.related('settings')) ?? undefined;
  return descendantsOf(body, 'w:sectPr').flatMap((section) =>
    elementsOf(section).flatMap((reference) => {
      const isUsed = {
        first: toggle(section, 'w:titlePg') === true,
        even: toggle(settings, 'w:evenAndOddHeaders') === true,
      }[attributeOf(reference, 'w:type')];
      if (!/^w:(?:header|footer)Reference$/u.test(reference.name) || isUsed === false) return [];
      const part = state.package.relations(state.part).get(attributeOf(reference, 'r:id'))?.part ?? null;
      const root = state.package.root(part);
      // A logo in a header is missed by nobody: only words are told.
      const margin = { ...state, part: part ?? '', told: nothingTold(), fields: [], notes: [] };
      return docxBlocks(elementsOf(root ?? undefined), margin)
        .flatMap(textsOf)
        .filter((text) => !isPageNumber(text));
    }),
  );
}
