import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitAtMost } from '../lib/wait-at-most.ts';
import { KIOSK_HOME, standsForKiosk } from '../settings/kiosk.ts';
import type { LikelyFolder } from './setup-contract.ts';

/** More than this are no help: the path can be typed. */
const MAX_SHARES = 6;
/** A disk or a share that does not answer is left out. */
const MAX_LOOK_MS = 1_000;

/** Kinds of file systems (proc(5), /proc/mounts) that are shares of the network. */
const SHARES = /^(?:cifs|smb3|nfs|nfs4|9p|davfs|fuse\.(?:sshfs|rclone|davfs2|gvfsd-fuse))$/u;
/** Where desktops and administrators put disks. */
const DISKS = /^\/(?:media|mnt|run\/media)\//u;

/** The shares and disks in the text of /proc/mounts, in which spaces are written `\040`. */
export function mountedFolders(mounts: string): { path: string; isShare: boolean }[] {
  return mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, path = '', type = '']) => SHARES.test(type) || DISKS.test(path))
    .map(([, path = '', type = '']) => ({
      path: path.replace(/\\([0-7]{3})/gu, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
      isShare: SHARES.test(type),
    }));
}

/** The folder of documents that the desktop has named (xdg-user-dirs), in the text of its `user-dirs.dirs`. */
export function documentsFolder(userDirs: string, home: string): string {
  const named = /^XDG_DOCUMENTS_DIR="(?:\$HOME\/)?([^"]*)"/mu.exec(userDirs)?.[1];
  if (!named) return join(home, 'Documents');
  return posix.isAbsolute(named) ? named : join(home, named);
}

/** Where the content folder of a machine is that shows nothing but the wall (`docs/installer.md`). */
const SHARED = '/srv/preau';

/**
 * The folder that Préau proposes first, and makes where it is missing. root answers for the user of the kiosk, who reads
 * nothing in root's own documents.
 */
export async function ownFolder(): Promise<string> {
  if (standsForKiosk()) return SHARED;
  const home = homedir();
  const config = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const userDirs = await readFile(join(config, 'user-dirs.dirs'), 'utf8').catch(() => '');
  return join(documentsFolder(userDirs, home), 'Préau');
}

/** The sample week that Préau brings. */
const sampleFolder = (): string => fileURLToPath(new URL('../../../content', import.meta.url));

/** The folders of this machine that are likely to be the content folder, the likeliest first. */
export async function likelyFolders(): Promise<LikelyFolder[]> {
  const own = await ownFolder();
  const others = [...(await syncedFolders()), ...(await mounted())].slice(0, MAX_SHARES);
  const sample = sampleFolder();
  const hint = existsSync(own) ? '' : 'il sera créé';
  const shared = { path: SHARED, label: 'Le dossier « preau » de cette machine', hint: '' };
  const documents = { path: own, label: 'Le dossier « Préau » de vos documents', hint };
  // Nobody but the kiosk and root gets into the home of the kiosk: its documents are the last resort.
  const isKiosk = homedir() === KIOSK_HOME && existsSync(SHARED);
  return [
    ...(own !== SHARED && existsSync(SHARED) ? [shared] : []),
    ...(own === SHARED ? [{ ...shared, hint }] : isKiosk ? [] : [documents]),
    ...others.filter(({ path }) => path !== SHARED),
    ...(existsSync(sample) ? [{ path: sample, label: 'La semaine d’exemple', hint: 'pour essayer' }] : []),
  ];
}

/** Folders that Nextcloud or Syncthing keep in step, where they put them unless told otherwise. */
async function syncedFolders(): Promise<LikelyFolder[]> {
  const home = standsForKiosk() ? KIOSK_HOME : homedir();
  const names = (await waitAtMost(readdir(home), MAX_LOOK_MS).catch(() => [])) ?? [];
  return names
    .filter((name) => /^(?:nextcloud|sync|onedrive)/iu.test(name))
    .map((name) => ({ path: join(home, name), label: `Le dossier synchronisé « ${name} »`, hint: '' }));
}

async function mounted(): Promise<LikelyFolder[]> {
  const found = await (process.platform === 'linux' ? linuxMounts() : drives());
  return found.map(({ path, isShare }) => ({
    path,
    label: `${isShare ? 'Le partage' : 'Le disque'} « ${path.split(/[/\\]/u).findLast(Boolean) ?? path} »`,
    hint: '',
  }));
}

const linuxMounts = async () => mountedFolders(await readFile('/proc/mounts', 'utf8').catch(() => ''));

/** The volumes of macOS, or the drives of Windows but the one of the system. */
async function drives(): Promise<{ path: string; isShare: boolean }[]> {
  const paths =
    process.platform === 'darwin'
      ? (await readdir('/Volumes').catch(() => [])).map((name) => `/Volumes/${name}`)
      : [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  const answers = await Promise.all(
    paths.map((path) =>
      waitAtMost(
        readdir(path).then(
          () => true,
          () => false,
        ),
        MAX_LOOK_MS,
      ),
    ),
  );
  return paths.filter((_, index) => answers[index]).map((path) => ({ path, isShare: false }));
}
