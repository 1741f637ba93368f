import { fault } from '../../fault.ts';

const AS_PDF = 'Pour le montrer tel quel, exportez-le en PDF (« Fichier », « Exporter », « PDF ») et déposez le PDF.';

export const picturesOnly = () =>
  fault('document-pictures-only', 'Ce document n’a que des images, et pas de texte.', AS_PDF);

export const picturesLost = () =>
  fault('document-pictures', 'Seul le texte de ce document est montré, sans ses images.', AS_PDF);

export const emptyDocument = () =>
  fault(
    'document-empty',
    'Ce document est vide.',
    'Écrivez ce que l’écran doit dire, enregistrez-le, puis déposez-le de nouveau.',
  );

export const lockedDocument = () =>
  fault(
    'document-locked',
    'Ce document est protégé par un mot de passe.',
    'Enregistrez-le sans mot de passe, ou exportez-le en PDF.',
  );

/** Office files with a password are OLE containers, as files of old versions are. */
export const lockedOrOldDocument = () =>
  fault(
    'document-locked',
    'Ce document est protégé par un mot de passe, ou enregistré dans un ancien format.',
    'Enregistrez-le sans mot de passe, ou exportez-le en PDF.',
  );

export const documentBomb = () =>
  fault(
    'document-bomb',
    'Ce document contient beaucoup plus de données qu’un texte ne peut en avoir.',
    'Copiez son texte dans un document neuf, ou exportez-le en PDF.',
  );

export const damagedDocument = () =>
  fault(
    'document-damaged',
    'Ce document est endommagé ou incomplet.',
    'Copiez-le de nouveau dans le dossier ; s’il ne s’ouvre pas non plus sur votre poste, demandez-en une autre copie.',
  );
