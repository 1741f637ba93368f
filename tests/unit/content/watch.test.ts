import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { isOnNetwork } from '../../../main/content/watch.ts';

const windows = (real: string) => isOnNetwork('Z:\\ecran', 'win32', { realpath: async () => real, statfs });
const linux = (type: number) =>
  isOnNetwork('/mnt/ecran', 'linux', {
    realpath: async (path) => path,
    statfs: async () => ({ ...(await statfs(tmpdir())), type }) as never,
  });

test('on Windows a mapped drive is known by the share that it stands for, and a disk is none', async () => {
  expect(await windows('\\\\serveur\\commun\\ecran')).toBe(true);
  expect(await windows('Z:\\ecran')).toBe(false);
});

test('elsewhere the kind of file system tells: NFS, SMB and FUSE are shares, ext4 and tmpfs are disks', async () => {
  // SMB2's magic number has its highest bit set: some systems give it as a negative number.
  const kinds = [0x6969, 0xfe534d42, 0xfe534d42 - 2 ** 32, 0x65735546, 0xef53, 0x01021994];
  expect(await Promise.all(kinds.map(linux))).toEqual([true, true, true, true, false, false]);
});

test('a folder that is not there is waited for as on a disk', async () => {
  expect(await isOnNetwork('/nulle/part')).toBe(false);
});
