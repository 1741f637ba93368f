import { SENTENCE } from './common.ts';
import type { KindSamples, Sample } from './kind-samples.ts';

const VENUE = 'Collège des Trois-Rivières';
const THURSDAY = {
  heading: 'Jeudi 7 mai',
  day: '2026-05-07',
  entries: [{ town: 'Valmont', title: 'Forum des métiers', venue: 'Gymnase', hours: '10 h' }],
};

const oneEntry = (label: string, town: string): Sample<'agenda'> => ({
  kind: 'agenda',
  label,
  day: '2026-05-05',
  sections: [{ heading: 'Mardi', entries: [{ town, title: SENTENCE, hours: '14 h' }] }],
});

export const agendaSamples: KindSamples<'agenda'> = {
  examples: {
    agenda: {
      kind: 'agenda',
      title: 'Aujourd’hui',
      label: 'Aujourd’hui',
      day: '2026-05-05',
      sections: [
        {
          heading: 'Ce mardi',
          entries: [
            { town: 'Belleville', title: 'Portes ouvertes des ateliers', venue: VENUE, hours: '9 h – 12 h', now: true },
            { town: 'Montfleury', title: 'Remise des prix', hours: '17 h' },
          ],
        },
        {
          heading: 'Toute la semaine',
          entries: [{ town: 'Valmont', title: 'Semaine du jardin', venue: 'Lycée Val-de-Lys' }],
        },
      ],
    },
    'agenda-soon': { kind: 'agenda', title: 'Bientôt', label: 'Bientôt', day: null, sections: [THURSDAY] },
  },
  filled: ({ title, town, venue, heading, hours }) => ({
    agenda: {
      kind: 'agenda',
      label: 'Aujourd’hui',
      day: '2026-05-05',
      sections: [{ heading, entries: [{ title, town, venue, hours }] }],
    },
    'agenda of three entries': {
      kind: 'agenda',
      label: 'Demain',
      day: null,
      sections: [
        {
          heading,
          entries: [
            { town, title, venue, hours },
            { town, title, now: true },
            { town, title, venue, hours, status: { kind: 'postponed', label: `reporté ${hours}` } },
          ],
        },
      ],
    },
  }),
  pairs: { agenda: [oneEntry('Aujourd’hui', 'Nulleville'), oneEntry('Demain', 'Autreville')] },
};
