import { wholeNumber } from '../../../lib/whole-number.ts';
import { dropped, fault, guessed, quoted } from '../../faults/fault.ts';

export const tooManyPixels = (width: number, height: number) =>
  fault(
    'image-too-large',
    `L’image est trop grande : ${wholeNumber(width)}\u00a0×\u00a0${wholeNumber(height)} pixels.`,
    'Réduisez-la à 120\u00a0millions de pixels au plus : 4\u202f000 pixels de large suffisent à l’écran.',
  );

/** A warning: only the first frames of an animation are shown. */
export const animationCut = (shown: number, of: number) =>
  dropped(
    'animation-cut',
    `L’animation est trop longue : seules ses ${wholeNumber(shown)} premières images sur ${wholeNumber(of)} sont montrées.`,
    'Exportez-la en vidéo MP4.',
  );

/** A warning: of an animation in AVIF or PNG, only the first frame can be shown. */
export const animationStill = (format: 'AVIF' | 'PNG') =>
  dropped(
    'animation-still',
    `L’animation ${format} est montrée sans mouvement : seule sa première image est à l’écran.`,
    'Exportez-la en vidéo MP4, ou en GIF.',
  );

/** The fault of an animation in AVIF that holds no still picture. */
export const animationUnread = () =>
  fault('animation-unread', 'L’animation AVIF ne peut pas être lue.', 'Exportez-la en vidéo MP4, ou en GIF.');

/** The fault of a TIFF of which no page can be decoded. */
export const tiffCompression = () =>
  fault(
    'tiff-compression',
    'L’image TIFF est enregistrée d’une façon rare, que Préau ne sait pas lire.',
    'Ouvrez-la sur votre poste, puis enregistrez-la en JPEG, en PNG ou en PDF.',
  );

/** The fault of a JPEG as medical and scientific devices write it: of 12 bits a colour, or without loss. */
export const jpegUnusual = () =>
  fault(
    'jpeg-unusual',
    'L’image JPEG est enregistrée d’une façon rare (12 bits par couleur), que Préau ne sait pas lire.',
    'Ouvrez-la sur votre poste, puis enregistrez-la en PNG ou en JPEG ordinaire.',
  );

/** A warning: some pages of a TIFF cannot be decoded, and are left out. */
export const tiffPagesUnread = () =>
  dropped(
    'tiff-pages-unread',
    'Certaines pages du fichier TIFF sont enregistrées d’une façon rare : elles ne sont pas montrées.',
    'Enregistrez le document en PDF, puis déposez ce PDF à la place.',
  );

export const svgRemote = () =>
  fault(
    'svg-remote',
    'Le dessin SVG fait appel à des fichiers qui sont hors de lui.',
    'Incorporez les images et les polices au dessin, ou exportez-le en PNG.',
  );

export const svgEntities = () =>
  fault(
    'svg-entities',
    'Le dessin SVG contient des entités, qui sont refusées par sécurité.',
    'Exportez-le en « SVG simple », ou en PNG.',
  );

export const svgTooLarge = () =>
  fault('svg-too-large', 'Le dessin SVG est trop lourd ou trop complexe.', 'Exportez-le en PNG.');

/** A warning: a drawing holds a program, which never runs. */
export const svgScript = () =>
  dropped(
    'svg-script',
    'Le dessin SVG contient un programme (script) : l’écran montre le dessin, et ne lance jamais ce programme.',
    'Si le dessin n’est pas comme vous l’attendez, exportez-le en « SVG simple », ou en PNG.',
  );

/** A warning: words that the drawing holds as HTML were drawn again as plain text. */
export const svgTextsRedrawn = () =>
  guessed(
    'svg-texts-redrawn',
    'Des textes du dessin SVG sont en HTML : ils ont été redessinés simplement, sans leur mise en forme.',
    'Vérifiez-les à l’écran. Pour un rendu exact, exportez le dessin en PNG ou en PDF.',
  );

/** A warning: a drawing carries or fetches a font, and its words are written in another one. */
export const svgFontsReplaced = () =>
  guessed(
    'svg-fonts',
    'Le dessin SVG a sa propre police, que Préau ne sait pas lire : ses mots sont écrits dans une autre.',
    'Vérifiez à l’écran que rien ne déborde. Pour un rendu exact, exportez le dessin en PNG ou en PDF, ou convertissez ses textes en tracés.',
  );

/** The fault of a picture of which every pixel is transparent. */
export const imageTransparent = () =>
  dropped(
    'image-transparent',
    'L’image est entièrement transparente : il n’y a rien à montrer.',
    'Exportez-la de nouveau, en JPEG ou en PNG.',
  );

/** The fault of a drawing of which nothing would be seen, since it is made of what Préau does not draw. */
export const svgNothing = () =>
  fault(
    'svg-nothing',
    'Préau ne sait rien dessiner de ce dessin SVG : il serait vide à l’écran.',
    'Exportez-le en PNG ou en PDF.',
  );

/** A warning: words of the drawing that cannot be placed are left out. */
export const svgTextsLost = (words: string) =>
  dropped(
    'svg-texts-lost',
    `Des textes du dessin SVG ne sont pas montrés : ${quoted(words)}.`,
    'Exportez le dessin en PNG ou en PDF. (Dans Inkscape, le menu « Texte » convertit un texte encadré en texte.)',
  );

/** A warning: a colour of the drawing has several values, of which one was taken. */
export const svgColoursGuessed = () =>
  guessed(
    'svg-colours-guessed',
    'Des couleurs du dessin SVG changent d’une partie à l’autre : une seule valeur de chacune a été retenue.',
    'Vérifiez le dessin à l’écran. Pour un rendu exact, exportez-le en PNG ou en PDF.',
  );

/** A warning: colours that cannot be read are black on the wall. */
export const svgColoursLost = () =>
  dropped(
    'svg-colours-lost',
    'Des couleurs du dessin SVG sont écrites d’une façon que Préau ne sait pas lire : elles peuvent être noires.',
    'Exportez le dessin en PNG ou en PDF.',
  );

/** A warning: pictures within a drawing cannot be decoded. */
export const svgPicturesLost = () =>
  dropped(
    'svg-pictures-lost',
    'Des images du dessin SVG ne sont pas montrées : Préau ne sait pas les lire.',
    'Exportez le dessin en PNG ou en PDF.',
  );

/** A warning: a drawing moves, and is shown as it begins. */
export const svgStill = () =>
  dropped(
    'svg-still',
    'Le dessin SVG est animé : il est montré sans mouvement, comme à son début.',
    'S’il y manque quelque chose à l’écran, exportez-le en PNG, ou en vidéo MP4.',
  );

/** A warning: rules of style that browsers alone know place or cut parts of a drawing. */
export const svgLooksOtherwise = () =>
  guessed(
    'svg-styles',
    'Le dessin SVG a des réglages de style que Préau ne connaît pas tous : des parties peuvent être placées ou coupées autrement.',
    'Vérifiez-le à l’écran. Pour un rendu exact, exportez-le en PNG ou en PDF.',
  );

/** A warning. `letters`: characters of which the fonts of a machine may have none. */
export const svgRareLetters = (letters: string) =>
  guessed(
    'svg-letters',
    `Le dessin SVG écrit des caractères rares (${quoted(letters)}) : sur un écran dont les polices ne les ont pas, un carré vide les remplace.`,
    'Vérifiez-le à l’écran. Pour un rendu sûr, exportez-le en PNG ou en PDF, ou convertissez ses textes en tracés.',
  );
