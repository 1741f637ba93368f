import { wholeNumber } from '../../../lib/whole-number.ts';
import { dropped, fault, guessed, quoted } from '../../faults/fault.ts';

/** A cover sheet that only tells readers to open the collection of files (portfolio) in Acrobat. */
export const pdfPortfolio = () =>
  dropped(
    'pdf-portfolio',
    'Ce PDF est un porte-documents : les fichiers qu’il contient ne sont pas montrés.',
    'Ouvrez-le dans Adobe Reader, enregistrez les fichiers qu’il contient, puis déposez-les.',
  );

/** A warning: files that the document carries are no pages. */
export const pdfAttachments = () =>
  dropped(
    'pdf-attachments',
    'Les fichiers joints à ce PDF ne sont pas montrés : seules ses pages le sont.',
    'S’ils doivent passer à l’écran, ouvrez-le dans Adobe Reader, enregistrez-les, puis déposez-les.',
  );

/** A warning: the end of the file does not fit the rest, so that its pages were looked for one by one. */
export const pdfMended = () =>
  guessed(
    'pdf-mended',
    'La fin de ce PDF est abîmée : ses pages ont été retrouvées une à une.',
    'Vérifiez à l’écran qu’elles y sont toutes ; s’il en manque, exportez-le de nouveau.',
  );

export const lockedPdf = () =>
  fault(
    'pdf-locked',
    'Le PDF est protégé par un mot de passe.',
    'Enregistrez-le sans mot de passe, puis déposez-le de nouveau.',
  );

/** A warning: the other pages of the document are shown. */
export const pageUnreadable = () =>
  dropped(
    'pdf-page-unreadable',
    'Des pages de ce PDF sont abîmées ou manquent : elles ne sont pas montrées.',
    'Ouvrez-le sur votre poste, et exportez-le de nouveau s’il lui manque des pages.',
  );

/** Words of a page are marked to be taken out, and still stand there. */
export const pdfToRedact = () =>
  fault(
    'pdf-to-redact',
    'Des passages de ce PDF sont marqués pour être biffés, et ne le sont pas encore : il n’est pas montré.',
    'Dans Acrobat, « Biffer un fichier PDF », choisissez « Appliquer », enregistrez, puis déposez-le de nouveau.',
  );

/** A page that unpacks without end, by mistake of a program or on purpose. */
export const pdfTooHeavy = () =>
  fault(
    'pdf-too-heavy',
    'Une page de ce PDF demande beaucoup trop de mémoire pour être dessinée.',
    'Ouvrez-le, imprimez-le avec « Microsoft Print to PDF » (ou « Enregistrer au format PDF »), puis déposez le PDF obtenu.',
  );

/** Of a PDF, or of a page of it. `letters`: the first that are missing on it. */
export const lettersLost = (letters: string) =>
  dropped(
    'pdf-letters',
    `Des caractères de ce PDF manquent à l’écran (${quoted(letters)}) : il n’a pas en lui la police qui les dessine.`,
    'Exportez-le de nouveau avec ses polices (« PDF/A », ou « Incorporer les polices »), ou en PNG.',
  );

/** Words whose letters nobody can know. */
export const lettersGuessed = () =>
  fault(
    'pdf-letters-unknown',
    'Des mots de ce PDF seraient faux à l’écran : il n’a pas en lui la police qui dit leurs lettres.',
    'Exportez-le de nouveau avec ses polices (« PDF/A », ou « Incorporer les polices »), ou en PNG.',
  );

/** A warning. `sign`: what a cell shows in place of its value. `page`: from 1. */
export const cellsFailed = (sign: string, page: number) =>
  dropped(
    'pdf-cells',
    `Des cases de tableau montrent ${quoted(sign)} au lieu de leur valeur (page\u00a0${wholeNumber(page)}).`,
    'Élargissez la colonne, ou corrigez la formule, puis enregistrez ou exportez de nouveau le document.',
  );

/** A warning. `page`: from 1. */
export const notesUndrawn = (page: number) =>
  dropped(
    'pdf-notes',
    `Des annotations de ce PDF (trait, forme ou tampon) manquent à l’écran (page\u00a0${wholeNumber(page)}).`,
    'Ouvrez-le dans Adobe Reader, imprimez-le avec « Microsoft Print to PDF », puis déposez le PDF obtenu.',
  );

export const pdfWithoutPage = () =>
  fault('pdf-empty', 'Le PDF n’a aucune page.', 'Exportez-le de nouveau depuis le logiciel qui l’a créé.');

/** A page that only tells readers to wait for the form (XFA), which Adobe Reader alone can draw. */
export const adobeForm = () =>
  dropped(
    'pdf-xfa',
    'Ce PDF est un formulaire que seul Adobe Reader sait afficher : il n’est pas montré.',
    'Ouvrez-le dans Adobe Reader, imprimez-le avec « Microsoft Print to PDF », puis déposez le PDF obtenu.',
  );

/** A warning. `page`: from 1. */
export const textTooSmall = (page: number) =>
  fault(
    'text-too-small',
    `Le texte est trop petit pour être lu à 3\u00a0m (page\u00a0${wholeNumber(page)}).`,
    'Agrandissez le texte (un titre, quelques lignes), ou réservez ce document à l’affichage sur papier.',
  );
