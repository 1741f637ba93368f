/** A video that has not moved for so long is not waited for any more. Milliseconds. */
export const STALL_MS = 10_000;

/**
 * Resolves when the first frame of a video has been given to the compositor; the video then stands still on it.
 * @throws if the video cannot be decoded.
 */
export async function firstFrame(video: HTMLVideoElement): Promise<void> {
  video.muted = true;
  await new Promise<void>((resolve, reject) => {
    const fail = (): void => reject(new Error('The video cannot be decoded.', { cause: video.error }));
    video.addEventListener('error', fail, { once: true });
    video.requestVideoFrameCallback(() => resolve());
    if (video.error) fail();
    else if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) video.currentTime = 0;
    else {
      // A seek has the frame of time 0 composed even where nothing plays.
      video.addEventListener('loadeddata', () => (video.currentTime = 0), { once: true });
    }
  });
}

/** Calls `stalled` once if the video neither moves nor ends for `STALL_MS`. Returns how to stop watching. */
export function watchForStalls(video: HTMLVideoElement, stalled: () => void): () => void {
  let timer = 0;
  const stop = (): void => {
    clearTimeout(timer);
    video.removeEventListener('timeupdate', again);
    video.removeEventListener('ended', stop);
    video.removeEventListener('error', gone);
  };
  const gone = (): void => {
    stop();
    stalled();
  };
  const again = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(gone, STALL_MS);
  };
  video.addEventListener('timeupdate', again);
  video.addEventListener('ended', stop);
  video.addEventListener('error', gone);
  again();
  return stop;
}
