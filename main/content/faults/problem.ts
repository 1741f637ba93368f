import type { Problem } from '../../contract.ts';
import { fault, problemOf } from './fault.ts';

/** What is wrong with the folder or an entry of it, before anybody reads what the file holds. */
const SENTENCES = {
  'link-outside': {
    message: 'Ce raccourci mène hors du dossier de contenu : il n’est pas suivi.',
    advice: 'Copiez le fichier lui-même dans le dossier.',
  },
  'link-broken': {
    message: 'Ce raccourci ne mène nulle part, ou tourne en rond.',
    advice: 'Supprimez-le, et copiez le fichier lui-même dans le dossier.',
  },
  unreadable: {
    message: 'Ce fichier ou ce dossier ne peut pas être lu.',
    advice: 'Donnez le droit de lecture à tous, ou déposez une copie du fichier.',
  },
  'too-deep': {
    message: 'Ce dossier est rangé trop profondément.',
    advice: 'Déposez son contenu moins loin, à douze niveaux au plus.',
  },
  'too-many': {
    message: 'Ce dossier contient trop de fichiers : au-delà de cinquante mille, ils ne sont pas lus.',
    advice: 'Ne gardez dans le dossier de contenu que ce qui doit être montré.',
  },
  'folder-missing': {
    message: 'Le dossier de contenu est introuvable.',
    advice: 'Vérifiez que le partage ou le disque est branché ; l’écran continue avec ce qu’il connaît.',
  },
  'name-unreadable': {
    message: 'Le nom de ce fichier est écrit dans un codage ancien, que Préau ne peut pas relire.',
    advice: 'Renommez-le sans accents.',
  },
  'settings-empty': {
    message: 'Le fichier des réglages est vide : les derniers réglages restent en place.',
    advice: 'Écrivez-y les réglages, ou supprimez-le pour revenir à ceux d’origine.',
  },
  'reader-failed': {
    message: 'Ce fichier n’a pas pu être lu.',
    advice: 'Ouvrez-le sur votre ordinateur, enregistrez-en une copie, et déposez cette copie.',
  },
} as const;

/** A problem in one of these sentences. `detail` is the system's code, which the technician is told. */
export function problem(code: keyof typeof SENTENCES, file: string, detail = 'ENOENT'): Problem {
  const { message, advice } = SENTENCES[code];
  return problemOf(file, 'refused', fault(code, withDetail(code, message, detail), advice));
}

function withDetail(code: string, message: string, detail: string): string {
  if (code === 'unreadable' && (detail === 'EACCES' || detail === 'EPERM')) {
    return 'L’accès à ce fichier ou à ce dossier est refusé.';
  }
  return detail === 'ENOENT' ? message : `${message.slice(0, -1)} (${detail}).`;
}
