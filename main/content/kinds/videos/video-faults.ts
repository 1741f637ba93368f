import { dropped, fault, guessed } from '../../faults/fault.ts';

export const noPicture = () => fault('video-no-picture', 'La vidéo n’a pas d’image.', 'Exportez-la en « MP4, H.264 ».');

export const emptyVideo = () =>
  fault('video-empty', 'La vidéo est vide : sa durée est nulle.', 'Exportez-la de nouveau en « MP4, H.264 ».');

/** A warning about a film that would be on the wall for the wink of an eye, as a photo that moves or a burst is. */
export const shortFilm = () =>
  guessed(
    'video-short',
    'La vidéo dure moins d’une seconde : elle passe une fois, puis sa dernière image reste à l’écran le temps d’une photo.',
    'Déposez plutôt une photo, ou une vidéo plus longue.',
  );

/** `codec`: by the name that staff find in their software. */
export const unplayableCodec = (codec: string) =>
  fault(
    'video-codec',
    `La vidéo est au format « ${codec} », que l’écran ne peut pas lire.`,
    'Exportez-la en « MP4, H.264 », puis déposez-la de nouveau.',
  );

/** The films of shops and of catch-up television: a warning where only their pixels are locked, so that the screen tries. */
export const protectedFilm = () =>
  guessed(
    'video-protected',
    'La vidéo est protégée contre la copie (DRM) : l’écran ne peut pas la lire.',
    'Demandez à son éditeur une copie sans protection, en « MP4, H.264 ».',
  );

/** A warning about the films of telephones: HEVC is half as large, and no browser decodes it on every machine. */
export const phoneCodec = () =>
  guessed(
    'video-hevc',
    'La vidéo est au format « HEVC (H.265) » des téléphones récents : un écran ne la passe que si sa machine sait la lire.',
    'Pour qu’elle passe partout, envoyez-la-vous du téléphone par un message ou par « Partager », qui la convertit, ou ' +
      'convertissez-la en « MP4, H.264 » (Clipchamp sous Windows, ou VLC) ; pour les suivantes, choisissez sur l’iPhone ' +
      'Réglages, Appareil photo, Formats, « Le plus compatible », et sur Android désactivez « Vidéos haute efficacité ».',
  );

/** A warning: the copy on the wall is another file than the one that staff dropped. */
export const convertedFilm = (codec: string) =>
  guessed(
    'video-converted',
    `La vidéo est au format « ${codec} », que tous les écrans ne savent pas lire : c’est une copie convertie en H.264 qui passe.`,
    'Regardez-la une fois à l’écran ; pour la passer telle quelle, exportez-la en « MP4, H.264 ».',
  );

const BURN_IN =
  'L’écran est muet : s’ils comptent, incrustez-les dans l’image (Clipchamp, HandBrake…), puis déposez le nouveau film en « MP4, H.264 ».';

/** A warning about subtitles within a film. */
export const subtitlesLost = () =>
  dropped('video-subtitles', 'Les sous-titres de cette vidéo ne sont pas montrés.', BURN_IN);
