import { fileKind } from '../file-kind.ts';

/** Every other file: it is not shown, and its sentence says why and what to do. */
export const foreign = fileKind({
  name: 'foreign',
  endings: [],
  label: 'Fichier',
  icon: 'page',
  formats: [],
  read: async () => (await import('./read-foreign.ts')).readForeign,
  parse: null,
  prepare: null,
});
