import type { Problem } from '../../../contract.ts';
import { fold } from '../../../lib/fold.ts';
import { frenchTypography } from '../../../lib/typography.ts';
import type { TreeItem } from '../../../programme/item.ts';
import { contentId } from '../../../programme/slide-id.ts';
import { problemOf } from '../../faults/fault.ts';
import { nothing, type Reader } from '../../reading/reading.ts';
import { baseOf } from '../base.ts';
import { firstCells } from '../tables/first-cells.ts';
import { decodeText } from '../text/decode-text.ts';
import { openWritten } from '../text/read-text.ts';
import { MAX_MESSAGES, treeEmpty, treeFileTooBig, treeFull } from './tree-faults.ts';

/** The leaves are read in the service's own thread: this many bytes take it a tenth of a second. */
const MAX_FILE_BYTES = 128 * 1024;

const isMessages = (path: string) => /(?:^|\/)messages\.txt$/u.test(fold(path));

/** The leaves of a file: the lines of `messages.txt`, the first cells of a `.csv`, or all of any other `.txt` as one. */
function messagesOf(path: string, text: string): string[] {
  if (/\.csv$/iu.test(path)) return firstCells(text);
  return isMessages(path) ? text.split('\n') : [text.replace(/\s*\n\s*/gu, ' ')];
}

/** A folder with `arbre.md`. */
export const readTree: Reader = async (unit, tools) => {
  const opened = await openWritten(unit, tools);
  if (!opened.ok) return opened.reading;
  const { front } = opened.file;
  const base = baseOf(unit, tools, 'L’arbre', front);
  const problems: Problem[] = [...opened.file.problems, ...base.problems];
  if (base.refused) return { ...nothing, problems };
  const [, ...leaves] = unit.files;
  const texts = new Map<string, string>();
  for (const file of leaves) {
    if (file.size > MAX_FILE_BYTES) {
      problems.push(problemOf(file.path, 'refused', treeFileTooBig()));
      continue;
    }
    const decoded = decodeText(await tools.bytes(file));
    if (!decoded.ok) {
      problems.push(problemOf(file.path, 'refused', decoded.fault));
      continue;
    }
    problems.push(...decoded.warnings.map((each) => problemOf(file.path, 'warning', each)));
    for (const written of messagesOf(file.path, decoded.text)) {
      if (texts.size > MAX_MESSAGES) break;
      const text = frenchTypography(written.normalize('NFC').trim());
      // The same words twice are one leaf: the place of a leaf depends only on its words.
      if (text !== '') texts.set(contentId(fold(text)), text);
    }
  }
  if (texts.size === 0) problems.push(problemOf(unit.files[0].path, 'warning', treeEmpty()));
  if (texts.size > MAX_MESSAGES) problems.push(problemOf(unit.files[0].path, 'warning', treeFull()));
  const item: TreeItem = {
    ...base.fields,
    kind: 'tree',
    messages: [...texts].slice(0, MAX_MESSAGES).map(([id, text]) => ({ id, text })),
    ...(front.town === undefined ? {} : { town: front.town }),
    ...(front.department === undefined ? {} : { department: front.department }),
    ...(front.venue === undefined ? {} : { venue: front.venue }),
  };
  const keeps = front.keepsContacts === true ? ({ keepsContacts: true } as const) : {};
  return { items: [item], problems, retry: false, uses: [], ...keeps };
};
