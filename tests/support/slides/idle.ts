import type { KindSamples } from './kind-samples.ts';

export const idleSamples: KindSamples<'idle'> = {
  examples: {
    idle: { kind: 'idle', title: 'Préau', place: 'Collège des Trois-Rivières', town: 'Belleville' },
  },
  filled: ({ title, town, venue }) => ({ idle: { kind: 'idle', title, place: venue, town } }),
  pairs: {
    idle: [
      { kind: 'idle', place: 'Collège', town: 'Nulleville' },
      { kind: 'idle', place: 'Lycée', town: 'Nulleville' },
    ],
  },
};
