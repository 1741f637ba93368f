import type { FolderKind } from '../folder-kind.ts';

/** A folder with `arbre.md`: its texts and tables are the leaves. */
export const tree: FolderKind = {
  name: 'tree',
  marker: 'arbre.md',
  takes: (_kind, ending) => ['.txt', '.csv'].includes(ending),
  read: async () => (await import('./read-tree.ts')).readTree,
};
