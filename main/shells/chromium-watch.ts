import type { Readable, Writable } from 'node:stream';

/**
 * Listens on Chromium's debugging pipe, and calls `onCrash` when a page has crashed: Chromium itself lives on, showing
 * an error for ever. Chromium ends by itself when this pipe closes, hence also when we are killed.
 *
 * Messages are JSON, each followed by a NUL (Chrome DevTools Protocol, domain Target).
 */
export function watchPages(toChromium: Writable, fromChromium: Readable, onCrash: () => void): void {
  let rest = '';
  fromChromium.setEncoding('utf8');
  fromChromium.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    if (messages.some(isPageCrash)) onCrash();
  });
  // Both ends break when Chromium ends; its exit is heard elsewhere.
  fromChromium.on('error', () => {});
  toChromium.on('error', () => {});
  toChromium.write(`${JSON.stringify({ id: 1, method: 'Target.setDiscoverTargets', params: { discover: true } })}\0`);
}

/** Whether this message of the protocol says that a page has crashed. */
export function isPageCrash(message: string): boolean {
  return message.includes('"method":"Target.targetCrashed"');
}
