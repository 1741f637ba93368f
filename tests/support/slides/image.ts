import { LANDSCAPE, PAGE, PORTRAIT } from '../slides-media.ts';
import { GREEN_SHEET, LINES_SHEET, ORANGE, RINGS } from './flash-media.ts';
import type { KindSamples } from './kind-samples.ts';

const POSTER = { kind: 'image', fit: 'contain', caption: 'Une affiche' } as const;

export const imageSamples: KindSamples<'image'> = {
  examples: {
    image: { kind: 'image', title: 'Les collines', ...LANDSCAPE, fit: 'cover', caption: 'Sortie de fin d’année' },
    'image-portrait': { kind: 'image', title: 'L’affiche', ...PORTRAIT, fit: 'cover' },
    'image-pair': {
      kind: 'image',
      title: 'Le règlement',
      ...PAGE,
      fit: 'contain',
      page: [2, 5],
      pair: { ...PAGE, first: 'a', id: 'b', title: 'Le règlement', page: [3, 5] },
    },
    'image-pair-posters': {
      kind: 'image',
      title: 'Le concert, Le bal',
      ...PORTRAIT,
      fit: 'cover',
      caption: 'Le concert',
      pair: { ...PORTRAIT, first: 'a', id: 'b', title: 'Le bal', caption: 'Le bal du printemps, dans la cour' },
    },
    'image-pair-album': {
      kind: 'image',
      title: 'Une photo',
      ...PORTRAIT,
      fit: 'cover',
      album: 'Sortie au jardin',
      pair: { ...PORTRAIT, first: 'a', id: 'b', title: 'Une photo', album: 'Sortie au jardin' },
    },
    'image-page': { kind: 'image', title: 'Le règlement', ...PAGE, fit: 'contain', page: [2, 5] },
  },
  filled: ({ title }) => ({ image: { kind: 'image', title, ...PORTRAIT, fit: 'cover', caption: title } }),
  pairs: {
    image: [
      { kind: 'image', ...ORANGE, fit: 'cover' },
      { kind: 'image', ...RINGS, fit: 'cover' },
    ],
    // A page of a document stands on its own blur.
    page: [
      { ...POSTER, ...GREEN_SHEET, page: [1, 2] },
      { ...POSTER, ...LINES_SHEET, page: [1, 2] },
    ],
  },
};
