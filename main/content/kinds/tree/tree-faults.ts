import { type Fault, fault } from '../../faults/fault.ts';

/** More messages than this do not fit a tree. */
export const MAX_MESSAGES = 600;

/** A warning: the tree is shown bare. */
export const treeEmpty = (): Fault =>
  fault(
    'tree-empty',
    'Cet arbre n’a pas encore de messages.',
    'Écrivez un message par ligne dans messages.txt, dans le dossier de l’arbre.',
  );

/** A warning: the tree is shown with its first messages. */
export const treeFull = (): Fault =>
  fault(
    'tree-full',
    `Cet arbre a plus de ${MAX_MESSAGES} messages : les derniers ne sont pas montrés.`,
    'Retirez-en, ou faites un second arbre dans un autre dossier.',
  );

export const treeFileTooBig = (): Fault =>
  fault(
    'tree-file-too-big',
    'Ce fichier est beaucoup trop gros pour les messages d’un arbre.',
    `Gardez-y ${MAX_MESSAGES} messages au plus, un par ligne.`,
  );
