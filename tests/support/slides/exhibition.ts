import { LANDSCAPE, PORTRAIT } from '../slides-media.ts';
import { LONG_RANGE, PLACE, PROSE, RANGE } from './common.ts';
import { ORANGE, RINGS } from './flash-media.ts';
import type { KindSamples } from './kind-samples.ts';

const EXHIBITION = { kind: 'exhibition', title: 'Regards croisés', of: 8, ...PLACE, when: RANGE } as const;
const PLATE = { kind: 'exhibition', part: 'plate', n: 1, of: 3 } as const;

export const exhibitionSamples: KindSamples<'exhibition'> = {
  examples: {
    'exhibition-opening': {
      ...EXHIBITION,
      part: 'opening',
      n: 0,
      description: PROSE,
      partners: 'la médiathèque',
      plate: LANDSCAPE,
    },
    'exhibition-plate': {
      ...EXHIBITION,
      part: 'plate',
      n: 3,
      plate: { ...LANDSCAPE, caption: 'Les collines au matin' },
    },
    'exhibition-plate-portrait': {
      ...EXHIBITION,
      part: 'plate',
      n: 4,
      plate: { ...PORTRAIT, caption: 'Le soir, sur la route' },
    },
    'exhibition-credits': {
      ...EXHIBITION,
      part: 'credits',
      n: 0,
      credits: 'Photographies des élèves de la classe de troisième.',
      partners: 'la médiathèque',
      plate: PORTRAIT,
    },
  },
  filled: ({ title, town, venue, description, hours }) => {
    const about = { kind: 'exhibition', of: 1, title, town, venue, description, partners: venue } as const;
    const when = { from: '2026-05-04', to: '2026-05-07', label: hours, hours };
    return {
      opening: { ...about, part: 'opening', n: 0, when: LONG_RANGE },
      'opening with other dates': { ...about, part: 'opening', n: 0, when },
      plate: { ...about, part: 'plate', n: 1, plate: { ...PORTRAIT, caption: title } },
      credits: { ...about, part: 'credits', n: 0, credits: description },
    };
  },
  pairs: {
    exhibition: [
      { ...PLATE, plate: { ...ORANGE, caption: 'Une planche' } },
      { ...PLATE, plate: { ...RINGS, caption: 'Une planche' } },
    ],
  },
};
