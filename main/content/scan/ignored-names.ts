import { fold } from '../../lib/fold.ts';

/** Names of files and folders that are never content, in small letters. */
const NAMES: ReadonlySet<string> = new Set([
  // What Windows and programs for photos write beside the files of staff.
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'photothumb.db',
  'desktop.ini',
  'thumbs.db:encryptable',
  'picasa.ini',
  'zbthumbnail.info',
  'pspbrwse.jbf',
  'autorun.inf',
  'indexervolumeguid',
  'wpsettings.dat',
  'icon\r',
  // Bins, where a deleted file lies on: of Synology and TerraMaster, QNAP, Buffalo, ASUSTOR, Zyxel, Windows, macOS, of older ones of QNAP.
  '#recycle',
  '@recycle',
  'trashbox',
  'recycle bin',
  'recycle',
  '$recycle.bin',
  'recycler',
  'recycled',
  'network trash folder',
  'network recycle bin',
  'network recycle bin 1',
  // What Android saves of a damaged card.
  'lost.dir',
  // Older versions of the files that are shown: of Synology, NetApp and QNAP.
  '#snapshot',
  '~snapshot',
  '@recently-snapshot',
  // Thumbnails and notes of Synology, and its files under way.
  '@eadir',
  '@tmp',
  '@sharebin',
  // What systems keep on a disk of their own.
  'lost+found',
  'system volume information',
  'temporary items',
]);

/** Of copies and downloads under way, and of what editors keep of an older version, in small letters. */
const ENDINGS = [
  ...['.tmp', '.part', '.partial', '.download', '.downloading', '.crdownload', '.filepart', '.opdownload', '.aria2'],
  ...[
    '.dtapart',
    '.!qb',
    '.!ut',
    '.bc!',
    '.wbk',
    '.asd',
    '.swp',
    '.swo',
    '.kate-swp',
    '.jpg_original',
    '.jpeg_original',
    '~',
  ],
];

/**
 * Beginnings: hidden files of macOS and Linux, among them their bins (`.Trash-1000`, `.Trashes`) and the thumbnails of
 * QNAP (`.@__thumb`); what Préau itself writes; the locks of Office.
 */
const BEGINNING = /^(?:\.|_|~\$)/u;

/** A file in the bin of Windows (`$RAB12CD.jpg`) and the note about it (`$IAB12CD.jpg`), wherever the bin was copied to. */
const WINDOWS_BIN = /^\$[RI][A-Z0-9]{6}(?:\.|$)/u;

/** The copy that a Mac makes of a document while it saves it, and leaves on some shares: `affiche.docx.sb-1234abcd-XyZ123`. */
const SAVED_BY_MAC = /\.sb-[0-9a-f]{8}-\w{6}$/u;

/** The covers of records that Windows Media Player puts beside whatever it once played. */
const COVER = /^albumart(?:small|_\{[0-9a-f-]{36}\}_(?:small|large))\.jpg$/u;

/** What Emacs keeps of a text that was not saved. */
const UNSAVED = /^#.*#$/u;

/** What iCloud leaves in place of a file that it has not downloaded: `.affiche.jpg.icloud` stands for `affiche.jpg`. */
const ICLOUD_PLACEHOLDER = /^\.[^.].*\.icloud$/u;

/** Whether a file or folder of this name is passed over, with all that is in it. */
export function isIgnored(name: string): boolean {
  const folded = fold(name);
  return (
    (BEGINNING.test(name) && !ICLOUD_PLACEHOLDER.test(name)) ||
    WINDOWS_BIN.test(name) ||
    SAVED_BY_MAC.test(name) ||
    COVER.test(folded) ||
    UNSAVED.test(name) ||
    NAMES.has(name.toLowerCase()) ||
    ENDINGS.some((ending) => folded.endsWith(ending))
  );
}
