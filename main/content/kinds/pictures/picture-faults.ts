import { fault } from '../../fault.ts';

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

export const tooManyPixels = (width: number, height: number) =>
  fault(
    'image-too-large',
    `L’image est trop grande : ${number.format(width)}\u00a0×\u00a0${number.format(height)} pixels.`,
    'Réduisez-la à 120\u00a0millions de pixels au plus : 4\u202f000 pixels de large suffisent à l’écran.',
  );

/** A warning: only the first frames of an animation are shown. */
export const animationCut = (shown: number, of: number) =>
  fault(
    'animation-cut',
    `L’animation est trop longue : seules ses ${number.format(shown)} premières images sur ${number.format(of)} sont montrées.`,
    'Exportez-la en vidéo MP4.',
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
