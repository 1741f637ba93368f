import { mediaFailure } from '../../lib/media-failure.ts';

/** A video that has not moved for this long will not go on. Milliseconds. */
const MAX_STILL_MS = 10_000;

/**
 * Resolves when the first frame of a video has been given to the compositor; the video is then paused at it.
 * @throws if the video cannot be decoded.
 */
export async function firstFrame(video: HTMLVideoElement): Promise<void> {
  video.muted = true;
  // A seek makes the browser compose the frame of time 0 although the video does not play.
  const seek = (): void => {
    video.currentTime = 0;
  };
  const composed = new Promise<void>((resolve) => {
    video.requestVideoFrameCallback(() => resolve());
  });
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) seek();
  else video.addEventListener('loadeddata', seek, { once: true });
  await Promise.race([composed, mediaFailure(video)]);
}

/** Calls `stalled` once if the video fails, or neither moves nor ends for 10 s. Returns how to stop watching. */
export function watchForStalls(video: HTMLVideoElement, stalled: () => void): () => void {
  const watch = new AbortController();
  let timer = 0;
  const stop = (): void => {
    clearTimeout(timer);
    watch.abort();
  };
  const fail = (): void => {
    stop();
    stalled();
  };
  const restart = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(fail, MAX_STILL_MS);
  };
  const { signal } = watch;
  video.addEventListener('timeupdate', restart, { signal });
  video.addEventListener('ended', stop, { signal });
  video.addEventListener('error', fail, { signal });
  restart();
  return stop;
}
