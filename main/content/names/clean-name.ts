import { posix } from 'node:path';
import { fold } from '../../lib/fold.ts';
import { SITE_FILE } from '../../settings/site.ts';
import { isIgnored } from '../scan/ignored-names.ts';
import { endingOf } from './endings.ts';

/** Bytes of a name: file systems take 255, and a temporary name adds some. */
const MAX_NAME_BYTES = 200;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

function shortened(name: string): string {
  const ending = endingOf(name);
  let stem = name.slice(0, name.length - ending.length);
  while (Buffer.byteLength(stem + ending) > MAX_NAME_BYTES) stem = [...stem].slice(0, -1).join('');
  return `${stem.trimEnd()}${ending}`;
}

/**
 * The name under which a dropped file is put into the folder: the last part of a path, without what a file system or a program
 * would take for something else, and never one that the folder passes over. null where nothing of it can be a name.
 */
export function cleanName(written: string): string | null {
  const last = posix.basename(written.normalize('NFC').replaceAll('\\', '/'));
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\ufffd]/gu, '')
    .replace(/[<>:"|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s._~$]+|[\s.]+$/gu, '');
  // « .jpg » is an ending without a name.
  if (plain === '' || endingOf(`x${last}`) === last.toLowerCase()) return null;
  const name = shortened(DEVICE.test(plain) ? `fichier ${plain}` : plain);
  return isIgnored(name) || fold(name) === SITE_FILE ? null : name;
}

/** A folder of the content folder that files may be dropped into, spelled as in `folders`; null for any other. */
export function cleanFolder(written: string, folders: Iterable<string>): string | null {
  if (written === '') return '';
  const wanted = fold(written);
  for (const folder of folders) if (fold(folder) === wanted) return folder;
  return null;
}
