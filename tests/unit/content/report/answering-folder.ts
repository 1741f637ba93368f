import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Logger, pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../../main/calendar/clock.ts';
import { createIntake, type Intake } from '../../../../main/content/intake.ts';
import { createWorkshop } from '../../../../main/content/media/workshop.ts';
import { createReadUnit } from '../../../../main/content/read-unit.ts';
import { REPORT_NAME, startReport } from '../../../../main/content/report/report-writer.ts';
import { openStore } from '../../../../main/content/store.ts';
import { createTextPool } from '../../../../main/content/text-pool.ts';
import { createProgrammes } from '../../../../main/server/programmes.ts';

export const silent: Logger = pino({ level: 'silent' });
/** Tuesday, nine o’clock. */
export const tuesday: Clock = {
  now: () => Temporal.ZonedDateTime.from('2031-03-11T09:00[Europe/Paris]').toInstant(),
};

/** A content folder that a service reads and answers in. */
export interface AnsweringFolder {
  readonly content: string;
  readonly intake: Intake;
  write(path: string, bytes: string | Uint8Array): Promise<void>;
  /** The page; null where there is none. */
  page(): Promise<string | null>;
  close(): Promise<void>;
}

/** An empty folder of the test's own. */
export async function createFolder(): Promise<{ readonly base: string; readonly content: string }> {
  const base = await mkdtemp(join(tmpdir(), 'preau-report-'));
  const content = join(base, 'contenu');
  await mkdir(content);
  return { base, content };
}

export async function put(content: string, path: string, bytes: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(content, path)), { recursive: true });
  await writeFile(join(content, path), bytes);
}

export const pageOf = (content: string): Promise<string | null> =>
  readFile(join(content, REPORT_NAME), 'utf8').catch(() => null);

/** A service on `content` with a state folder of its own; `log` hears the report alone. */
export async function answerIn(
  content: string,
  stateDir: string,
  { clock = tuesday, log = silent }: { readonly clock?: Clock; readonly log?: Logger } = {},
): Promise<AnsweringFolder> {
  const store = await openStore(join(stateDir, 'store'));
  const workshop = createWorkshop({ store, stateDir, log: silent });
  const texts = createTextPool({ stateDir, log: silent });
  const read = createReadUnit(workshop, texts);
  const intake = createIntake({ folder: content, saved: null, read, log: silent, longSide: () => 640, live: true });
  const programmes = createProgrammes({ ...intake, clock, notBefore: null });
  const report = startReport({ folder: content, ...intake, programmes, store, log });
  return {
    content,
    intake,
    write: (path, bytes) => put(content, path, bytes),
    page: () => pageOf(content),
    async close() {
      await report.close();
      intake.close();
      await Promise.all([workshop.close(), texts.close()]);
      await store.close();
    },
  };
}

export const discard = (base: string): Promise<void> => rm(base, { recursive: true, force: true, maxRetries: 5 });
