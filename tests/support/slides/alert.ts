import { LANDSCAPE } from '../slides-media.ts';
import { escaped } from './common.ts';
import type { KindSamples, Sample } from './kind-samples.ts';

const order = (text: string): Sample<'alert'> => ({ kind: 'alert', html: `<p>${text}</p>`, at: '9 h 41' });

export const alertSamples: KindSamples<'alert'> = {
  examples: {
    alert: {
      kind: 'alert',
      title: 'Transports',
      html: '<h1>Pas de car ce soir</h1><p>Les familles sont prévenues. Attendez dans la salle 12.</p>',
      at: '9 h 41',
    },
    'alert-picture': { kind: 'alert', title: 'Plan', image: LANDSCAPE, at: '9 h 41' },
  },
  filled: ({ title, description }) => ({ alert: { ...order(escaped(description)), title } }),
  pairs: { alert: [order('Le collège est fermé.'), order('Les cars ne passent pas.')] },
};
