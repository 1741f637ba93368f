import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { confinePages } from '../../../../main/shells/electron/confine.ts';

const HOME = 'http://127.0.0.1:8420/?screen=Hall';

/** Electron's `app` and session, which note what they are told. */
function confined() {
  const app = new EventEmitter();
  const handlers: Record<string, (...args: unknown[]) => unknown> = {};
  const keep = (name: string) => (handler: (...args: unknown[]) => unknown) => {
    handlers[name] = handler;
  };
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('load') },
  };
  confinePages(app as unknown as App, session as unknown as Session, HOME);
  const page = Object.assign(new EventEmitter(), { setWindowOpenHandler: keep('open') });
  app.emit('web-contents-created', {}, page);
  const isPrevented = (name: string, url = '') => {
    let prevented = false;
    page.emit(name, { url, preventDefault: () => (prevented = true) });
    return prevented;
  };
  return { handlers, isPrevented };
}

describe('a page of Electron', () => {
  it('gets no permission and no device', () => {
    const { handlers } = confined();
    const answers: unknown[] = [];
    handlers.request?.({}, 'geolocation', (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([false]);
    expect(handlers.check?.({}, 'media')).toBe(false);
    expect(handlers.device?.()).toBe(false);
  });

  it('loads nothing from elsewhere, opens no window and goes nowhere else', () => {
    const { handlers, isPrevented } = confined();
    const cancelled = (url: string) => {
      let answer: unknown;
      handlers.load?.({ url }, (given: unknown) => {
        answer = given;
      });
      return answer;
    };
    expect(cancelled('https://example.org/x.png')).toEqual({ cancel: true });
    expect(cancelled('http://127.0.0.1:8420/media/a.webp')).toEqual({ cancel: false });
    expect(handlers.open?.()).toEqual({ action: 'deny' });
    for (const event of ['will-frame-navigate', 'will-redirect']) {
      expect([isPrevented(event, 'http://127.0.0.1:9/'), isPrevented(event, HOME)]).toEqual([true, false]);
    }
    expect(isPrevented('will-attach-webview')).toBe(true);
  });
});
