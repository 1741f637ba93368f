import { frenchList } from '../../../lib/french-list.ts';
import { redact } from '../../documents/redact.ts';
import { dropped, type Fault, fault, guessed, quoted } from '../../faults/fault.ts';

const AS_PDF = 'Pour le montrer tel quel, exportez-le en PDF (« Fichier », « Exporter », « PDF ») et déposez le PDF.';

/** What staff call the parts of a document that no text can show. */
const UNSHOWN = {
  pictures: 'images',
  charts: 'graphiques',
  diagrams: 'schémas (SmartArt)',
  drawings: 'dessins à main levée',
  formulas: 'formules',
  objects: 'objets incorporés',
  controls: 'champs de formulaire',
  films: 'vidéos',
} as const;

/** A part of a document that is not shown. */
export type Unshown = keyof typeof UNSHOWN;

/** « ses images et ses graphiques ». */
export const namesOf = (unshown: Iterable<Unshown>, article: string): string =>
  frenchList([...unshown].map((kind) => `${article} ${UNSHOWN[kind]}`));

export const picturesOnly = (unshown: Iterable<Unshown>): Fault =>
  fault('document-pictures-only', `Ce document n’a que ${namesOf(unshown, 'des')}, et pas de texte.`, AS_PDF);

export const picturesLost = (unshown: Iterable<Unshown>): Fault =>
  dropped('document-pictures', `Seul le texte de ce document est montré, sans ${namesOf(unshown, 'ses')}.`, AS_PDF);

/** Of a document made of parts of other files, which Word fetches when it opens it. */
export const insertedLost = (): Fault =>
  dropped(
    'document-inserted',
    'Un texte que ce document va chercher dans un autre fichier n’est pas montré.',
    'Ouvrez le document dans Word, enregistrez-le de nouveau, ou exportez-le en PDF.',
  );

export const fieldsUnfilled = (): Fault =>
  dropped(
    'document-fields',
    'Des champs de ce document ne sont pas remplis : ce qui y est écrit en attendant n’est pas montré.',
    'Remplissez-les ou supprimez-les, puis enregistrez le document.',
  );

/** Of words that a word processor computes when it opens the document, and that no program has computed yet. */
export const resultsUnsaved = (): Fault =>
  dropped(
    'document-unsaved',
    'Des mots de ce document, que le traitement de texte calcule en l’ouvrant, n’y sont pas encore : ils ne sont pas montrés.',
    'Ouvrez-le dans Word, sélectionnez tout (Ctrl + A), mettez les champs à jour (F9), puis enregistrez ; ou écrivez ces mots à la main.',
  );

/** Of a date that the word processor writes anew each time the document is opened. */
export const todayKept = (): Fault =>
  guessed(
    'document-today',
    'Une date ou une heure de ce document se met à jour d’elle-même : l’écran montre celle du dernier enregistrement.',
    'Remplacez ce champ par la date elle-même, écrite à la main, puis enregistrez le document.',
  );

/** `words`: what stands in the header and the footer. */
export const marginsLost = (words: string): Fault =>
  dropped(
    'document-margins',
    `L’en-tête et le pied de page de ce document ne sont pas montrés : ${quoted(redact(words))}.`,
    'Si ces mots comptent, écrivez-les dans le texte du document.',
  );

/** Of words that nobody sees in the document either: answers, remarks, what should not be printed. */
export const whiteLost = (): Fault =>
  dropped(
    'document-white',
    'Des mots de ce document, écrits en blanc sur fond blanc, ne sont pas montrés.',
    'S’ils doivent l’être, donnez-leur une autre couleur ; sinon, effacez-les.',
  );

/** Of notes that the text refers to, and that some programs write under other numbers. */
export const notesLost = (): Fault =>
  dropped(
    'document-notes',
    'Des notes de bas de page de ce document sont introuvables : elles ne sont pas montrées.',
    'Ouvrez le document dans Word, enregistrez-le de nouveau, ou exportez-le en PDF.',
  );

const MAKE_TABLE = 'Faites-en un vrai tableau (« Insertion », « Tableau »), ou exportez le document en PDF.';

export const tabColumnsGuessed = (): Fault =>
  guessed(
    'document-tabs',
    'Des lignes que des tabulations mettent en colonnes sont montrées en tableau : leurs cases vides sont devinées.',
    MAKE_TABLE,
  );

export const tabColumnsLost = (): Fault =>
  dropped(
    'document-tabs',
    'Des lignes sont mises en colonnes par des tabulations : leurs mots sont montrés, mais pas les colonnes.',
    MAKE_TABLE,
  );

export const emptyDocument = (): Fault =>
  fault(
    'document-empty',
    'Ce document est vide.',
    'Écrivez ce que l’écran doit dire, enregistrez-le, puis déposez-le de nouveau.',
  );

/** Of a document whose only words are hidden, in its header, in a table of contents, or in controls that nobody filled. */
export const nothingShown = (): Fault =>
  fault(
    'document-empty',
    'Ce document n’a aucun texte à montrer : ses mots sont masqués ou blancs, dans l’en-tête, le pied de page ou la table des matières, ou dans des champs à remplir.',
    'Écrivez dans la page ce que l’écran doit dire, enregistrez-le, puis déposez-le de nouveau.',
  );

export const lockedDocument = (): Fault =>
  fault(
    'document-locked',
    'Ce document est protégé par un mot de passe.',
    'Enregistrez-le sans mot de passe, ou exportez-le en PDF.',
  );

/** Of an OLE container that names no part: a file with a password and one of an old version both are such a container. */
export const lockedOrOldDocument = (): Fault =>
  fault(
    'document-locked',
    'Ce document est protégé par un mot de passe, ou enregistré dans un ancien format.',
    'Enregistrez-le sans mot de passe, ou exportez-le en PDF.',
  );

export const documentBomb = (): Fault =>
  fault(
    'document-bomb',
    'Ce document contient beaucoup plus de données qu’un texte ne peut en avoir.',
    'Copiez son texte dans un document neuf, ou exportez-le en PDF.',
  );

export const damagedDocument = (): Fault =>
  fault(
    'document-damaged',
    'Ce document est endommagé ou incomplet.',
    'Copiez-le de nouveau dans le dossier ; s’il ne s’ouvre pas non plus sur votre poste, demandez-en une autre copie.',
  );
