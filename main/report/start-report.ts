import type { Logger } from 'pino';
import { audit, distinctUntilChanged, EMPTY, map, merge, type Observable, switchMap, timer } from 'rxjs';
import type { ContentState } from '../content/content-folder.ts';
import { rootOf } from '../content/scan/scan.ts';
import type { Store } from '../content/store/store.ts';
import { inPieces } from '../lib/in-pieces.ts';
import { inBackground, mapped } from '../lib/in-turns.ts';
import { oneAtATime } from '../lib/one-at-a-time.ts';
import type { Steps } from '../lib/steps.ts';
import { currentReport, type ReportSources, screenNames } from './current-report.ts';
import { daysAhead } from './days-ahead.ts';
import { reportSteps } from './model.ts';
import { isSameOccasion, type Occasion, occasionOf } from './occasion.ts';
import { picturesOf, reportPage } from './page.ts';
import { createPageFile } from './page-file.ts';
import { createThumbnails, type Thumbnailer } from './thumbnails.ts';

/**
 * Milliseconds from a change to the page that tells it. A burst of changes is one page, which costs more the longer it is
 * (bytes); it must be there within 5 s of a change.
 */
const pace = (bytes: number) => Math.min(3_000, 1_000 + bytes / 1_000);

export interface ReportOptions extends ReportSources {
  readonly state$: Observable<ContentState>;
  readonly store: Pick<Store, 'read'>;
  /** The page may have something else to say of the screens. */
  readonly screens$?: Observable<unknown>;
  /** Whether this machine writes the page, among those of the folder. */
  readonly mayWrite?: () => Promise<boolean>;
  readonly log: Logger;
}

/** The bytes of a page, and the folder (`rootOf`) that it tells of. */
interface Answer {
  readonly page: readonly Buffer[];
  readonly root: string;
}

/**
 * The page as it should be now; null where there is nothing to say. `goOn` throws where nobody waits for it any more: with
 * thousands of events its fourteen days take many seconds.
 */
async function currentPage(sources: ReportOptions, thumbnails: Thumbnailer, goOn: () => void): Promise<Answer | null> {
  const current = await currentReport(sources);
  if (current === null) return null;
  const model = await inBackground(whileWanted(reportSteps(current.input), goOn));
  const days = await daysAhead(sources, goOn);
  const screens = sources.screenRows?.() ?? null;
  const pictures = await thumbnails.of(picturesOf(model));
  const pieces = mapped(inPieces(reportPage(model, pictures, { days, screens })), (piece) => piece);
  const page = await inBackground(whileWanted(pieces, goOn));
  return { page, root: current.root };
}

/** The same computation, which ends with what `goOn` throws. */
function* whileWanted<T>(steps: Steps<T>, goOn: () => void): Steps<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    goOn();
    yield;
  }
}

/** Emits whenever the page may have something else to say. */
function occasions({ state$, programmes, screens$ = EMPTY }: ReportOptions): Observable<unknown> {
  const programmes$ = state$.pipe(
    map(screenNames),
    distinctUntilChanged((a, b) => a.join('\n') === b.join('\n')),
    switchMap((names) => merge(...names.map((name) => programmes.stream(name)))),
  );
  return merge(state$, programmes$, screens$);
}

/**
 * Keeps `_état.html` in the content folder true, within 5 s of any change. Where the folder cannot be written there is
 * no page, and nothing else. Never throws; `close` resolves when nothing is being written any more.
 */
export function startReport(options: ReportOptions): { close(): Promise<void> } {
  const { folder, store, log, mayWrite = async () => true } = options;
  const thumbnails = createThumbnails(store, log);
  const pageFile = createPageFile(folder, log);
  let told: Occasion | null = null;
  let closed = false;
  let bytes = 0;
  const goOn = (): void => {
    if (closed) throw new Error('Nobody waits for the report any more.');
  };
  const job = async () => {
    try {
      if (!(await mayWrite())) {
        told = null;
        return;
      }
      const occasion = await occasionOf(options);
      if (told !== null && isSameOccasion(told, occasion) && !(await pageFile.isMissing())) {
        log.trace('report unchanged');
        return;
      }
      const answer = await currentPage(options, thumbnails, goOn);
      // A disk that came off while the page was made leaves its bare place, where nothing may be written.
      if (answer === null || closed || (await rootOf(folder)) !== answer.root || !(await mayWrite())) return;
      bytes = answer.page.reduce((sum, piece) => sum + piece.length, 0);
      await pageFile.write(answer.page);
      told = occasion;
    } catch (error) {
      if (!closed) log.error({ err: error }, 'report failed');
    }
  };
  const writing = oneAtATime(job);
  let last: Promise<void> = Promise.resolve();
  const subscription = occasions(options)
    .pipe(audit(() => timer(pace(bytes))))
    .subscribe({
      next: () => {
        last = writing.request();
      },
      error: (error: unknown) => log.error({ err: error }, 'report stopped'),
    });
  return {
    async close() {
      closed = true;
      subscription.unsubscribe();
      await last;
    },
  };
}
