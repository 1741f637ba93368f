/** Rejects when a picture, a film or a sound cannot be loaded or decoded, now or later; never resolves. For `Promise.race`. */
export function mediaFailure(media: HTMLMediaElement): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void => reject(new Error('The media cannot be played.', { cause: media.error }));
    if (media.error) fail();
    else media.addEventListener('error', fail, { once: true });
  });
}
