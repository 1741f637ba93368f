import { withinLimits } from '../documents/limits.ts';
import { markdownBlocks } from '../kinds/text/markdown-blocks.ts';
import type { ReadTools } from '../reading/reading.ts';
import type { Unit } from '../scan/unit.ts';
import { publicLines } from './public-lines.ts';
import { isNone, noneTaken, type Taken } from './taken.ts';

/** Characters of a body that describe an event or an exhibition: twelve minutes of reading. */
export const MAX_DESCRIPTION = 16_000;
/**
 * The part of a body of which a description may be made: as much may be taken out of it as is shown. To look at the 200,000
 * characters that are read of a text would hold the event loop.
 */
export const lookedAt = (body: string): string => withinLimits(body, 2 * MAX_DESCRIPTION).text;

/** The text of a fiche without what reaches a person, and what was taken out. */
export interface PublicBody {
  readonly body: string;
  readonly taken: Taken;
}

/**
 * Takes what reaches a person out of the text of a fiche while it still has its lines: once they are joined to one
 * description, a name on one line can no longer be told from a number on the next.
 */
export function publicBody(body: string, keepsContacts: boolean): PublicBody {
  if (keepsContacts) return { body, taken: noneTaken };
  const blocks = markdownBlocks(body);
  const { lines, taken } = publicLines(blocks);
  if (isNone(taken)) return { body, taken };
  const left = blocks.flatMap(({ level }, at) => {
    const line = lines[at];
    return line === null || line === undefined ? [] : [level > 0 ? `${'#'.repeat(level)} ${line}` : line];
  });
  return { body: left.join('\n\n'), taken };
}

/** Whether staff wrote, in a fiche or in the settings of the place, that its contacts are public. */
export async function hasPublicContacts(
  unit: Unit,
  tools: ReadTools,
  front: { readonly keepsContacts?: boolean },
): Promise<boolean> {
  return front.keepsContacts === true || (await tools.contactRule?.(unit.files[0]))?.isPublic === true;
}
