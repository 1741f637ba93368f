import { dropped, fault, guessed, quoted } from '../../faults/fault.ts';
import type { OfficeModule } from './office-modules.ts';

const otherFormat = (ending: string): string =>
  ending === '.xls'
    ? 'Enregistrez-le au format Excel d’aujourd’hui (« .xlsx »), puis déposez le nouveau fichier'
    : 'Exportez-le en PDF (« Fichier », « Exporter », « PDF »), puis déposez le PDF';

export const officeMissing = (ending: string) =>
  fault(
    'office-missing',
    `Les fichiers « ${ending} » ne peuvent pas être montrés sur cette machine : LibreOffice n’y est pas installé.`,
    `${otherFormat(ending)}.`,
  );

export const officeModuleMissing = (ending: string, missing: OfficeModule) =>
  fault(
    'office-module-missing',
    `Les fichiers « ${ending} » ne peuvent pas être montrés sur cette machine : il manque ${missing} à LibreOffice.`,
    `${otherFormat(ending)}. Ou faites installer « libreoffice-${missing.toLowerCase()} » sur cette machine.`,
  );

export const conversionFailed = () =>
  fault(
    'office-failed',
    'LibreOffice n’a pas pu convertir ce fichier.',
    'Exportez-le en PDF (« Fichier », « Exporter », « PDF »), puis déposez le PDF.',
  );

export const linksOutside = () =>
  fault(
    'office-links',
    'Ce document fait appel à des images ou à des fichiers qui sont hors de lui.',
    'Incorporez-les au document au lieu de les lier, ou exportez-le en PDF.',
  );

/** Of a text in which the words that were deleted still stand. */
export const deletionsKept = () =>
  fault(
    'office-deletions',
    'Des modifications de ce document attendent d’être acceptées : ses mots supprimés seraient montrés, barrés.',
    'Dans Word, onglet « Révision », acceptez toutes les modifications, enregistrez, puis déposez-le de nouveau.',
  );

/** Of a deck of which nobody sees a slide in its own program either. */
export const slidesHidden = () =>
  fault(
    'office-hidden',
    'Toutes les diapositives de ce diaporama sont masquées : il n’y a rien à montrer.',
    'Affichez au moins une diapositive (clic droit, « Masquer la diapositive »), puis enregistrez le diaporama.',
  );

/** Of a letter to many that was never sent: the places of its words are drawn. */
export const formLetter = () =>
  guessed(
    'office-letter',
    'Ce document est une lettre type : l’écran montre aussi les champs qui attendent encore leurs mots (« Nom », « Adresse »…).',
    'Dans Word, terminez le publipostage (« Publipostage », « Terminer et fusionner »), puis déposez le document obtenu.',
  );

/** Of a document with a date that is that of the day on which it is looked at: its pages were drawn once. */
export const todayDrawn = () =>
  guessed(
    'office-today',
    'Une date ou une heure de ce document se met à jour d’elle-même : l’écran garde celle du jour où il a lu le fichier.',
    'Remplacez ce champ par la date elle-même, écrite à la main, ou supprimez-le, puis enregistrez le document.',
  );

/** Of a deck whose formulas are drawn as text. */
export const formulasPlain = () =>
  guessed(
    'office-formulas',
    'Les formules de ce diaporama sont écrites sur une ligne, sans leur mise en forme (« x² », « (a+b)/2 »).',
    'Vérifiez-les à l’écran. Pour les montrer telles quelles, exportez le diaporama en PDF depuis PowerPoint, puis déposez le PDF.',
  );

/** `letters`: those that are drawn as empty boxes. */
export const lettersNotDrawn = (letters: string) =>
  dropped(
    'office-letters',
    `Cette machine n’a pas de police pour des caractères de ce document (${quoted(letters)}) : un carré vide les remplace.`,
    'Exportez-le en PDF depuis son logiciel, puis déposez le PDF. Ou faites installer « fonts-noto-color-emoji » (images) ou « fonts-noto » (écritures) sur cette machine.',
  );

/** Of a deck: its pages are shown as pictures. */
export const mediaNotPlayed = () =>
  dropped(
    'office-media',
    'Les vidéos et les sons de ce diaporama ne sont pas joués : ses pages sont montrées comme des images.',
    'Déposez chaque vidéo pour elle-même dans le dossier, en « MP4, H.264 ».',
  );

export const archiveBomb = () =>
  fault(
    'archive-bomb',
    'Le fichier est une archive démesurée une fois décompressée : il est refusé.',
    'Exportez-le de nouveau, en PDF.',
  );
