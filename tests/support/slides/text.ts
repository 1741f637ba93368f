import { escaped, SENTENCE } from './common.ts';
import type { KindSamples, Sample } from './kind-samples.ts';

const greeting = (title: string): Sample<'text'> => ({
  kind: 'text',
  html: `<h1>${title}</h1><p>${SENTENCE.repeat(2)}</p>`,
  links: [],
});

export const textSamples: KindSamples<'text'> = {
  examples: {
    text: {
      kind: 'text',
      title: 'Bienvenue',
      html: '<h1>Bienvenue</h1><p>La cantine ouvre à <strong>11 h 45</strong>.</p><ul><li>entrées et fromages</li><li>plat du jour</li></ul><blockquote><p>« Bien manger, c’est bien apprendre. »</p></blockquote>',
      links: [{ label: 'Les menus', url: 'https://exemple.fr/menus' }],
    },
    'text-list': {
      kind: 'text',
      title: 'Les ateliers du mercredi',
      html: '<h1>Les ateliers du mercredi</h1><ul><li>échecs</li><li>théâtre</li><li>chorale</li><li>robotique</li><li>jardin</li><li>journal</li><li>escalade</li><li>cuisine</li></ul>',
      links: [],
    },
    'text-table': {
      kind: 'text',
      title: 'Horaires',
      html: '<h1>Horaires</h1><table><thead><tr><th>Jour</th><th>Bus</th></tr></thead><tbody><tr><td>Lundi</td><td>17 h 10</td></tr><tr><td>Mardi</td><td>16 h 05</td></tr></tbody></table>',
      links: [],
    },
  },
  filled: ({ title, town, description }) => ({
    text: {
      kind: 'text',
      title,
      html: `<p>${escaped(description)}</p>`,
      links: [{ label: town, url: 'https://exemple.fr/' }],
    },
  }),
  pairs: { text: [greeting('Bienvenue'), greeting('À bientôt')] },
};
