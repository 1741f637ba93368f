import { fault } from '../../fault.ts';

export const noPicture = () => fault('video-no-picture', 'La vidéo n’a pas d’image.', 'Exportez-la en « MP4, H.264 ».');

export const emptyVideo = () =>
  fault('video-empty', 'La vidéo est vide : sa durée est nulle.', 'Exportez-la de nouveau en « MP4, H.264 ».');

/** `codec`: by the name that staff find in their software. */
export const unplayableCodec = (codec: string) =>
  fault(
    'video-codec',
    `La vidéo est au format « ${codec} », que l’écran ne peut pas lire.`,
    'Exportez-la en « MP4, H.264 », puis déposez-la de nouveau.',
  );

/** The films of telephones: HEVC is half as large, and no browser decodes it on every machine. */
export const phoneCodec = () =>
  fault(
    'video-codec',
    'La vidéo est au format « HEVC (H.265) » des téléphones récents, que l’écran ne peut pas lire.',
    'Convertissez-la en « MP4, H.264 » (avec Clipchamp sous Windows, ou VLC) ; pour les suivantes, choisissez sur l’iPhone ' +
      'Réglages, Appareil photo, Formats, « Le plus compatible », et sur Android désactivez « Vidéos haute efficacité ».',
  );
