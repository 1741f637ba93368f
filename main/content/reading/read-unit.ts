import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { readSized } from '../../lib/calls-to-disk.ts';
import { compact } from '../../lib/compact.ts';
import { errorCode } from '../../lib/error-code.ts';
import { memoByObject } from '../../lib/memo-by-object.ts';
import { dayAt } from '../../when/day-at.ts';
import { Bytes } from '../completeness/bytes.ts';
import { incompleteFault } from '../completeness/completeness.ts';
import type { Fault } from '../faults/fault.ts';
import { faults, isOnlyName, systemFault } from '../faults/file-faults.ts';
import { problem } from '../faults/problem.ts';
import { namedAlert } from '../kinds/alert/read-alert.ts';
import { checkCompleteness, completenessOf } from '../kinds/check-completeness.ts';
import { isPackage } from '../kinds/foreign/foreign-files.ts';
import { kindOfFile } from '../kinds/kinds.ts';
import { readAny } from '../kinds/read-any.ts';
import type { FirstSeen } from '../known/first-seen.ts';
import { endingOf } from '../names/endings.ts';
import type { Prepared } from '../preparation/job.ts';
import type { MediaPreparer } from '../preparation/media-preparer.ts';
import { contactRule } from '../privacy/public-contacts.ts';
import { copyFault } from '../scan/copies.ts';
import { findFile } from '../scan/find-file.ts';
import type { SourceFile } from '../scan/listing.ts';
import { askShare } from '../scan/share-queue.ts';
import type { Unit } from '../scan/unit.ts';
import type { ParseRefused } from './parse-job.ts';
import type { ReadContext, ReadUnit } from './read-context.ts';
import { nothing, type Reading, type ReadTools, refusal } from './reading.ts';
import type { TextPool } from './text-pool.ts';
import { timeFor } from './time-for.ts';

/** No text or document has more bytes. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/**
 * Whether a file must be complete before its reader is asked. The media preparer itself checks the files that it prepares,
 * one by one, so that an exhibition goes on without a bad plate. What is not shown is named as what it is, whole or not: many
 * formats end in zeros (archives, icons, sounds), and would seem unfinished for ever. A package is a folder, and is never opened.
 */
function isCheckedFirst({ path }: SourceFile): boolean {
  const { prepare, parse, formats } = kindOfFile(path);
  return (prepare === null || parse !== null) && formats.length > 0 && !isPackage(endingOf(path));
}

/** Reads the bytes of files. Short texts are read once, and what is checked is then what is read and parsed. */
type ReadBytes = (file: SourceFile) => Promise<Uint8Array>;

const isShortText = ({ path, size }: SourceFile): boolean => size < (kindOfFile(path).parse?.inlineBytes ?? 0);

/** All bytes of a short text: one call less to a share than where its size is asked for. */
const readShort = async ({ absolute, size }: SourceFile): Promise<Uint8Array> =>
  (await readSized(absolute, size)) ?? readFile(absolute);

function bytesReader(unit: Unit): ReadBytes {
  const short = new Map<string, Promise<Uint8Array>>();
  const read = async (file: SourceFile) => {
    const all = () => (isShortText(file) ? readShort(file) : readFile(file.absolute));
    const bytes = await askShare(all, unit.alert);
    await timeFor(unit);
    return bytes;
  };
  return (file) => {
    if (!isShortText(file)) return read(file);
    const bytes = short.get(file.path) ?? read(file);
    short.set(file.path, bytes);
    return bytes;
  };
}

/** The first file of a unit that is not there to its true end, and its fault; null where all are. */
async function findIncomplete(
  { files }: Unit,
  readBytes: ReadBytes,
): Promise<{ readonly file: string; readonly fault: Fault } | null> {
  for (const file of files.filter(isCheckedFirst)) {
    const { path, absolute } = file;
    const ending = endingOf(path);
    const state = isShortText(file)
      ? await completenessOf(Bytes.of(await readBytes(file)), ending)
      : await askShare(() => checkCompleteness(absolute, ending));
    // Where the format is unknown, the reader has the better sentence.
    if (state.complete || state.doubtful || state.reason === 'unknown') continue;
    return { file: path, fault: incompleteFault(state.reason, ending) };
  }
  return null;
}

/** What the tools of readers are made of. */
interface Parts {
  readonly readBytes: ReadBytes;
  readonly mediaPreparer: MediaPreparer;
  readonly texts: TextPool;
  readonly seen: Temporal.PlainDate | null;
}

/** What readers may ask for, over one listing of the folder. */
function toolsFor(unit: Unit, context: ReadContext, { readBytes, mediaPreparer, texts, seen }: Parts): ReadTools {
  const { listing, zone, longSide, priority } = context;
  const writtenOn = memoByObject((file: SourceFile) => {
    const written = dayAt(file.mtimeMs, zone);
    // A file that was touched or copied is as old as it was: its dates do not move to another year.
    return seen !== null && Temporal.PlainDate.compare(seen, written) < 0 ? seen : written;
  });
  return {
    zone,
    writtenOn,
    ...compact({ seen: seen ?? undefined }),
    async bytes(file) {
      if (file.size > MAX_TEXT_BYTES) throw new RangeError('file too large to be read as a text');
      return readBytes(file);
    },
    async parse(file): Promise<unknown | ParseRefused> {
      const { isPublic: keepsContacts } = await contactRule(listing, file);
      const reference = writtenOn(file).toString();
      const job = {
        absolute: file.absolute,
        path: file.path,
        ending: endingOf(file.path),
        zone,
        reference,
        keepsContacts,
      };
      const parsed = await texts.run(
        file,
        isShortText(file) ? { ...job, bytes: await readBytes(file) } : job,
        priority,
      );
      await timeFor(unit);
      return parsed;
    },
    prepare: (file): Promise<Prepared> => mediaPreparer.prepare(file, { longSide }, priority),
    find: (written, from) => findFile(listing, written, dirname(from.path)),
    contactRule: (file) => contactRule(listing, file),
  };
}

/** The reading of a unit where the system refused to read a file: it has gone, or Préau may not read it. */
function unreadable(unit: Unit, error: unknown): Reading {
  const code = errorCode(error);
  // No answer of the system but a mistake in the code: the caller logs it.
  if (code === 'UNKNOWN') throw error;
  const fault = systemFault(error);
  const reading: Reading = fault
    ? refusal(unit.path, fault)
    : { ...nothing, problems: [problem('unreadable', unit.path, code)], retry: true };
  return unit.alert && code !== 'ENOENT' ? namedAlert(unit, reading) : reading;
}

/** The first file of a unit of which only the name is on this machine; null where there is none. */
async function findOnlyName({ files }: Unit): Promise<SourceFile | null> {
  for (const file of files) {
    const facts = await askShare(() => stat(file.absolute)).catch(() => null);
    if (facts !== null && isOnlyName(facts)) return file;
  }
  return null;
}

/** Codes of what a file gives whose content a sync program has left on its server, while the server cannot be reached. */
const UNREAD: ReadonlySet<string> = new Set(['file-gone', 'file-damaged', 'unreadable']);

/** What is said of a file that could not be read, where its content is not on this machine. */
async function orNotDownloaded(unit: Unit, reading: Reading): Promise<Reading> {
  if (!reading.problems.some(({ code }) => UNREAD.has(code))) return reading;
  const file = await findOnlyName(unit);
  return file === null ? reading : { ...refusal(file.path, faults.notDownloaded()), items: reading.items };
}

/** Names in which a day may be said: of others, nobody asks when they came. A cheap question. */
const MAY_HOLD_DATE =
  /\d\s?(?:er)?[\s/._-]|\b(?:lun|mar|mer|jeu|ven|sam|dim)\p{L}*|demain|aujourd|semaine|mois|week|prochain|\bce(?:t|tte)?\b|dans\s|\bj\s?-|[dD]écompte|rebours/iu;

/** Reads a unit whose files have stopped changing: by its kind, once they are complete. */
export function createReadUnit(
  mediaPreparer: MediaPreparer,
  texts: TextPool,
  firstSeen: FirstSeen | null = null,
): ReadUnit {
  /** null where no word of the unit can mean another day each day. */
  const seenOn = async (unit: Unit, { zone, wasThere = false }: ReadContext, readBytes: ReadBytes) => {
    const [file] = unit.files;
    const mayAge = !unit.alert && (kindOfFile(file.path).parse !== null || MAY_HOLD_DATE.test(unit.path));
    if (firstSeen === null || !mayAge) return null;
    if (isShortText(file)) return firstSeen.dayOf(file, zone, wasThere, await readBytes(file));
    return askShare(() => firstSeen.dayOf(file, zone, wasThere));
  };
  return async (unit, context) => {
    // Also in an alert folder: the original is there, and is the alert.
    if (unit.copy) return { ...refusal(unit.path, copyFault(unit.copy)), withdrawn: true };
    const readBytes = bytesReader(unit);
    try {
      // Alerts are given at once, whatever state the file is in.
      const incomplete = unit.alert ? null : await findIncomplete(unit, readBytes);
      if (incomplete) return refusal(incomplete.file, incomplete.fault);
      const seen = await seenOn(unit, context, readBytes);
      const tools = toolsFor(unit, context, { readBytes, mediaPreparer, texts, seen });
      return await orNotDownloaded(unit, await readAny(unit, tools));
    } catch (error) {
      return orNotDownloaded(unit, unreadable(unit, error));
    }
  };
}
