import { readFile, stat } from 'node:fs/promises';
import { Bytes } from '../completeness/bytes.ts';
import { type Completeness, type Incomplete, incompleteFault } from '../completeness/completeness.ts';
import type { Format } from '../completeness/format.ts';
import { withoutLead } from '../completeness/lead.ts';
import { type Fault, refuse } from '../faults/fault.ts';
import { faults, strangerFault, systemFault } from '../faults/file-faults.ts';
import { completenessAs } from '../kinds/check-completeness.ts';
import type { PrepareWork } from '../kinds/file-kind.ts';
import { foreignFault } from '../kinds/foreign/foreign-files.ts';
import { kindOfEnding } from '../kinds/kinds.ts';
import { recognise } from '../kinds/recognise.ts';
import { endingOf } from '../names/endings.ts';
import { type Store, StoreError } from '../store/store.ts';
import { type Job, lastStep, type SourceFile, type Step } from './job.ts';
import { MAX_FILE_BYTES, PATIENCE_MS } from './limits.ts';

const refusedStep = (fault: Fault): Step => lastStep(refuse(fault));

/** One step of one file, as its kind says. Whatever the file holds, the answer is a value. */
export async function prepareFile(job: Job, store: Store): Promise<Step> {
  try {
    if (!(await isUnchanged(job.file))) return refusedStep(faults.changed());
    const step = await prepareKind(job, store);
    return (await isUnchanged(job.file)) ? step : refusedStep(faults.changed());
  } catch (error) {
    return refusedStep(faultOf(error));
  }
}

async function prepareKind(job: Job, store: Store): Promise<Step> {
  const ending = endingOf(job.file.path);
  const { prepare, formats } = kindOfEnding(ending);
  if (prepare === null) return refusedStep(foreignFault(ending));
  if (prepare.how === 'copied') {
    const incomplete = await incompleteOnDisk(job);
    return incomplete ? refusedStep(incomplete) : (await prepare.load())({ job, store });
  }
  if (job.file.size > MAX_FILE_BYTES) return refusedStep(faults.fileTooHeavy());
  const file = withoutLead(await readFile(job.pdf ?? job.file.absolute));
  const bytes = Bytes.of(file);
  const format = await recognise(bytes);
  const state = await completenessAs(format, bytes);
  const fault = unfinishedFault(job, state) ?? foundStranger(prepare, formats, ending, format);
  if (fault) return refusedStep(fault);
  const isDoubtful = !state.complete;
  const work = async (): Promise<Step> => (await prepare.load())({ job, file, format, store, isDoubtful });
  return state.complete ? work() : decodeDoubtful(job, state, work);
}

/** Of a file that may be cut, the decoder has the last word: where it finds damage, the copy is taken for unfinished. */
async function decodeDoubtful(job: Job, { reason }: Incomplete, work: () => Promise<Step>): Promise<Step> {
  const damaged = faults.damaged().code;
  const step = await work().catch((error: unknown) => refusedStep(faultOf(error)));
  const isDamaged = step.done && !step.prepared.ok && step.prepared.fault.code === damaged;
  return isDamaged ? refusedStep(incompleteFault(reason, endingOf(job.file.path))) : step;
}

/** The fault of an incomplete file, without reading it into memory: films are large. */
async function incompleteOnDisk(job: Job): Promise<Fault | null> {
  const bytes = await Bytes.open(job.file.absolute);
  try {
    return unfinishedFault(job, await completenessAs(await recognise(bytes), bytes));
  } finally {
    await bytes.close();
  }
}

/** The fault of an incomplete file; null for a complete one, and for one that is doubtful and may be decoded now. */
function unfinishedFault(job: Job, state: Completeness): Fault | null {
  if (state.complete) return null;
  const mayBeDecoded = state.doubtful && (state.proof === 'decoder' || job.quietMs > PATIENCE_MS);
  return mayBeDecoded ? null : incompleteFault(state.reason, endingOf(job.file.path));
}

/** The fault of a file whose content is not of its kind. A picture may have the ending of another format of pictures. */
function foundStranger({ how }: PrepareWork, formats: readonly Format[], ending: string, format: Format): Fault | null {
  return how === 'converted' || formats.includes(format) ? null : strangerFault(ending, format.ending);
}

async function isUnchanged({ absolute, size, mtimeMs }: SourceFile): Promise<boolean> {
  const now = await stat(absolute);
  return now.isFile() && now.size === size && Math.trunc(now.mtimeMs) === Math.trunc(mtimeMs);
}

/** The fault that an error stands for: one of the system, or else content that does not decode. */
export function faultOf(error: unknown): Fault {
  if (error instanceof StoreError) return error.code === 'full' ? faults.storeFull() : faults.storeUnwritable();
  const fault = systemFault(error);
  if (fault) return fault;
  if (error instanceof Error && /timeout/i.test(error.message)) return faults.tooSlow();
  return faults.damaged();
}
