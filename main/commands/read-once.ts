import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { openContent } from '../content/open-content.ts';
import { MIN_LONG_SIDE } from '../content/preparation/limits.ts';
import type { Programme } from '../contract.ts';
import { createProgrammes } from '../programme/programmes.ts';
import { currentReport } from '../report/current-report.ts';
import { reportModel } from '../report/model.ts';
import { catalogueView } from '../server/catalogue-view.ts';
import type { ContentSettings } from '../settings/settings.ts';
import type { Clock } from '../when/clock.ts';
import type { Checked } from './check.ts';

/** The content folder, read once. */
export interface ReadOnce extends Checked {
  programme(at: Temporal.Instant | null, screen: string): Programme;
}

/** Reads the folder once, for `preau check` and `preau programme`. */
export async function readOnce(
  settings: ContentSettings,
  deps: { readonly clock: Clock; readonly log: Logger },
): Promise<ReadOnce> {
  const { contentFolder, close } = await openContent({
    contentDir: settings.content,
    stateDir: settings.state,
    live: false,
    longSide: () => MIN_LONG_SIDE,
    clock: deps.clock,
    log: deps.log,
  });
  try {
    await contentFolder.settled;
  } finally {
    contentFolder.close();
    await close();
  }
  const programmes = createProgrammes({ ...contentFolder, clock: deps.clock, notBefore: null });
  const report = await currentReport({ ...contentFolder, folder: settings.content, programmes });
  const files = report === null ? [] : reportModel(report.input).folders.flatMap(({ rows }) => rows);
  return {
    ...catalogueView(contentFolder.state().catalogue),
    files,
    programme: (at, screen) => programmes.at(at, screen),
  };
}
