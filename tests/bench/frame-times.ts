import type { Browser, Page } from '@playwright/test';

/** Opens a page of this size and gives what it recorded with `beginFrames`: the time between every two frames, milliseconds. */
export async function framesOf(
  browser: Browser,
  { url, viewport }: { readonly url: string; readonly viewport: { width: number; height: number } },
  run: (page: Page) => Promise<void>,
): Promise<number[]> {
  const page = await browser.newPage({ viewport });
  try {
    await page.goto(url);
    await run(page);
    return await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
  } finally {
    await page.close();
  }
}

/** Runs in the page: records the time between every two frames from now on. */
export function beginFrames(): void {
  const { frameTimes } = Object.assign(window, { frameTimes: [] as number[] });
  let last = performance.now();
  const frame = (): void => {
    const now = performance.now();
    frameTimes.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page: two <img> on top of each other that fade by a CSS transition; each gets the next original in turn. */
export function swapPictures({ photos, everyMs }: { photos: number; everyMs: number }): void {
  const images = [0, 1].map(() => {
    const image = document.createElement('img');
    Object.assign(image.style, {
      position: 'fixed',
      inset: '0',
      width: '100vw',
      height: '100vh',
      objectFit: 'cover',
      transition: 'opacity 600ms',
    });
    document.body.append(image);
    return image;
  });
  let n = 0;
  setInterval(() => {
    n += 1;
    const [next, last] = n % 2 ? images : images.toReversed();
    if (!next || !last) return;
    next.src = `/media/original/${n % photos}`;
    next.style.opacity = '1';
    last.style.opacity = '0';
  }, everyMs);
}
