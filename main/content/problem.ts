import type { Problem } from '../contract.ts';

/** Sentences of the problems that the content stages themselves find; readers and the media preparer bring their own. */
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
    message: 'Préau n’a pas le droit de lire ce fichier ou ce dossier.',
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
  'name-space': {
    message: 'Le nom de ce fichier se termine par une espace : sa sorte n’est pas reconnue.',
    advice: 'Renommez-le sans espace à la fin.',
  },
  'settings-empty': {
    message: 'Le fichier des réglages est vide : les derniers réglages restent en place.',
    advice: 'Écrivez-y les réglages, ou supprimez-le pour revenir à ceux d’origine.',
  },
  empty: {
    message: 'Ce fichier est vide.',
    advice: 'Enregistrez-le de nouveau, puis déposez-le encore une fois.',
  },
  'text-empty': {
    message: 'Ce texte est vide : il n’a ni titre ni phrase.',
    advice: 'Écrivez ce que l’écran doit dire, enregistrez le fichier, puis déposez-le de nouveau.',
  },
  'text-title-only': {
    message: 'Ce texte n’a qu’un titre : il est montré seul.',
    advice: 'Si vous attendiez davantage, écrivez-le sous le titre, puis enregistrez le fichier.',
  },
  'reader-failed': {
    message: 'Ce fichier n’a pas pu être lu.',
    advice: 'Ouvrez-le sur votre ordinateur, enregistrez-en une copie, et déposez cette copie.',
  },
  'image-missing': {
    message: 'L’image demandée par cette fiche est introuvable.',
    advice: 'Vérifiez le nom écrit après « image : », et que le fichier est dans le dossier.',
  },
  'exhibition-empty': {
    message: 'Cette exposition n’a pas encore d’images.',
    advice: 'Déposez les images dans le dossier de l’exposition.',
  },
  'tree-empty': {
    message: 'Cet arbre n’a pas encore de messages.',
    advice: 'Écrivez un message par ligne dans messages.txt, dans le dossier de l’arbre.',
  },
  'tree-file-too-big': {
    message: 'Ce fichier est beaucoup trop gros pour les messages d’un arbre.',
    advice: 'Gardez-y 600 messages au plus, un par ligne.',
  },
  'tree-full': {
    message: 'Cet arbre a plus de 600 messages : les derniers ne sont pas montrés.',
    advice: 'Retirez-en, ou faites un second arbre dans un autre dossier.',
  },
} as const;

export type ProblemCode = keyof typeof SENTENCES;

const WARNINGS: ReadonlySet<ProblemCode> = new Set([
  'text-title-only',
  'image-missing',
  'exhibition-empty',
  'tree-empty',
  'tree-full',
]);

/** A problem in one of our own sentences. `detail` is the system's code, added for the technician. */
export function problem(code: ProblemCode, file: string, detail?: string): Problem {
  const { message, advice } = SENTENCES[code];
  return {
    file,
    severity: WARNINGS.has(code) ? 'warning' : 'refused',
    code,
    message: detail === undefined || detail === 'ENOENT' ? message : `${message.slice(0, -1)} (${detail}).`,
    advice,
  };
}
