import { expect, test } from 'vitest';
import { hintOf, isNetworkType, isSharePath } from '../../../main/content/watch.ts';

test('on Windows a folder is on a share where its real path is that of a share; a mapped drive has such a real path', () => {
  const paths = ['\\\\serveur\\commun\\ecran', '//serveur/commun', 'Z:\\ecran', 'C:\\'];
  expect(paths.map(isSharePath)).toEqual([true, true, false, false]);
});

test('elsewhere the type of the file system decides: NFS, SMB and FUSE are shares, ext4 and tmpfs are disks', () => {
  const kinds = [0x6969, 0xfe534d42, 0xfe534d42 - 2 ** 32, 0x65735546, 0xef53, 0x01021994];
  expect(kinds.map(isNetworkType)).toEqual([true, true, true, true, false, false]);
});

test('events of files name these files, the last event of a file counts, and any other event is a hint to scan all', () => {
  const hint = hintOf('/contenu', [
    ['add', '/contenu/a.md'],
    ['change', '/contenu/dossier/b.md'],
    ['unlink', '/contenu/a.md'],
  ]);
  expect(hint).toEqual(
    new Map([
      ['a.md', 'gone'],
      ['dossier/b.md', 'there'],
    ]),
  );
  for (const event of [
    ['addDir', '/contenu/dossier'],
    ['unlinkDir', '/contenu'],
    ['ready'],
    ['add', '/ailleurs/a.md'],
  ]) {
    expect(hintOf('/contenu', [['add', '/contenu/a.md'], event as [string, string]])).toBe('all');
  }
});
