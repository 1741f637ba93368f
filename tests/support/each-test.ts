import { afterEach, beforeEach } from 'vitest';
import type { Clock } from '../../main/when/clock.ts';
import { type RunningApp, startApp, testClock } from './app.ts';
import { createFolders, type Folders } from './service.ts';

/** The folders of the test that runs: each has its own, empty, for as long as it takes. */
export function foldersOfEachTest(): Omit<Folders, 'dispose'> {
  let current: Folders;
  beforeEach(async () => {
    current = await createFolders();
  });
  // Some hold a hundred thousand files.
  afterEach(() => current.dispose(), 60_000);
  return {
    get content() {
      return current.content;
    },
    get state() {
      return current.state;
    },
    write: (...args) => current.write(...args),
    remove: (...args) => current.remove(...args),
  };
}

type Place = Pick<Folders, 'content' | 'state'>;

interface Start {
  readonly clock?: Clock;
  readonly on?: Place;
  readonly playerDir?: string;
  readonly host?: string;
}

/** Starts services on these folders, within the test's own process; they end with the test, where it has not ended them. */
export function serviceOfEachTest(folders: Place) {
  const running = new Set<RunningApp>();
  const end = async (app: RunningApp): Promise<void> => {
    if (running.delete(app)) await app.close();
  };
  afterEach(async () => {
    await Promise.all([...running].map(end));
  });
  return async (
    at = '2031-03-11T09:00',
    { clock = testClock(at), on = folders, ...deps }: Start = {},
  ): Promise<RunningApp> => {
    const app = await startApp(on, clock, deps);
    running.add(app);
    return { ...app, close: () => end(app) };
  };
}
