import type { Browser, Page } from '@playwright/test';
import { createFolders, type Folders, type RunningService, startService } from '../support/service.ts';

/** A service with a player connected to it, at 1920 x 1080. */
export interface Wall {
  readonly folders: Folders;
  readonly service: RunningService;
  readonly page: Page;
  close(): Promise<void>;
}

export async function openWall(browser: Browser, fill: (folders: Folders) => Promise<void>): Promise<Wall> {
  const folders = await createFolders();
  await fill(folders);
  const service = await startService(folders);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(service.url);
  await paintedAt(page, {});
  return {
    folders,
    service,
    page,
    async close() {
      await page.close();
      await service.stop();
      await folders.dispose();
    },
  };
}

/** Which slide to wait for; any slide if it says nothing. */
export interface Sought {
  readonly title?: string;
  readonly source?: string;
  readonly notSource?: string;
  readonly kind?: string;
  readonly notKind?: string;
  /** Painted after this instant, epoch milliseconds. */
  readonly after?: number;
}

/** Waits until such a slide is alone on the wall, painted completely. Resolves to the time of its mark, epoch milliseconds. */
export async function paintedAt(page: Page, sought: Sought, withinMs = 60_000): Promise<number> {
  const handle = await page.waitForFunction(
    ({ title, source, notSource, kind, notKind, after = 0 }) => {
      interface Shown {
        readonly slide?: { id: string; title: string; source: string | null; kind: string };
      }
      const layer = document.querySelector('preau-player')?.shadowRoot?.querySelector('.layer:not([aria-hidden])');
      const slide = (layer?.firstElementChild as Shown | null | undefined)?.slide;
      if (!slide || slide.kind === notKind || (notSource !== undefined && slide.source === notSource)) return null;
      if ((title ?? slide.title) !== slide.title || (kind ?? slide.kind) !== slide.kind) return null;
      if (source !== undefined && source !== slide.source) return null;
      const marks = performance.getEntriesByName('slide') as PerformanceMark[];
      const mark = marks.findLast(({ detail }) => String(detail.id).split('~')[0] === slide.id);
      const at = mark ? performance.timeOrigin + mark.startTime : 0;
      return at > after ? at : null;
    },
    sought,
    { polling: 25, timeout: withinMs },
  );
  return Number(await handle.jsonValue());
}
