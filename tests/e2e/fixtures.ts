import { test as base, expect, type Page } from '@playwright/test';
import { createFolders, type Folders, type RunningService, startService } from '../support/service.ts';

interface Fixtures {
  /** An empty content folder. */
  readonly folders: Folders;
  /** A copy of the sample folder. */
  readonly sample: Folders;
  /** Starts services that end with the test. */
  readonly start: (folders: Folders, ...flags: string[]) => Promise<RunningService>;
  /** A page; the test fails if there is an error in its console, or a request to another machine. */
  readonly wall: Page;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this very pattern.
  folders: async ({}, use) => {
    const folders = await createFolders();
    await use(folders);
    await folders.dispose();
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  sample: async ({}, use) => {
    const folders = await createFolders('sample');
    await use(folders);
    await folders.dispose();
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  start: async ({}, use) => {
    const running: RunningService[] = [];
    await use(async (folders, ...flags) => {
      const service = await startService(folders, flags);
      running.push(service);
      return service;
    });
    await Promise.all(running.map((service) => service.stop()));
  },
  // The page is judged before the services end: what it was still loading then would be told as a fault.
  wall: async ({ page, start: _services }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      // When the service ends and while it is away, the browser itself logs that the stream is cut and cannot connect.
      const isAway = /ERR_CONNECTION_(?:REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED/u;
      if (message.type() === 'error' && !isAway.test(message.text())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1')
        faults.push(`request to ${request.url()}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };

/** Waits until the slide of this id, or any page of it, is painted completely. */
export async function painted(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => (document.documentElement.dataset.slide ?? '').split('~')[0] === wanted, id);
}

/** Ids of the slides painted so far, in order, each once whatever its pages. */
export function paintedSoFar(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = performance.getEntriesByName('slide').map((mark) => {
      const { detail } = mark as PerformanceMark;
      return String((detail as { id: string }).id).split('~')[0] ?? '';
    });
    return [...new Set(ids)];
  });
}
