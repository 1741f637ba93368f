import { fold } from '../lib/fold.ts';
import { naturally } from '../programme/order.ts';
import { SITE_FILE } from '../settings/site.ts';
import { endingOf } from './file-name.ts';
import { kindOf } from './kinds/kinds.ts';
import { type Listing, type SourceFile, signatureOf } from './listing.ts';

/** What is read as one: a file, or a folder that is an exhibition or a tree. */
export interface Unit {
  readonly kind: 'file' | 'exhibition' | 'tree';
  /** Path of the file or of the folder; its name in the catalogue. */
  readonly path: string;
  /** The file itself; for a folder, its `exposition.md` or `arbre.md` first, then the others in natural order. */
  readonly files: readonly [SourceFile, ...SourceFile[]];
  /** Lies in a folder `alerte` or `urgent`. */
  readonly alert: boolean;
  /** Folded names of the screens whose folder it lies in; null: all screens. */
  readonly screens: readonly string[] | null;
  /** Changes when any of its files does, or its place. */
  readonly signature: string;
}

const ALERT_FOLDERS = new Set(['alerte', 'urgent']);
const SCREENS_FOLDER = 'ecrans';
const MARKERS = new Map<string, 'exhibition' | 'tree'>([
  ['exposition.md', 'exhibition'],
  ['arbre.md', 'tree'],
]);
/** At the top of the folder: settings and the staff guide. */
const NOT_CONTENT = new Set([SITE_FILE, 'lisezmoi.md', 'lisezmoi.txt', 'readme.md']);

const isPlate = (path: string) => kindOf(endingOf(path)) === 'picture';
const isLeaf = (path: string) => ['.txt', '.csv'].includes(endingOf(path));

const foldersOf = (path: string) => path.split('/').slice(0, -1);
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The folders, from the top, whose name makes an exhibition or a tree of what they hold; the outermost wins. */
function markedFolders(listing: Listing): Map<string, { kind: 'exhibition' | 'tree'; marker: SourceFile }> {
  const marked = new Map<string, { kind: 'exhibition' | 'tree'; marker: SourceFile }>();
  for (const file of listing.files.values()) {
    const kind = MARKERS.get(fold(nameOf(file.path)));
    const folder = foldersOf(file.path).join('/');
    if (kind && folder !== '' && !marked.has(folder)) marked.set(folder, { kind, marker: file });
  }
  return marked;
}

/** Where a path lies: among the alerts, in the folder of one screen. */
export function placeOf(path: string): { readonly alert: boolean; readonly screens: readonly string[] | null } {
  const folders = foldersOf(path).map(fold);
  const screen = folders[0] === SCREENS_FOLDER ? folders[1] : undefined;
  return {
    alert: folders.some((folder) => ALERT_FOLDERS.has(folder)),
    screens: screen === undefined ? null : [screen],
  };
}

function unit(kind: Unit['kind'], path: string, files: Unit['files']): Unit {
  const first = files[0];
  return { kind, path, files, ...placeOf(first.path), signature: files.map(signatureOf).join('\n') };
}

/** What the folder is made of: a pure function of its listing, in the order of the paths. */
export function unitsOf(listing: Listing): Unit[] {
  const marked = markedFolders(listing);
  const members = new Map<string, SourceFile[]>();
  const units: Unit[] = [];
  for (const file of listing.files.values()) {
    const folders = foldersOf(file.path);
    if (folders.length === 0 && NOT_CONTENT.has(fold(file.path))) continue;
    const folder = folders.map((_, index) => folders.slice(0, index + 1).join('/')).find((path) => marked.has(path));
    const mark = folder === undefined ? undefined : marked.get(folder);
    const belongs = mark && (mark.marker === file || (mark.kind === 'exhibition' ? isPlate : isLeaf)(file.path));
    if (folder === undefined || !belongs) units.push(unit('file', file.path, [file]));
    else members.set(folder, [...(members.get(folder) ?? []), file]);
  }
  for (const [folder, { kind, marker }] of marked) {
    const others = (members.get(folder) ?? []).filter((file) => file !== marker);
    if (!(members.get(folder) ?? []).includes(marker)) continue;
    units.push(unit(kind, folder, [marker, ...others.toSorted((a, b) => naturally(a.path, b.path))]));
  }
  return units.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
