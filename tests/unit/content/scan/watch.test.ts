import { expect, test } from 'vitest';
import { hintOf, isNetworkType, isSharePath } from '../../../../main/content/scan/watch.ts';

test('on Windows a folder is on a share where its real path is that of a share; a mapped drive has such a real path', () => {
  const paths = ['\\\\serveur\\commun\\ecran', '//serveur/commun', 'Z:\\ecran', 'C:\\'];
  expect(paths.map(isSharePath)).toEqual([true, true, false, false]);
});

test('elsewhere the type of the file system decides: NFS, SMB and FUSE are shares, ext4 and tmpfs are disks', () => {
  const kinds = [0x6969, 0xfe534d42, 0xfe534d42 - 2 ** 32, 0x65735546, 0xef53, 0x01021994];
  expect(kinds.map(isNetworkType)).toEqual([true, true, true, true, false, false]);
});

test('events name the paths to look at; one that says nothing of where is a hint to scan all', () => {
  const written = { path: 'a.md', type: 'changed' } as const;
  const moved = { path: 'a.md', type: 'renamed' } as const;
  expect(hintOf([written, { path: 'dossier/b.md', type: 'changed' }])).toEqual(
    new Map([
      ['a.md', 'changed'],
      ['dossier/b.md', 'changed'],
    ]),
  );
  for (const events of [
    [written, moved],
    [moved, written],
  ])
    expect(hintOf(events)).toEqual(new Map([['a.md', 'renamed']]));
  expect(hintOf([written, null])).toBe('all');
});
