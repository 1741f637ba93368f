import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import PQueue from 'p-queue';
import { Bytes } from '../../completeness/bytes.ts';
import { incompleteFault } from '../../completeness/completeness.ts';
import { OLE } from '../../completeness/ole.ts';
import { oleContent } from '../../completeness/ole-directory.ts';
import { isBomb, readZipDirectory, readZipPart, ZIP, type ZipEntry } from '../../completeness/zip.ts';
import type { Fault } from '../../faults/fault.ts';
import { faults, strangerFault } from '../../faults/file-faults.ts';
import { completenessAs } from '../check-completeness.ts';
import { recognise } from '../recognise.ts';
import { lockedDocument } from '../word/word-faults.ts';
import { hasChangingDate, hasChangingDateInOld } from './changing-dates.ts';
import { isAllHidden, pagesOf, readPageParts } from './deck-pages.ts';
import { drawableSlides } from './drawable-slides.ts';
import { findOffice } from './find-office.ts';
import { isFormLetter } from './form-letters.ts';
import { hasFormula } from './formulas-of-decks.ts';
import { hideDeletions } from './hide-deletions.ts';
import { lettersWithoutFont } from './machine-fonts.ts';
import {
  archiveBomb,
  conversionFailed,
  deletionsKept,
  formLetter,
  formulasPlain,
  lettersNotDrawn,
  linksOutside,
  mediaNotPlayed,
  officeMissing,
  officeModuleMissing,
  slidesHidden,
  todayDrawn,
} from './office-faults.ts';
import { outsideLinks } from './office-links.ts';
import { missingModule } from './office-modules.ts';
import { clearJobs, makeJobFolder, writeProfile } from './office-profile.ts';
import { replaceParts } from './replace-parts.ts';
import { hasDeletions, RTF } from './rtf-format.ts';
import { runOffice } from './run-office.ts';
import { readOldText } from './searched-text.ts';

/** Milliseconds that one conversion may take. */
const LIMIT_MS = 120_000;

/** LibreOffice, where it is installed: it makes PDFs of decks and old documents, one at a time. */
export interface Office {
  /** A PDF of the document, in a folder of its own that `discard` removes; or the reason why there is no PDF. */
  toPdf(absolute: string): Promise<Pdf | Fault>;
  /** Stops the conversion that is running. Documents that wait are answered with a fault that says so. */
  close(): Promise<void>;
}

interface Pdf {
  readonly pdf: string;
  /** What of the document no page can show. */
  readonly warnings: readonly Fault[];
  discard(): Promise<void>;
}

/** How all documents are converted. */
interface Converter {
  /** Folder of the profile and of the documents. */
  readonly dir: string;
  /** Resolves when `dir` has been cleared of what a killed service left. */
  readonly cleared: Promise<void>;
  /** The LibreOffice to use; undefined: the first one found. */
  readonly command: string | undefined;
  readonly limitMs: number;
  /** Aborted when the service stops. */
  readonly stopping: AbortSignal;
}

/**
 * Uses `command`, or the first LibreOffice found when it is first needed. Its profile and its files stand in `dir`: it never
 * meets the LibreOffice of a user, and leaves no lock files among the files of the staff. Clears `dir` of what a killed
 * service left there.
 */
export function openOffice(dir: string, command?: string, limitMs: number = LIMIT_MS): Office {
  const cleared = clearJobs(dir);
  const stopper = new AbortController();
  const converter: Converter = { dir, cleared, command, limitMs, stopping: stopper.signal };
  const queue = new PQueue({ concurrency: 1 });
  return {
    toPdf: (absolute) => queue.add(() => convert(absolute, converter)),
    async close() {
      stopper.abort();
      await Promise.all([queue.onIdle(), cleared]);
    },
  };
}

async function convert(absolute: string, converter: Converter): Promise<Pdf | Fault> {
  const { dir, cleared, command, limitMs, stopping } = converter;
  const program = command ?? (await findOffice());
  const extension = extname(absolute).toLowerCase();
  if (stopping.aborted) return faults.stopped();
  if (program === null) return officeMissing(extension);
  const judged = await judge(absolute, extension);
  if ('code' in judged) return judged;
  const missing = await missingModule(program, extension);
  if (missing !== null) return officeModuleMissing(extension, missing);
  await mkdir(dir, { recursive: true });
  await cleared;
  const profile = join(dir, 'profile');
  await writeProfile(profile);
  const outDir = await makeJobFolder(dir);
  const discard = (): Promise<void> => rm(outDir, { recursive: true, force: true });
  const source = join(outDir, `document${extension}`);
  const pdf = join(outDir, 'document.pdf');
  await copyFile(absolute, source);
  if (judged.replaced.size > 0) await replaceParts(source, judged.replaced);
  if (extension === '.doc') await hideDeletions(source);
  const end = stopping.aborted ? null : await runOffice({ program, profile, source, outDir, limitMs, stopping });
  const made = await stat(pdf).catch(() => null);
  if (end === 'ended' && made && made.size > 0) {
    return { pdf, discard, warnings: judged.warnings };
  }
  await discard();
  if (stopping.aborted) return faults.stopped();
  return end === 'late' ? faults.tooSlow() : conversionFailed();
}

/** What LibreOffice is given of a document: all of it, but these parts as they are here; and what no page can show. */
interface Convertible {
  readonly replaced: ReadonlyMap<string, Buffer>;
  readonly warnings: readonly Fault[];
}

const asItIs = (isChanging: boolean, isLetter: boolean): Convertible => ({
  replaced: new Map(),
  warnings: [...(isLetter ? [formLetter()] : []), ...(isChanging ? [todayDrawn()] : [])],
});

/**
 * What LibreOffice may be given of a document, or the fault of one that it must not be given: an unfinished copy, a
 * decompression bomb, a file of another format, one under a password, one that needs something from outside itself.
 */
async function judge(absolute: string, extension: string): Promise<Fault | Convertible> {
  const bytes = await Bytes.open(absolute);
  try {
    const format = await recognise(bytes);
    const state = await completenessAs(format, bytes);
    if (!state.complete && !state.doubtful) return incompleteFault(state.reason, extension);
    if (format === OLE) return await judgeOle(bytes);
    // The modules that open decks and tables would take a text for one of theirs.
    if (format === RTF && TEXTS.includes(extension)) {
      const old = await readOldText(bytes);
      if (hasDeletions(old)) return deletionsKept();
      return asItIs(hasChangingDateInOld(old, '.rtf'), isFormLetter(old));
    }
    if (format !== ZIP) return strangerFault(extension, format.ending);
    const entries = await readZipDirectory(bytes);
    if (!entries) return faults.damaged();
    if (isBomb(entries)) return archiveBomb();
    if (await isEncrypted(bytes, entries)) return lockedDocument();
    const links = await outsideLinks(bytes, entries);
    if (links === null) return faults.damaged();
    if (links.isNeeded) return linksOutside();
    const parts = await readPageParts(bytes, entries);
    const pages = pagesOf(parts);
    if (isAllHidden(pages)) return slidesHidden();
    const letters = await lettersWithoutFont(pages);
    const warnings = [
      ...(letters === '' ? [] : [lettersNotDrawn(letters)]),
      ...(pages.some(({ text }) => hasFormula(text)) ? [formulasPlain()] : []),
      ...(links.isPlaying ? [mediaNotPlayed()] : []),
      ...(hasChangingDate(pages) ? [todayDrawn()] : []),
    ];
    return { replaced: new Map([...drawableSlides(parts), ...links.severed]), warnings };
  } finally {
    await bytes.close();
  }
}

async function judgeOle(bytes: Bytes): Promise<Fault | Convertible> {
  const { isLocked, ending } = await oleContent(bytes);
  if (isLocked) return lockedDocument();
  const old = await readOldText(bytes);
  return asItIs(hasChangingDateInOld(old, ending), ending === '.doc' && isFormLetter(old));
}

/** The endings of texts. */
const TEXTS: readonly string[] = ['.doc', '.rtf'];
/** More than the list of parts of any deck. */
const MAX_MANIFEST = 4 << 20;

/** OpenDocument 1.2, part 3, 4.3: the list of parts says how each is encrypted. */
async function isEncrypted(bytes: Bytes, entries: readonly ZipEntry[]): Promise<boolean> {
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml');
  const text = manifest && (await readZipPart(bytes, manifest, MAX_MANIFEST));
  return text?.includes('encryption-data') ?? false;
}
