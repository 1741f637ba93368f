import type { Logger } from 'pino';
import { BehaviorSubject, combineLatest, distinctUntilChanged, map, type Observable } from 'rxjs';
import type { ContentState } from '../content/content-folder.ts';
import type { ScreenReport } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import { failureProblems } from '../programme/failure-problems.ts';
import {
  afterReport,
  type Failure,
  type Failures,
  failuresOf,
  type ShownItem,
  unplayedItems,
} from '../programme/failures.ts';
import type { Programmes } from '../programme/programmes.ts';

/** What the screens could not play, added to the state of the content folder. */
export interface Playback {
  /** Takes in what a screen says of itself. */
  report(report: ScreenReport): void;
  /** The state of the content folder, with a problem for each file that screens could not play; now and at each change. */
  readonly state$: Observable<ContentState>;
  state(): ContentState;
  /** Ids of the items that screens tried to show and none could. */
  unplayed(): ReadonlySet<string>;
  /** Paths of the files that a screen could not play. */
  unplayableOn(screen: string): string[];
}

export interface PlaybackOptions {
  readonly content: { readonly state: () => ContentState; readonly state$: Observable<ContentState> };
  readonly programmes: Pick<Programmes, 'at'>;
  readonly log: Logger;
}

/** What there is to say of one state of the folder and one state of the screens. */
interface Told {
  readonly content: ContentState;
  readonly all: Failures;
  readonly failures: readonly Failure[];
  readonly state: ContentState;
}

function tell(content: ContentState, all: Failures): Told {
  const { items, problems } = content.catalogue;
  const failures = failuresOf(all, items);
  if (failures.length === 0) return { content, all, failures, state: content };
  const told = [...problems, ...failureProblems(failures, items)];
  return { content, all, failures, state: { ...content, catalogue: { ...content.catalogue, problems: told } } };
}

const isSame = (a: Told, b: Told) =>
  a.content === b.content && JSON.stringify(a.state.catalogue.problems) === JSON.stringify(b.state.catalogue.problems);

/** Remembers what screens could not play, until they play it or its file changes. */
export function createPlayback({ content, programmes, log }: PlaybackOptions): Playback {
  const failures$ = new BehaviorSubject<Failures>(new Map());
  let last = tell(content.state(), failures$.value);
  /** Gives the same object until the folder or the failures change, because others index the catalogue once per object. */
  const told = (state: ContentState, all: Failures): Told => {
    if (last.content === state && last.all === all) return last;
    const next = tell(state, all);
    last = isSame(last, next) ? { ...next, state: last.state } : next;
    return last;
  };
  const now = () => told(content.state(), failures$.value);

  const find = (screen: string, slide: string): ShownItem | null => {
    const { slides } = programmes.at(null, screen);
    const id = slides.find((each) => each.id === slide)?.item;
    const item = content.state().catalogue.items.find((each) => each.id === id);
    return item === undefined ? null : { item, of: slides.filter((each) => each.item === item.id).length };
  };

  return {
    report(report) {
      const before = failures$.value;
      const after = afterReport(before, report, (slide) => find(report.screen, slide));
      if (after === before) return;
      const slide = report.unplayable ?? '';
      const isKnown = before.get(slide)?.failed.has(fold(report.screen)) ?? false;
      const failed = isKnown ? undefined : after.get(slide);
      if (failed) log.warn({ screen: report.screen, item: failed.item }, 'a screen could not play a file');
      failures$.next(after);
    },
    state$: combineLatest([content.state$, failures$]).pipe(
      map(([state, all]) => told(state, all).state),
      distinctUntilChanged(),
    ),
    state: () => now().state,
    unplayed: () => unplayedItems(now().failures),
    unplayableOn(screen) {
      const { failures, state } = now();
      const failed = new Set(failures.filter((each) => each.failed.has(fold(screen))).map(({ item }) => item));
      if (failed.size === 0) return [];
      const sources = state.catalogue.items.filter(({ id }) => failed.has(id)).map(({ source }) => source);
      return [...new Set(sources)];
    },
  };
}
