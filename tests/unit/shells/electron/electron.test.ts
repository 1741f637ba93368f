import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesIn, isRemembered } from '../../../../main/shells/electron/download-electron.ts';
import { findElectron } from '../../../../main/shells/electron/find-electron.ts';
import { electronArguments } from '../../../../main/shells/electron/run-under-electron.ts';
import { SECURITY } from '../../../../main/shells/electron/security.ts';
import {
  isAllowed,
  isGranted,
  isPageLost,
  isRequestAllowed,
  WINDOW_OPTIONS,
} from '../../../../main/shells/electron/window.ts';

const HOME = 'http://127.0.0.1:8420/?screen=Hall';

describe('the window of Electron', () => {
  it('covers the display, black, without a menu, and shows itself only when painted', () => {
    expect(WINDOW_OPTIONS).toMatchObject({
      show: false,
      kiosk: true,
      fullscreen: true,
      backgroundColor: '#000000',
      autoHideMenuBar: true,
    });
  });

  it('holds an ordinary page: sandbox, isolation, no preload and nothing of Node', () => {
    expect(WINDOW_OPTIONS.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(WINDOW_OPTIONS.webPreferences).not.toHaveProperty('preload');
  });

  it('answers every item of Electron’s security checklist, once', () => {
    expect(SECURITY.map(({ item }) => item)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    for (const { asks, answer } of SECURITY) expect(`${asks}. ${answer}`).toMatch(/^\p{Lu}.*\. \p{Lu}?.+[.:`]?$/u);
    expect(WINDOW_OPTIONS.webPreferences).toMatchObject({
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      devTools: false,
    });
    expect(WINDOW_OPTIONS.webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('grants nothing', () => {
    for (const permission of ['media', 'geolocation', 'notifications', 'fullscreen', 'openExternal', 'usb', '']) {
      expect(isGranted(permission)).toBe(false);
    }
  });

  it('opens only pages of the service it was opened on', () => {
    expect(isAllowed('http://127.0.0.1:8420/', HOME)).toBe(true);
    expect(isAllowed('http://127.0.0.1:8420/?screen=CDI', HOME)).toBe(true);
    for (const elsewhere of [
      'http://127.0.0.1:8421/',
      'https://127.0.0.1:8420/',
      'http://127.0.0.1.example.org:8420/',
      'http://127.0.0.1:8420@example.org/',
      'file:///etc/passwd',
      'data:text/html,x',
      'about:blank',
      'no address',
    ]) {
      expect(isAllowed(elsewhere, HOME)).toBe(false);
    }
  });

  it('loads nothing from elsewhere, except what the page makes of its own bytes', () => {
    expect(isRequestAllowed('http://127.0.0.1:8420/media/a/b.webp', HOME)).toBe(true);
    expect(isRequestAllowed('data:image/png;base64,AA', HOME)).toBe(true);
    expect(isRequestAllowed('https://example.org/x.png', HOME)).toBe(false);
  });

  it('has lost its page when the main frame fails, not when a frame within it does or a navigation was replaced', () => {
    expect(isPageLost(-102, true)).toBe(true);
    expect(isPageLost(-102, false)).toBe(false);
    expect(isPageLost(-3, true)).toBe(false);
  });

  it('is started without its sandbox only as root', () => {
    expect(electronArguments('/state', false)).not.toContain('--no-sandbox');
    expect(electronArguments('/state', true)[0]).toBe('--no-sandbox');
  });
});

describe('the binary of Electron', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'preau-electron-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is found where the package noted it, and not before it is downloaded', () => {
    expect(findElectron(null)).toBeNull();
    expect(findElectron(folder)).toBeNull();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findElectron(folder)).toBeNull();
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(findElectron(folder)).toBe(join(folder, 'dist', 'electron'));
  });

  it('is not downloaded again within a day of a failure', () => {
    const now = Date.UTC(2026, 4, 5, 9);
    const hours = (n: number) => now - n * 3_600_000;
    expect(isRemembered(null, now)).toBe(false);
    expect(isRemembered('nonsense', now)).toBe(false);
    expect(isRemembered(`${hours(1)}\nENOTFOUND\n`, now)).toBe(true);
    expect(isRemembered(`${hours(25)}\nENOTFOUND\n`, now)).toBe(false);
    // A failure noted by a clock that ran ahead must not keep Electron away for years.
    expect(isRemembered(`${hours(-1000)}\n`, now)).toBe(false);
  });

  it('is measured in bytes while it is downloaded', () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'a'), 'x'.repeat(10));
    writeFileSync(join(folder, 'b'), 'x'.repeat(5));
    expect(bytesIn(folder)).toBeGreaterThanOrEqual(15);
    expect(bytesIn(join(folder, 'gone'))).toBe(0);
  });
});
