import { documentOf, type ReadDocument } from '../../documents/document.ts';
import { ranked } from '../../documents/paragraph.ts';
import { withTabTables } from '../../documents/tab-tables.ts';
import { type Refused, refuse } from '../../faults/fault.ts';
import { type DocumentText, withRelease } from '../../press-release/document-text.ts';
import type { Parse, ParseSource } from '../file-kind.ts';
import { readDocx } from './docx.ts';
import { foundStranger } from './found-stranger.ts';
import { readOdt } from './odt.ts';
import { warningsOf } from './told.ts';
import { emptyDocument, insertedLost, nothingShown, picturesOnly } from './word-faults.ts';
import type { WrittenDocument } from './written-document.ts';

/** The blocks of a `.docx` or `.odt`, and the events that it announces. */
export const parseWordProcessor: Parse<DocumentText | Refused> = async (source) =>
  withRelease(await wordProcessorDocument(source), source);

/** The blocks of a `.docx` or `.odt`: only its text is shown, so the warnings say what of it is not. */
export async function wordProcessorDocument(
  source: Pick<ParseSource, 'bytes' | 'ending' | 'format'>,
): Promise<ReadDocument | Refused> {
  const stranger = await foundStranger(source);
  if (stranger) return refuse(stranger);
  const answer = source.ending === '.odt' ? readOdt(source.bytes) : readDocx(source.bytes);
  return answer.ok ? documentOfText(answer) : answer;
}

const HAS_WORDS = /[\p{L}\p{N}]/u;

function documentOfText({ blocks: written, told }: WrittenDocument): ReadDocument | Refused {
  const { blocks, guesses } = withTabTables(written);
  for (const guess of guesses) told.others.add(guess);
  const warnings = warningsOf(told);
  const kept = blocks.filter((block) => block.kind === 'table' || block.struck !== true || !HAS_WORDS.test(block.text));
  const links = [...told.links].map(([url, label]) => ({ url, label: label.trim() || new URL(url).hostname }));
  if (kept.length > 0) return { ...documentOf(ranked(kept), warnings), ...(links.length > 0 ? { links } : {}) };
  if (told.unshown.size > 0) return refuse(picturesOnly(told.unshown));
  if (told.others.has('inserted')) return refuse(insertedLost());
  return refuse(warnings.length > 0 || told.others.has('hidden') ? nothingShown() : emptyDocument());
}
