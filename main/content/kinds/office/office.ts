import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import PQueue from 'p-queue';
import { Bytes } from '../../completeness/bytes.ts';
import { incompleteFault } from '../../completeness/completeness.ts';
import { OLE } from '../../completeness/ole.ts';
import { isBomb, readZipDirectory, ZIP } from '../../completeness/zip.ts';
import type { Fault } from '../../fault.ts';
import { faults, strangerFault } from '../../file-faults.ts';
import { completenessAs } from '../check-completeness.ts';
import { recognise } from '../recognise.ts';
import { findOffice } from './find-office.ts';
import { archiveBomb, conversionFailed, linksOutside, officeMissing } from './office-faults.ts';
import { reachesOutside } from './office-links.ts';
import { clearJobs, makeJobFolder, writeProfile } from './office-profile.ts';
import { runOffice } from './run-office.ts';

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
  const refusal = await judge(absolute, extension);
  if (refusal) return refusal;
  await mkdir(dir, { recursive: true });
  await cleared;
  const profile = join(dir, 'profile');
  await writeProfile(profile);
  const outDir = await makeJobFolder(dir);
  const discard = (): Promise<void> => rm(outDir, { recursive: true, force: true });
  const source = join(outDir, `document${extension}`);
  const pdf = join(outDir, 'document.pdf');
  await copyFile(absolute, source);
  const end = stopping.aborted ? null : await runOffice({ program, profile, source, outDir, limitMs, stopping });
  const made = await stat(pdf).catch(() => null);
  if (end === 'ended' && made && made.size > 0) return { pdf, discard };
  await discard();
  if (stopping.aborted) return faults.stopped();
  return end === 'late' ? faults.tooSlow() : conversionFailed();
}

/**
 * The fault of a document that LibreOffice must not be given: an unfinished copy, a decompression bomb, a file of another
 * format, a document that loads something from outside itself. null: LibreOffice may convert it.
 */
async function judge(absolute: string, extension: string): Promise<Fault | null> {
  const bytes = await Bytes.open(absolute);
  try {
    const format = await recognise(bytes);
    const state = await completenessAs(format, bytes);
    if (!state.complete && !state.doubtful) return incompleteFault(state.reason, extension);
    if (format === OLE) return null;
    if (format !== ZIP) return strangerFault(extension, format.ending);
    const entries = await readZipDirectory(bytes);
    if (!entries) return faults.damaged();
    if (isBomb(entries)) return archiveBomb();
    const outside = await reachesOutside(bytes, entries);
    return outside === null ? faults.damaged() : outside ? linksOutside() : null;
  } finally {
    await bytes.close();
  }
}
