import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../support/browser.ts';

export const SIZE = { width: 1920, height: 1080 };

/** A service that was started. */
export interface Opened {
  readonly url: string;
  readonly process: { readonly pid?: number | undefined };
  stop(): Promise<void>;
}

/** A service, and its page in a Chromium of its own. */
export interface Shown {
  readonly page: Page;
  /** Of the service and of the browser. */
  readonly pids: readonly number[];
  close(): Promise<void>;
}

export async function show(opened: Opened): Promise<Shown> {
  const launch = browserLaunch();
  const server = await chromium.launchServer({ ...launch, args: [...(launch.args ?? []), '--disable-gpu'] });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(opened.url);
  return {
    page,
    pids: [opened.process.pid ?? 0, server.process().pid ?? 0],
    async close() {
      await server.close();
      await opened.stop();
    },
  };
}

/** Waits until MagicMirror shows its picture. */
export async function peerPictureIsShown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const picture = document.querySelector<HTMLImageElement>('.picture img');
    return picture?.complete && picture.naturalWidth > 0;
  });
}

/** Waits until MagicMirror shows this headline, faded in completely; resolves to that instant, epoch milliseconds. */
export async function peerHeadlineAt(page: Page, title: string): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) => {
      const line = document.querySelector('.newsfeed .newsfeed-title');
      const module = line?.closest('.module');
      const isShown = line?.textContent?.trim() === wanted && module && getComputedStyle(module).opacity === '1';
      return isShown ? performance.timeOrigin + performance.now() : null;
    },
    title,
    { polling: 25, timeout: 60_000 },
  );
  return Number(await handle.jsonValue());
}

/** A feed of one headline. */
export interface Feed {
  readonly url: string;
  set(title: string): void;
  close(): void;
}

export async function startFeed(): Promise<Feed> {
  let title = 'Mot 0';
  const server = createServer((_request, response) => {
    const item = `<item><title>${title}</title><link>http://127.0.0.1/</link><pubDate>${new Date().toUTCString()}</pubDate></item>`;
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Mots</title>${item}</channel></rss>`;
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    set(next) {
      title = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
