import { LANDSCAPE } from '../slides-media.ts';
import { PLACE, PROSE, RANGE, SENTENCE, TUESDAY } from './common.ts';
import { RINGS } from './flash-media.ts';
import type { KindSamples } from './kind-samples.ts';

export const eventSamples: KindSamples<'event'> = {
  examples: {
    event: {
      kind: 'event',
      title: 'Portes ouvertes des ateliers',
      ...PLACE,
      category: 'Portes ouvertes',
      description: `${PROSE} Démonstrations toutes les heures.`,
      partners: 'la Ville et l’association des parents',
      when: TUESDAY,
      link: 'https://exemple.fr/portes-ouvertes-2026',
    },
    'event-range': {
      kind: 'event',
      title: 'Semaine du jardin',
      ...PLACE,
      category: 'Atelier',
      description: PROSE,
      when: RANGE,
      image: LANDSCAPE,
    },
    'event-highlight': {
      kind: 'event',
      title: 'Remise des prix',
      town: 'Montfleury-sur-Loire',
      category: 'Temps fort',
      when: TUESDAY,
    },
  },
  filled: ({ title, town, venue, description, category, hours }) => {
    const about = { kind: 'event', title, town, venue, description, partners: venue, category } as const;
    return {
      event: {
        ...about,
        when: { from: '2026-05-05', to: '2026-05-05', label: 'mardi 5 mai' },
        link: 'https://exemple.fr/',
      },
      'event that is cancelled': {
        ...about,
        when: { from: '2026-05-05', to: '2026-05-05', label: 'mardi 5 mai', hours },
        status: { kind: 'cancelled', label: 'annulé' },
      },
      'event of several days': { ...about, when: { from: '2026-05-04', to: '2026-05-07', label: hours, hours } },
    };
  },
  pairs: {
    event: [
      {
        kind: 'event',
        town: 'Nulleville',
        title: 'Portes ouvertes',
        description: SENTENCE,
        category: 'Portes ouvertes',
        when: TUESDAY,
      },
      {
        kind: 'event',
        town: 'Autreville',
        title: 'Une fête du printemps',
        description: SENTENCE,
        category: 'Atelier',
        when: TUESDAY,
        image: RINGS,
      },
    ],
  },
};
