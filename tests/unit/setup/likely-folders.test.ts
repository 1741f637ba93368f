import { expect, test } from 'vitest';
import { documentsFolder, mountedFolders } from '../../../main/setup/likely-folders.ts';

test('shares and plugged disks are found among the mounts, with the spaces of their names', () => {
  const mounts = [
    'proc /proc proc rw 0 0',
    '/dev/sda2 / ext4 rw 0 0',
    '//serveur/hall /srv/hall\\040d\\047entree cifs rw 0 0',
    'nas:/ecran /net/ecran nfs4 rw 0 0',
    '/dev/sdb1 /media/accueil/CLE vfat rw 0 0',
    '',
  ].join('\n');
  expect(mountedFolders(mounts)).toEqual([
    { path: "/srv/hall d'entree", isShare: true },
    { path: '/net/ecran', isShare: true },
    { path: '/media/accueil/CLE', isShare: false },
  ]);
});

test('the documents are where the desktop says, else in Documents', () => {
  expect(documentsFolder('XDG_MUSIC_DIR="$HOME/M"\nXDG_DOCUMENTS_DIR="$HOME/Mes documents"\n', '/home/a')).toBe(
    '/home/a/Mes documents',
  );
  expect(documentsFolder('XDG_DOCUMENTS_DIR="/srv/d"\n', '/home/a')).toBe('/srv/d');
  expect(documentsFolder('', '/home/a')).toBe('/home/a/Documents');
});
