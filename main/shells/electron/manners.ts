import type { WebContents } from 'electron';
import { isForbidden, type Key } from './keys.ts';

/** Keeps the page as it is, whoever touches keyboard, mouse or screen: no menu of its own, no zoom, no shortcut. */
export function mindManners(page: WebContents, onKey: (key: Key) => void): void {
  const plain = (): void => {
    page.setZoomFactor(1);
    // A rejection belongs to a page that goes away meanwhile: the next one is set anew.
    page.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  };
  page.on('context-menu', (event) => event.preventDefault());
  page.on('zoom-changed', plain);
  page.on('dom-ready', plain);
  page.on('before-input-event', (event, key) => {
    onKey(key);
    if (isForbidden(key)) event.preventDefault();
  });
}
