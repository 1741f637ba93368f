import type { Media } from '../../programme/item.ts';
import type { Fault } from '../faults/fault.ts';
import { finishDocument, type Prepared, type SourceFile, type Step } from './job.ts';
import type { Lane } from './lanes.ts';
import { MAX_PAGES } from './limits.ts';
import { joinWords, type PictureWords } from './picture-words.ts';

/** What is known of a file before it is prepared. */
export interface TaskFacts {
  readonly file: SourceFile;
  /** Longest side of the result, pixels. */
  readonly longSide: number;
  /** Higher is sooner. */
  readonly priority: number;
  readonly lane: Lane;
  /** The PDF that LibreOffice made of the file, if it made one. */
  readonly pdf: string | null;
  /** What was noticed while LibreOffice made it. */
  readonly warnings: readonly Fault[];
  /** An earlier attempt to read the file never ended: the file waits behind all others and is read alone. */
  readonly suspect: boolean;
}

/** A file that is being prepared, one step at a time. */
export interface Task extends Omit<TaskFacts, 'suspect' | 'warnings'> {
  readonly settle: (prepared: Prepared) => void;
  /** The pages made so far, and what was noticed about them. */
  readonly media: Media[];
  readonly warnings: Fault[];
  /** Pages, from 1, that are left out because they show nothing. */
  readonly blankPages: number[];
  /** What the pages made so far say; null where nothing of them is read as a text. */
  words: PictureWords | null;
  /** Next page to make, from 0. */
  nextPage: number;
  suspect: boolean;
  /** A crash note of the file stands on the disk: an attempt has begun and has not ended. */
  noted: boolean;
}

/** `settle` is called once, with the answer. */
export function createTask(facts: TaskFacts, settle: Task['settle']): Task {
  const made = { media: [], warnings: [...facts.warnings], blankPages: [], words: null };
  return { ...facts, ...made, settle, nextPage: 0, noted: false };
}

/** Adds what a step made. Gives the answer when the task is finished, null when it needs another step. */
export function addStep(task: Task, step: Step): Prepared | null {
  if (step.done) return step.prepared;
  task.media.push(...step.media);
  task.warnings.push(...step.warnings);
  task.blankPages.push(...(step.blankPages ?? []));
  if (step.words !== undefined) task.words = joinWords(task.words, step.words);
  task.nextPage = step.nextPage;
  if (step.nextPage < Math.min(step.of, MAX_PAGES)) return null;
  return finishDocument({ ...task, of: step.of });
}
