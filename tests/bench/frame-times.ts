import type { Page } from '@playwright/test';

/**
 * The times between every two frames of a page meanwhile, milliseconds: by the stamps of the frames. The moment at which a page
 * hears of its frame says how busy its thread is, and nothing of what is seen.
 */
export async function framesDuring(page: Page, during: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const state = Object.assign(window, { frameStamps: [] as number[], areFramesOver: false });
    const frame = (stamp: number): void => {
      state.frameStamps.push(stamp);
      if (!state.areFramesOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await during();
  const stamps = await page.evaluate(() => {
    const state = window as unknown as { frameStamps: number[]; areFramesOver: boolean };
    state.areFramesOver = true;
    return state.frameStamps;
  });
  return stamps.slice(1).map((stamp, at) => stamp - (stamps[at] ?? 0));
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
