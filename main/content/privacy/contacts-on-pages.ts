import { posix } from 'node:path';
import { fault, problemOf } from '../faults/fault.ts';
import type { Reading, ReadTools } from '../reading/reading.ts';
import type { Unit } from '../scan/unit.ts';
import { NO_CONTACT_RULE } from './public-contacts.ts';

/** Words in pictures reach a person: that cannot be taken out of the pages of a document or of a drawing, and is told. */
export async function contactsOnPages(
  pages: Reading,
  unit: Unit,
  tools: Pick<ReadTools, 'contactRule'>,
  shownAs: 'pages' | 'drawing' = 'pages',
): Promise<Reading> {
  if (pages.items.length === 0) return pages;
  const [file] = unit.files;
  const { isPublic, saidBy } = (await tools.contactRule?.(file)) ?? NO_CONTACT_RULE;
  const uses = [...pages.uses, saidBy];
  if (isPublic) return { ...pages, uses };
  const [what, passes] =
    shownAs === 'pages'
      ? ['Les pages de ce document montrent', 'elles passent telles quelles']
      : ['Ce dessin montre', 'il passe tel quel'];
  const told = fault(
    'contact-on-page',
    `${what} le numéro de téléphone ou l’adresse d’une personne : ${passes}.`,
    `Retirez-les du ${shownAs === 'pages' ? 'document' : 'dessin'} et déposez-le de nouveau. Si c’est un contact public (accueil, CDI…), écrivez dans preau.yml la ligne « contact: ${posix.basename(file.path)} ».`,
  );
  return { ...pages, uses, problems: [...pages.problems, problemOf(file.path, 'warning', told)] };
}
