import { createListCounter } from '../../documents/list-labels.ts';
import { type Refused, refuse } from '../../faults/fault.ts';
import { odfBlocks, odfNoteBlocks } from './odf-blocks.ts';
import { readOdfLists, readOutline } from './odf-lists.ts';
import { odfMarginWords } from './odf-margins.ts';
import type { OdfState } from './odf-runs.ts';
import { hasColour, readOdfStyles } from './odf-styles.ts';
import { openOpenDocument } from './open-document.ts';
import { parseXml } from './parse-xml.ts';
import { nothingTold } from './told.ts';
import { damagedDocument } from './word-faults.ts';
import type { WrittenDocument } from './written-document.ts';
import { attributeOf, childrenOf, descendantsOf, elementsOf, type XmlElement } from './xml.ts';

/** The text of an OpenDocument text. Pictures, macros, comments and deleted passages are not read. */
export function readOdt(bytes: Uint8Array): WrittenDocument | Refused {
  const parts = openOpenDocument(bytes);
  if (!parts.ok) return parts;
  const { content, styles, manifest } = parts;
  try {
    const root = parseXml(content);
    const text = descendantsOf(root, 'office:text')[0];
    if (text === undefined) return refuse(damagedDocument());
    return readText(text, root, styles ? parseXml(styles) : null, manifest ? parseXml(manifest) : null);
  } catch {
    // The parser throws for XML that is broken or nested too deeply; staff are told the same for both.
    return refuse(damagedDocument());
  }
}

function readText(
  text: XmlElement,
  root: XmlElement,
  styles: XmlElement | null,
  manifest: XmlElement | null,
): WrittenDocument {
  const state: OdfState = {
    styles: readOdfStyles([styles, root]),
    lists: readOdfLists([styles, root]),
    counters: new Map(),
    outline: { levels: readOutline(styles), counter: createListCounter() },
    told: nothingTold(),
    objects: kindsOfObjects(manifest),
    notes: [],
    hiddenMarks: new Set(),
    isOnPaper: isPlainPaper(text, styles),
    isInCell: false,
  };
  const blocks = odfBlocks(elementsOf(text), state);
  const notes = odfNoteBlocks(state);
  if (styles) state.told.margins.push(...odfMarginWords(descendantsOf(styles, 'style:master-page'), state));
  return { ok: true, blocks: [...blocks, ...notes], told: state.told };
}

/** Whether the pages have no background, and no picture or shape that may lie behind their words. */
function isPlainPaper(text: XmlElement, styles: XmlElement | null): boolean {
  const pages = styles === null ? [] : descendantsOf(styles, 'style:page-layout-properties');
  const drawn = [text, ...(styles === null ? [] : [styles])].flatMap((root) =>
    descendantsOf(root, 'draw:frame', 'draw:custom-shape', 'draw:rect'),
  );
  return !pages.some(hasColour) && drawn.every((each) => attributeOf(each, 'text:anchor-type') === 'as-char');
}

/** `Object 1` is a `chart`: the last word of the media type of each folder. */
function kindsOfObjects(manifest: XmlElement | null): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(manifest ?? undefined, 'manifest:file-entry').map((entry) => [
      attributeOf(entry, 'manifest:full-path').replace(/\/$/u, ''),
      attributeOf(entry, 'manifest:media-type').split('.').at(-1) ?? '',
    ]),
  );
}
