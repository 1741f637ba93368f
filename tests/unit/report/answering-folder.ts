import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Logger, pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { type ContentFolder, openContentFolder } from '../../../main/content/content-folder.ts';
import { createMediaPreparer } from '../../../main/content/preparation/media-preparer.ts';
import { createReadUnit } from '../../../main/content/reading/read-unit.ts';
import { createTextPool } from '../../../main/content/reading/text-pool.ts';
import { openStore } from '../../../main/content/store/store.ts';
import { createProgrammes } from '../../../main/programme/programmes.ts';
import { REPORT_NAME } from '../../../main/report/page-file.ts';
import { startReport } from '../../../main/report/start-report.ts';
import type { Clock } from '../../../main/when/clock.ts';

const silent: Logger = pino({ level: 'silent' });
/** Tuesday, nine o’clock. */
const tuesday: Clock = {
  now: () => Temporal.ZonedDateTime.from('2031-03-11T09:00[Europe/Paris]').toInstant(),
};

/** A content folder that a service reads and answers in. */
export interface AnsweringFolder {
  readonly content: string;
  readonly contentFolder: ContentFolder;
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
  const mediaPreparer = createMediaPreparer({ store, stateDir, log: silent });
  const texts = createTextPool({ stateDir, log: silent });
  const read = createReadUnit(mediaPreparer, texts);
  const contentFolder = openContentFolder({
    folder: content,
    saved: null,
    read,
    log: silent,
    longSide: () => 640,
    live: true,
  });
  const programmes = createProgrammes({ ...contentFolder, clock, notBefore: null });
  const report = startReport({ folder: content, ...contentFolder, programmes, store, log });
  return {
    content,
    contentFolder,
    write: (path, bytes) => put(content, path, bytes),
    page: () => pageOf(content),
    async close() {
      await report.close();
      contentFolder.close();
      await Promise.all([mediaPreparer.close(), texts.close()]);
    },
  };
}

export const discard = (base: string): Promise<void> => rm(base, { recursive: true, force: true, maxRetries: 5 });
