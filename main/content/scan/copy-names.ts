import { posix } from 'node:path';
import { withoutEnding } from '../names/endings.ts';

/**
 * `conflict`: a sync program made it because two machines changed one file at the same time; `copy`: a person made it; `live`: the
 * film of a second or two that an iPhone takes along with a photo.
 */
type CopySort = 'conflict' | 'copy' | 'live';

/** What the name of a copy says: the name of its original, and who made it. */
export interface CopyName {
  readonly original: string;
  readonly sort: CopySort;
}

interface Pattern {
  readonly sort: CopySort;
  /** Of the name without its ending; its group is the name of the original. */
  readonly of: RegExp;
}

/** Words in brackets by which Dropbox, Nextcloud, ownCloud and Seafile name a copy, in English and French. */
const CONFLICT_WORDS =
  '(?:conflicted copy|case conflict|copie en conflit|copie conflictuelle|conflit de casse|conflict|sfconflict)';
/** What Windows, its set-up and schools call machines. Other words in capitals after a hyphen may be a title: « Menu-CDI ». */
const MACHINE = '(?:PC|DESKTOP|LAPTOP|PORTABLE|POSTE|ORDI|ORDINATEUR|WIN|SRV|SERVEUR|SURFACE|MACBOOK|IMAC)';

/**
 * How programs name copies, each from its documentation or its source: Syncthing, Dropbox and Nextcloud (words in brackets),
 * ownCloud, Synology, Resilio, pCloud, OneDrive (the name of the machine), then Windows, macOS and Google Drive (copies made by hand).
 */
const PATTERNS: readonly Pattern[] = [
  { sort: 'conflict', of: /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z2-7]{7})?$/u },
  { sort: 'conflict', of: new RegExp(`^(.+?) ?\\((?:[^()]* )?${CONFLICT_WORDS}(?: [^()]*)?\\)$`, 'iu') },
  { sort: 'conflict', of: /^(.+)_conflict-\d{8}-\d{6}$/u },
  { sort: 'conflict', of: /^(.+?)_[^_]+_\p{L}{3,5}\.?-\d{2}-\d{4,6}-\d{4}_\p{L}*conflict(?:_\d+)?$/iu },
  { sort: 'conflict', of: /^(.+?)(?:\.conflict ?\d*)+$/iu },
  { sort: 'conflict', of: /^(.+?) ?\[conflict(?:ed)?(?: \d+)?\]$/iu },
  { sort: 'conflict', of: new RegExp(`^(.+)-${MACHINE}(?:-?[A-Z0-9]+)*(?:-\\d+)?$`, 'u') },
  { sort: 'copy', of: /^(.+) [-–] (?:copie|copy)(?: \(\d+\))?$/iu },
  { sort: 'copy', of: /^(.+) (?:copie|copy)(?: \d+)?$/iu },
  { sort: 'copy', of: /^(?:copie|copy) (?:\(\d+\) )?(?:de|of) (.+)$/iu },
];

/** How an iPhone names what it takes (« Live Photo »): the film has the name of its photo. An edited one has an E. */
const LIVE_FILM = /^(IMG_E?\d{4})\.mov$/iu;
const PHOTOS = ['.heic', '.jpg', '.jpeg'];
/** Bytes: the film of a photo lasts three seconds; a longer one is another film, with the number of a photo of another phone. */
const MAX_LIVE_BYTES = 12 << 20;

/** The names of the photo that a film may belong to. */
export function photoNamesOf(path: string, size: number): CopyName[] {
  const stem = LIVE_FILM.exec(posix.basename(path))?.[1];
  if (stem === undefined || size > MAX_LIVE_BYTES) return [];
  return PHOTOS.map((ending) => ({ original: `${stem}${ending}`, sort: 'live' }));
}

/** A copy of a copy of a copy: more are not taken off a name. */
const MAX_COPIES = 4;

function takenOff(name: string): CopyName | null {
  const stem = withoutEnding(name);
  const ending = name.slice(stem.length);
  for (const { of, sort } of PATTERNS) {
    const original = of.exec(stem.normalize('NFC'))?.[1];
    if (original !== undefined) return { original: `${original}${ending}`, sort };
  }
  return null;
}

/**
 * The names of the originals that a name may be a copy of, the nearest first; none for most names. « a - Copie - Copie.jpg »
 * is a copy of « a - Copie.jpg », and of « a.jpg » once that one is gone. Whether it is a copy is known once an original is there.
 */
export function copyNamesOf(path: string): CopyName[] {
  const found: CopyName[] = [];
  for (let name = posix.basename(path); found.length < MAX_COPIES; ) {
    const copy = takenOff(name);
    if (copy === null) break;
    found.push(copy);
    name = copy.original;
  }
  return found;
}
