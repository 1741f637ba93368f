import { posix } from 'node:path';
import type { Block } from '../documents/block.ts';
import { fault, problemOf } from '../fault.ts';
import type { Reading, ReadTools } from '../reading.ts';
import type { Unit } from '../unit.ts';
import { NO_CONTACT_RULE } from './public-contacts.ts';
import { publicLines } from './public-lines.ts';
import { isNone } from './taken.ts';

/** The pages of a document, which are pictures: what reaches a person there cannot be taken out, and is told instead. */
export async function contactsOnPages(
  pages: Reading,
  blocks: readonly Block[],
  unit: Unit,
  tools: ReadTools,
): Promise<Reading> {
  if (pages.items.length === 0 || isNone(publicLines(blocks).taken)) return pages;
  const [file] = unit.files;
  const { isPublic, saidBy } = (await tools.contactRule?.(file)) ?? NO_CONTACT_RULE;
  const uses = [...pages.uses, saidBy];
  if (isPublic) return { ...pages, uses };
  const told = fault(
    'contact-on-page',
    'Les pages de ce document montrent le numéro de téléphone ou l’adresse d’une personne : elles passent telles quelles.',
    `Retirez-les du document et déposez-le de nouveau. Si c’est un contact public (accueil, CDI…), écrivez dans preau.yml la ligne « contact: ${posix.basename(file.path)} ».`,
  );
  return { ...pages, uses, problems: [...pages.problems, problemOf(file.path, 'warning', told)] };
}
