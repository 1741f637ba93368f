import { fileKind } from '../file-kind.ts';
import { SHORTCUT } from './shortcut-format.ts';

/** Addresses of web pages, as Windows and macOS keep them when they are dragged out of a browser. */
export const link = fileKind({
  name: 'link',
  endings: ['.url', '.webloc'],
  label: 'Lien',
  icon: 'page',
  formats: [SHORTCUT],
  read: async () => (await import('./read-link.ts')).readLink,
  parse: null,
  prepare: null,
});
