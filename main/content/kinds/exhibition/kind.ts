import type { FolderKind } from '../folder-kind.ts';

/** A folder with `exposition.md`: its pictures are the plates. */
export const exhibition: FolderKind = {
  name: 'exhibition',
  marker: 'exposition.md',
  takes: ({ name }) => name === 'picture',
  read: async () => (await import('./read-exhibition.ts')).readExhibition,
};
