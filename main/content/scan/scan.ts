import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Problem } from '../../contract.ts';
import { statOf } from '../../lib/calls-to-disk.ts';
import { errorCode } from '../../lib/error-code.ts';
import { askedInTurns, inTurns } from '../../lib/in-turns.ts';
import { problem } from '../faults/problem.ts';
import { isPackage } from '../kinds/foreign/foreign-files.ts';
import { endingOf } from '../names/endings.ts';
import { isIgnored } from './ignored-names.ts';
import { emptyListing, inOrderSteps, type Listing, type SourceFile, sourceFile } from './listing.ts';
import { mayHoldAlerts, placeOf } from './place.ts';
import { askShare } from './share-queue.ts';

/** Deeper folders are not listed: a copied disk or a tree of links must not keep the service busy. */
export const MAX_DEPTH = 12;
/** More files than this are not listed: somebody has dropped a complete disk by mistake. */
export const MAX_FILES = 50_000;

/**
 * Identifies the folder at a path, as `device:inode:mode`. The answer changes when another folder takes its place, when a
 * disk is mounted on it and when its rights change; it is empty where there is no folder or the folder is out of reach.
 */
export async function rootOf(folder: string): Promise<string> {
  return askShare(() => stat(folder), true).then(
    ({ dev, ino, mode }) => `${dev}:${ino}:${mode}`,
    () => '',
  );
}

interface Walk {
  readonly root: string;
  readonly realRoot: string;
  /** The files of the listing before: what has not changed stays the same object. */
  readonly before: Listing['files'];
  readonly files: Map<string, SourceFile>;
  /** How many files were taken up so far, alerts aside: those of a folder are looked at before the first of them is listed. */
  readonly taken: { count: number };
  readonly problems: Problem[];
  /** One more file or folder has been looked at. */
  readonly onLook: () => void;
  /** Real paths of the folders above: a link to one of them would be followed for ever. */
  readonly above: ReadonlySet<string>;
  /** Whether a link has led here. */
  readonly isLinked: boolean;
}

const isInside = (path: string, folder: string) => path === folder || path.startsWith(folder + sep);

/** The target of a link. null, with a problem, where the target is outside the content folder or cannot be looked at. */
async function linkTarget(absolute: string, path: string, walk: Walk): Promise<{ real: string; stats: Stats } | null> {
  try {
    const real = await askShare(() => realpath(absolute));
    if (isInside(real, walk.realRoot)) return { real, stats: await askShare(() => stat(real)) };
    walk.problems.push(problem('link-outside', path));
  } catch (error) {
    // These codes mean a link to nothing or a circle of links. With any other, the target cannot be looked at now.
    const isBroken = ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(errorCode(error));
    walk.problems.push(problem(isBroken ? 'link-broken' : 'unreadable', path, errorCode(error)));
  }
  return null;
}

/**
 * Whether a file can be reached by its name. Names that are not UTF-8 (of old disks and archives) are listed with U+FFFD in
 * them, and no file is reached by such a name.
 */
async function isReachable(absolute: string): Promise<boolean> {
  return askShare(() => lstat(absolute)).then(
    () => true,
    (error: unknown) => errorCode(error) !== 'ENOENT',
  );
}

async function visitEntry(entry: Dirent, folder: string, depth: number, walk: Walk): Promise<void> {
  if (isIgnored(entry.name)) return;
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  const absolute = join(walk.root, path);
  const isAlert = placeOf(path).alert;
  if (entry.name.includes('\ufffd') && !(await isReachable(absolute))) {
    walk.problems.push(problem('name-unreadable', path));
    return;
  }
  const target = entry.isSymbolicLink() ? await linkTarget(absolute, path, walk) : null;
  if (entry.isSymbolicLink() && target === null) return;
  const isFolder = target?.stats.isDirectory() ?? entry.isDirectory();
  // A document of macOS that is a folder is listed as the one file that staff see.
  if (isFolder && !isPackage(endingOf(entry.name))) {
    await visitFolder(path, depth + 1, target === null ? walk : { ...walk, isLinked: true });
    return;
  }
  if (!isFolder && !(target?.stats.isFile() ?? entry.isFile())) return;
  if (!isAlert && walk.taken.count >= MAX_FILES) {
    if (!walk.problems.some(({ code }) => code === 'too-many')) walk.problems.push(problem('too-many', folder || '.'));
    return;
  }
  if (!isAlert) walk.taken.count += 1;
  try {
    const stats = target?.stats ?? (await askShare(() => statOf(absolute), isAlert));
    const isLinked = walk.isLinked || target !== null;
    walk.files.set(path, sourceFile({ path, absolute }, stats, isLinked, walk.before.get(path)));
    walk.onLook();
  } catch (error) {
    // A file that has gone since its folder was listed is no problem: the next scan does not find it.
    if (errorCode(error) !== 'ENOENT') walk.problems.push(problem('unreadable', path, errorCode(error)));
  }
}

async function visitFolder(path: string, depth: number, walk: Walk): Promise<void> {
  const absolute = join(walk.root, path);
  if (depth > MAX_DEPTH) {
    walk.problems.push(problem('too-deep', path));
    return;
  }
  let entries: Dirent[];
  let real: string;
  const urgent = mayHoldAlerts(path);
  try {
    real = await askShare(() => realpath(absolute), urgent);
    if (walk.above.has(real)) {
      walk.problems.push(problem('link-broken', path, 'ELOOP'));
      return;
    }
    entries = await askShare(() => readdir(absolute, { withFileTypes: true }), urgent);
    walk.onLook();
  } catch (error) {
    if (path === '') throw error;
    if (errorCode(error) !== 'ENOENT') walk.problems.push(problem('unreadable', path, errorCode(error)));
    return;
  }
  const inner: Walk = { ...walk, above: new Set([...walk.above, real]) };
  await askedInTurns(entries, (entry) => visitEntry(entry, path, depth, inner));
}

/**
 * Lists all files of the folder and of the folders in it, without opening a file. Follows links only where their target is
 * inside the folder, and leaves out names that are never content. A folder that is missing or cannot be read gives
 * `reachable: false`; never rejects. A file that is the same in the listing `before` is the same object in the new one. `onLook`: one
 * more file or folder has been looked at.
 */
export async function scanFolder(
  root: string,
  before: Listing = emptyListing,
  onLook: () => void = () => undefined,
): Promise<Listing> {
  try {
    const realRoot = await askShare(() => realpath(root));
    const identity = await rootOf(root);
    const files = new Map<string, SourceFile>();
    const problems: Problem[] = [];
    const walk = { root, realRoot, before: before.files, files, taken: { count: 0 }, problems, onLook };
    await visitFolder('', 0, { ...walk, above: new Set<string>(), isLinked: false });
    return { reachable: true, root: identity, files: await inTurns(inOrderSteps(files)), problems };
  } catch (error) {
    return { ...emptyListing, problems: [problem('folder-missing', '.', errorCode(error))] };
  }
}
