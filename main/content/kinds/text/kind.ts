import { fileKind, SHORT_TEXT } from '../file-kind.ts';
import { PLAIN_TEXT } from './plain-text-format.ts';

/** An event if its front matter says so, a press release, or else a text slide. */
export const text = fileKind({
  name: 'text',
  endings: ['.md', '.txt'],
  label: 'Texte',
  icon: 'page',
  formats: [PLAIN_TEXT],
  read: async () => (await import('./read-text.ts')).readText,
  parse: { inlineBytes: SHORT_TEXT, load: async () => (await import('./parse-text.ts')).parseText },
  prepare: null,
});
