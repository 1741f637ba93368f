import { type Fault, fault, guessed } from '../../faults/fault.ts';

/** An empty file, or one of spaces and ends of lines. */
export const emptyFile = (): Fault =>
  fault('empty', 'Ce fichier est vide.', 'Enregistrez-le de nouveau, puis déposez-le encore une fois.');

export const emptyText = (): Fault =>
  fault(
    'text-empty',
    'Ce texte est vide : il n’a ni titre ni phrase.',
    'Écrivez ce que l’écran doit dire, enregistrez le fichier, puis déposez-le de nouveau.',
  );

/** A warning: the title is shown alone. */
export const titleOnly = (): Fault =>
  fault(
    'text-title-only',
    'Ce texte n’a qu’un titre : il est montré seul.',
    'Si vous attendiez davantage, écrivez-le sous le titre, puis enregistrez le fichier.',
  );

/** A warning: the event is shown without its image. */
export const imageMissing = (): Fault =>
  fault(
    'image-missing',
    'L’image demandée par cette fiche est introuvable.',
    'Vérifiez le nom écrit après « image : », et que le fichier est dans le dossier.',
  );

/** Of a file that is larger than any text. */
export const textTooBig = (): Fault =>
  fault('text-too-big', 'Ce fichier de texte est beaucoup trop gros.', 'Découpez-le ou ne gardez que l’essentiel.');

export const binaryFile = (): Fault =>
  fault(
    'text-binary',
    'Ce n’est pas un texte, malgré le nom du fichier.',
    'Ouvrez-le avec le logiciel qui l’a créé et exportez-le en PDF ou en texte.',
  );

/** A warning: some bytes are of no character. `line`: the first line that has one, from 1. */
export const twiceEncoded = (line: number): Fault =>
  guessed(
    'text-encoded-twice',
    `Des accents de ce fichier sont abîmés, les premiers à la ligne ${line} (« Ã© » à la place de « é ») : ils sont rétablis.`,
    'Vérifiez les mots affichés, ou enregistrez le fichier à nouveau en UTF-8.',
    line,
  );

/** Of RTF and HTML under the name of a text. */
export const markedUpText = (): Fault =>
  fault(
    'text-marked-up',
    'Ce fichier est une page web ou un document RTF, malgré son nom : il montrerait les codes de sa mise en page.',
    'Ouvrez-le dans Word, enregistrez-le en « .docx » ou en PDF, puis déposez le résultat.',
  );

/** Of the events of a calendar program under the name of a text, which would be on the wall line by line. */
export const calendarText = (): Fault =>
  fault(
    'text-calendar',
    'Ce fichier est un agenda (iCalendar), malgré son nom : il montrerait ses lignes de codes.',
    'Renommez-le pour que son nom finisse par « .ics » et non par « .txt » : ses événements sont alors montrés.',
  );

export const brokenText = (line: number): Fault =>
  guessed(
    'text-broken',
    `Des caractères de ce fichier sont abîmés, le premier à la ligne ${line} : ils sont devinés, ou remplacés par « \ufffd ».`,
    'Vérifiez les mots affichés, ou enregistrez le fichier à nouveau en UTF-8.',
    line,
  );
