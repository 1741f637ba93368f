import type { App, Session, WebContents } from 'electron';
import { isAllowed, isGranted, isRequestAllowed } from './window.ts';

/** Denies every page of this process whatever it could ask for. To be called before the first page is there. */
export function confinePages(app: App, session: Session, home: string): void {
  session.setPermissionRequestHandler((_page, permission, answer) => answer(isGranted(permission)));
  session.setPermissionCheckHandler((_page, permission) => isGranted(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isRequestAllowed(url, home) }));
  app.on('web-contents-created', (_event, page) => confinePage(page, home));
}

/** No other window, no frame of another kind, and no way to another address. */
function confinePage(page: WebContents, home: string): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.on('will-frame-navigate', (event) => {
    if (!isAllowed(event.url, home)) event.preventDefault();
  });
  page.on('will-redirect', (event) => {
    if (!isAllowed(event.url, home)) event.preventDefault();
  });
}
