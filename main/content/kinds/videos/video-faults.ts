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
