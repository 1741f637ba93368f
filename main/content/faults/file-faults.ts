import { errorCode } from '../../lib/error-code.ts';
import { type Fault, fault, passingFault } from './fault.ts';

const AGAIN = 'Copiez-le de nouveau depuis l’original.';

/** What can be wrong with a file of any kind. What only files of one kind can have stands in the folder of that kind. */
export const faults = {
  empty: () => passingFault('file-empty', 'Le fichier est vide (0\u00a0octet).', AGAIN),
  truncated: () =>
    passingFault(
      'file-truncated',
      'La copie semble inachevée : la fin du fichier manque.',
      `Attendez la fin de la copie. ${AGAIN}`,
    ),
  zeros: () =>
    passingFault(
      'file-zeros',
      'La copie semble inachevée : la fin du fichier n’est pas encore remplie.',
      `Attendez la fin de la copie. ${AGAIN}`,
    ),
  damaged: () =>
    passingFault(
      'file-damaged',
      'Le fichier est illisible : il est abîmé, ou sa copie est inachevée.',
      'Vérifiez qu’il s’ouvre sur votre poste, puis copiez-le de nouveau.',
    ),
  gone: () =>
    passingFault(
      'file-gone',
      'Le fichier n’est plus là, ou il ne peut pas être lu.',
      'Vérifiez ses droits d’accès, ou déposez-le de nouveau.',
    ),
  forbidden: () =>
    passingFault(
      'file-forbidden',
      'Le fichier ne peut pas être lu : l’accès est refusé.',
      'Donnez le droit de lecture sur ce fichier, ou déposez-le de nouveau.',
    ),
  notDownloaded: () =>
    passingFault(
      'file-not-downloaded',
      'Ce fichier est resté sur le serveur (OneDrive, Dropbox, iCloud…) : son contenu n’est pas sur cette machine.',
      'Sur la machine d’affichage, faites un clic droit sur le dossier et choisissez « Toujours conserver sur cet appareil ».',
    ),
  changed: () =>
    passingFault('file-changing', 'Le fichier a changé pendant sa lecture.', 'Attendez la fin de la copie.'),
  notMedia: (ending: string) =>
    fault(
      'wrong-content',
      `Le contenu de ce fichier n’est pas celui d’un fichier « ${ending} ».`,
      'Ouvrez-le dans le logiciel qui l’a créé, puis exportez-le de nouveau.',
    ),
  wrongExtension: (ending: string, real: string) =>
    fault(
      'wrong-extension',
      `Ce fichier s’appelle « ${ending} », mais c’est un fichier « ${real} ».`,
      `Renommez-le pour qu’il se termine par « ${real} ».`,
    ),
  fileTooHeavy: () =>
    fault(
      'file-too-large',
      'Le fichier est trop lourd pour être préparé (plus de 1\u00a0Go).',
      'Exportez-le en JPEG, en PDF ou en MP4, plus léger.',
    ),
  stopped: () =>
    passingFault(
      'stopped',
      'L’afficheur s’est arrêté avant d’avoir lu ce fichier.',
      'Il sera lu au prochain démarrage.',
    ),
  tooSlow: () =>
    fault(
      'too-slow',
      'La préparation de ce fichier dure trop longtemps.',
      'Exportez-le plus simplement, en JPEG ou en PDF.',
    ),
  deadly: () =>
    fault(
      'file-deadly',
      'Ce fichier a interrompu l’afficheur à trois reprises : il est mis de côté.',
      'Exportez-le de nouveau, dans un autre format si possible.',
    ),
  storeFull: () =>
    passingFault(
      'store-full',
      'Le disque de la machine d’affichage est plein : ce fichier n’a pas pu être préparé.',
      'Libérez de la place sur la machine d’affichage, ou retirez les vidéos qui ne servent plus.',
    ),
  storeUnwritable: () =>
    passingFault(
      'store-unwritable',
      'La réserve de la machine d’affichage ne peut pas être écrite.',
      'Demandez au support informatique de vérifier le dossier d’état et ses droits.',
    ),
} as const;

/** The fault of a file whose content is of another format. `real`: the usual ending of that format; null for none. */
export function strangerFault(ending: string, real: string | null): Fault {
  return real === null || real === ending ? faults.notMedia(ending) : faults.wrongExtension(ending, real);
}

/**
 * Whether only the name of a file is on this machine: it has a size, and takes no room on the disk. Small files may stand within
 * the directory of the disk, and take no room either.
 */
export const isOnlyName = ({ size, blocks }: { readonly size: number; readonly blocks: number }): boolean =>
  size > 4_096 && blocks === 0;

/** The fault that the system's error code stands for, where reading a file failed; null for any other error. */
export function systemFault(error: unknown): Fault | null {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'EIO' || code === 'ESTALE' || code === 'EBUSY') return faults.gone();
  return code === 'EACCES' || code === 'EPERM' ? faults.forbidden() : null;
}
