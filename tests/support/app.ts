import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { type App, type AppDeps, createApp } from '../../main/app.ts';
import type { Programme } from '../../main/contract.ts';
import { waitAtMost } from '../../main/lib/wait-at-most.ts';
import type { CatalogueView, Health } from '../../main/server/answers.ts';
import type { Clock } from '../../main/when/clock.ts';
import type { Folders } from './service.ts';
import { testSettings } from './settings.ts';

/** A clock that stands where the test puts it, and runs on from there. */
export interface TestClock extends Clock {
  /** ISO, local time of Paris. */
  set(local: string): void;
}

export function testClock(local: string): TestClock {
  const parse = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').epochMilliseconds;
  let lead = parse(local) - performance.now();
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Math.round(performance.now() + lead)),
    set: (to) => {
      lead = parse(to) - performance.now();
    },
  };
}

export interface RunningApp extends App {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  programme(): Promise<Programme>;
  catalogue(): Promise<CatalogueView>;
  health(): Promise<Health>;
}

/** What is slower than this, as a film that is converted, joins while the test runs; milliseconds. */
const FIRST_READING_MS = 8_000;

/** The service within the test's own process, on a free port, with the test's clock. */
export async function startApp(
  folders: Pick<Folders, 'content' | 'state'>,
  clock: Clock,
  { host = '127.0.0.1', ...deps }: Pick<AppDeps, 'playerDir'> & { readonly host?: string } = {},
): Promise<RunningApp> {
  const settings = testSettings({ ...folders, at: 'test', host });
  const app = await createApp(settings, { clock, log: pino({ level: 'fatal' }), ...deps });
  await waitAtMost(app.read, FIRST_READING_MS);
  const get = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, app.url), { headers });
  const json = async <T>(path: string) => (await (await get(path)).json()) as T;
  return {
    ...app,
    get,
    programme: () => json<Programme>('api/programme'),
    catalogue: () => json<CatalogueView>('api/catalogue'),
    health: () => json<Health>('health'),
  };
}
