/** Resolves after two frames: what was in the document before the call has been painted, even on a hidden layer. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
