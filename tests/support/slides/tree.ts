import { PLACE, SENTENCE } from './common.ts';
import type { KindSamples, Sample } from './kind-samples.ts';

const MESSAGES = [
  'J’ai osé lever la main, et j’avais la bonne réponse.',
  'On a recommencé trois fois. La quatrième a marché !',
  'Merci à celles et ceux qui m’ont attendu.',
  'Un pas chaque jour.',
];

const FORTY: Sample<'tree'> = {
  kind: 'tree',
  title: 'Un arbre',
  town: 'Nulleville',
  messages: Array.from({ length: 40 }, (_, n) => ({ id: `${n}`, text: `${SENTENCE.slice(0, 40)}${n}` })),
};

export const treeSamples: KindSamples<'tree'> = {
  examples: {
    tree: {
      kind: 'tree',
      title: 'L’arbre aux messages',
      ...PLACE,
      messages: MESSAGES.map((text, n) => ({ id: `m${n}`, text })),
    },
  },
  filled: ({ title, town, venue, description }) => ({
    tree: {
      kind: 'tree',
      title,
      town,
      venue,
      messages: [
        { id: 'm', text: description },
        { id: 'n', text: title },
      ],
    },
  }),
  // Each showing lifts other messages.
  pairs: { tree: [FORTY, FORTY] },
};
