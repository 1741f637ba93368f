import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../support/browser.ts';
import { NotMeasured } from './row.ts';

export const DESK = { width: 1440, height: 900 };
/** How long a person looks before scrolling on, milliseconds. */
export const LOOK_MS = 500;

/** A browser that gets what time of the processor the others leave. */
export async function launchLow(): Promise<Browser> {
  const launch = browserLaunch();
  const folder = await mkdtemp(join(tmpdir(), 'preau-low-'));
  const executablePath = join(folder, 'chromium');
  const command = `exec nice -n 19 "${launch.executablePath ?? chromium.executablePath()}" "$@"`;
  await writeFile(executablePath, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  try {
    return await chromium.launch({ ...launch, executablePath });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs `use` with a page of the régie in a context of its own. */
export async function onRegie<T>(desk: Browser, url: string, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await desk.newPage({ viewport: DESK });
  try {
    await page.goto(`${url}regie`, { waitUntil: 'commit' });
    return await use(page);
  } finally {
    await page.close();
  }
}

/** The thumbnails in view: how many there are, and how many are painted. */
export const counted = (page: Page) =>
  page.locator('preau-still').evaluateAll((all) => {
    const inView = all.filter((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return { all: inView.length, painted: inView.filter((each) => each.shadowRoot?.querySelector('.painted')).length };
  });

/** Scrolls to the end as a person does: a page, a look, the next page. */
export async function scroll(page: Page): Promise<void> {
  for (let pages = 0; pages < 40; pages++) {
    await page.mouse.wheel(0, DESK.height * 0.8);
    await pause(LOOK_MS);
    if (await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2)) return;
  }
}

/** Memory that the renderers of a browser have for themselves; garbage that they have not collected counts, as it does for staff. */
export async function renderersMb(desk: Browser): Promise<number> {
  const session = await desk.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  let kilobytes = 0;
  for (const { id } of processInfo.filter(({ type }) => type === 'renderer')) {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => {
      throw new NotMeasured('the memory of a process is read from /proc, on Linux');
    });
    kilobytes += Number(/^Pss:\s+(\d+)/mu.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1_024;
}
