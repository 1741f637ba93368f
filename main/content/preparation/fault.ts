import { foreignKind } from '../kinds/foreign/foreign-kinds.ts';

/** Why one file cannot be shown, or (as a warning) not as staff expect. The caller adds the file: a `Problem`. */
export interface Fault {
  /** Short, stable, for machines: `file-truncated`. */
  readonly code: string;
  /** What is wrong, a French sentence. */
  readonly message: string;
  /** What to do, a French sentence. */
  readonly advice: string;
  /** True where the file may be an unfinished copy, or the machine short of something: worth another try. */
  readonly retry: boolean;
}

const AGAIN = 'Copiez-le de nouveau depuis l’original.';
const fixed = (code: string, message: string, advice: string): Fault => ({ code, message, advice, retry: false });
const again = (code: string, message: string, advice: string): Fault => ({ code, message, advice, retry: true });
const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** Every sentence that the preparation of a file can answer with. */
export const faults = {
  empty: () => again('file-empty', 'Le fichier est vide (0 octet).', AGAIN),
  truncated: () =>
    again(
      'file-truncated',
      'La copie semble inachevée : la fin du fichier manque.',
      `Attendez la fin de la copie. ${AGAIN}`,
    ),
  zeros: () =>
    again(
      'file-zeros',
      'La copie semble inachevée : la fin du fichier n’est pas encore remplie.',
      `Attendez la fin de la copie. ${AGAIN}`,
    ),
  damaged: () =>
    again(
      'file-damaged',
      'Le fichier est illisible : il est abîmé, ou sa copie est inachevée.',
      'Vérifiez qu’il s’ouvre sur votre poste, puis copiez-le de nouveau.',
    ),
  gone: () =>
    again(
      'file-gone',
      'Le fichier n’est plus là, ou il ne peut pas être lu.',
      'Vérifiez ses droits d’accès, ou déposez-le de nouveau.',
    ),
  forbidden: () =>
    again(
      'file-forbidden',
      'Le fichier ne peut pas être lu : l’accès est refusé.',
      'Donnez le droit de lecture sur ce fichier, ou déposez-le de nouveau.',
    ),
  changed: () => again('file-changing', 'Le fichier a changé pendant sa lecture.', 'Attendez la fin de la copie.'),
  notMedia: (extension: string) =>
    fixed(
      'wrong-content',
      `Le contenu de ce fichier n’est pas celui d’un fichier « ${extension} ».`,
      'Ouvrez-le dans le logiciel qui l’a créé, puis exportez-le de nouveau.',
    ),
  wrongExtension: (extension: string, real: string) =>
    fixed(
      'wrong-extension',
      `Ce fichier s’appelle « ${extension} », mais c’est un fichier « ${real} ».`,
      `Renommez-le pour qu’il se termine par « ${real} ».`,
    ),
  unknownKind: (extension: string) => {
    const { message, advice } = foreignKind(extension.toLowerCase());
    return fixed('unknown-kind', message, advice);
  },
  tooManyPixels: (width: number, height: number) =>
    fixed(
      'image-too-large',
      `L’image est trop grande : ${number.format(width)} × ${number.format(height)} pixels.`,
      'Réduisez-la à 120 millions de pixels au plus : 4 000 pixels de large suffisent à l’écran.',
    ),
  fileTooHeavy: () =>
    fixed(
      'file-too-large',
      'Le fichier est trop lourd pour être préparé (plus de 1 Go).',
      'Exportez-le en JPEG, en PDF ou en MP4, plus léger.',
    ),
  animationCut: (shown: number, of: number) =>
    fixed(
      'animation-cut',
      `L’animation est trop longue : seules ses ${number.format(shown)} premières images sur ${number.format(of)} sont montrées.`,
      'Exportez-la en vidéo MP4.',
    ),
  svgRemote: () =>
    fixed(
      'svg-remote',
      'Le dessin SVG fait appel à des fichiers qui sont hors de lui.',
      'Incorporez les images et les polices au dessin, ou exportez-le en PNG.',
    ),
  svgEntities: () =>
    fixed(
      'svg-entities',
      'Le dessin SVG contient des entités, qui sont refusées par sécurité.',
      'Exportez-le en « SVG simple », ou en PNG.',
    ),
  svgTooLarge: () => fixed('svg-too-large', 'Le dessin SVG est trop lourd ou trop complexe.', 'Exportez-le en PNG.'),
  pdfLocked: () =>
    fixed(
      'pdf-locked',
      'Le PDF est protégé par un mot de passe.',
      'Enregistrez-le sans mot de passe, puis déposez-le de nouveau.',
    ),
  pdfEmpty: () =>
    fixed('pdf-empty', 'Le PDF n’a aucune page.', 'Exportez-le de nouveau depuis le logiciel qui l’a créé.'),
  pagesCut: (shown: number, of: number) =>
    fixed(
      'pages-cut',
      `Le document a ${number.format(of)} pages : seules les ${number.format(shown)} premières sont montrées.`,
      'Gardez l’essentiel : un document court est mieux lu.',
    ),
  textTooSmall: (page: number) =>
    fixed(
      'text-too-small',
      `Le texte est trop petit pour être lu à 3 m (page ${number.format(page)}).`,
      'Agrandissez le texte (un titre, quelques lignes), ou réservez ce document à l’affichage sur papier.',
    ),
  noPicture: () => fixed('video-no-picture', 'La vidéo n’a pas d’image.', 'Exportez-la en « MP4, H.264 ».'),
  videoEmpty: () =>
    fixed('video-empty', 'La vidéo est vide : sa durée est nulle.', 'Exportez-la de nouveau en « MP4, H.264 ».'),
  videoCodec: (codec: string) =>
    fixed(
      'video-codec',
      `La vidéo est au format « ${codec} », que l’écran ne peut pas lire.`,
      'Exportez-la en « MP4, H.264 », puis déposez-la de nouveau.',
    ),
  officeMissing: (extension: string) =>
    fixed(
      'office-missing',
      `Les fichiers « ${extension} » ne peuvent pas être montrés sur cette machine : LibreOffice n’y est pas installé.`,
      'Exportez-le en PDF (« Fichier », « Exporter », « PDF »), puis déposez le PDF.',
    ),
  officeFailed: () =>
    fixed(
      'office-failed',
      'LibreOffice n’a pas pu convertir ce fichier.',
      'Exportez-le en PDF (« Fichier », « Exporter », « PDF »), puis déposez le PDF.',
    ),
  officeLinks: () =>
    fixed(
      'office-links',
      'Ce document fait appel à des images ou à des fichiers qui sont hors de lui.',
      'Incorporez-les au document au lieu de les lier, ou exportez-le en PDF.',
    ),
  archiveBomb: () =>
    fixed(
      'archive-bomb',
      'Le fichier est une archive démesurée une fois décompressée : il est refusé.',
      'Exportez-le de nouveau, en PDF.',
    ),
  stopped: () =>
    again('stopped', 'L’afficheur s’est arrêté avant d’avoir lu ce fichier.', 'Il sera lu au prochain démarrage.'),
  tooSlow: () =>
    fixed(
      'too-slow',
      'La préparation de ce fichier dure trop longtemps.',
      'Exportez-le plus simplement, en JPEG ou en PDF.',
    ),
  deadly: () =>
    fixed(
      'file-deadly',
      'Ce fichier a interrompu l’afficheur à trois reprises : il est mis de côté.',
      'Exportez-le de nouveau, dans un autre format si possible.',
    ),
  storeFull: () =>
    again(
      'store-full',
      'Le disque de la machine d’affichage est plein : ce fichier n’a pas pu être préparé.',
      'Libérez de la place sur la machine d’affichage, ou retirez les vidéos qui ne servent plus.',
    ),
  storeUnwritable: () =>
    again(
      'store-unwritable',
      'La réserve de la machine d’affichage ne peut pas être écrite.',
      'Demandez au support informatique de vérifier le dossier d’état et ses droits.',
    ),
} as const;

/** The answer to a file that is not there to its true end. */
export function unfinished(reason: 'truncated' | 'zeros' | 'empty' | 'unknown', extension: string): Fault {
  if (reason === 'unknown') return faults.notMedia(extension);
  return reason === 'empty' ? faults.empty() : reason === 'zeros' ? faults.zeros() : faults.truncated();
}

/** What the system's own codes say stood in the way of reading; null for any other error. */
export function systemFault(error: unknown): Fault | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'EIO' || code === 'ESTALE' || code === 'EBUSY') return faults.gone();
  return code === 'EACCES' || code === 'EPERM' ? faults.forbidden() : null;
}
