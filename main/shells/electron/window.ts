import type { BrowserWindowConstructorOptions } from 'electron';
import { SECURE_PREFERENCES } from './security.ts';

/** The one window: the whole display, nothing around the page, and nothing of Node in it (`security.ts`). */
export const WINDOW_OPTIONS: BrowserWindowConstructorOptions = {
  show: false, // shown when first painted: no white flash
  kiosk: true, // staff cannot leave it by accident
  fullscreen: true,
  frame: false, // also without a window manager
  autoHideMenuBar: true,
  backgroundColor: '#000000', // black until painted, and around it
  title: 'Préau',
  movable: false, // a kiosk stays where it was put
  minimizable: false,
  webPreferences: {
    ...SECURE_PREFERENCES,
    spellcheck: false, // it downloads dictionaries
    backgroundThrottling: false, // timers keep their pace if something covers the window
    autoplayPolicy: 'no-user-gesture-required', // videos start with nobody there
  },
};

/** Switches of the Chromium inside: no call to the internet, a touched screen stays as it is, and memory is given back. */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['disable-pinch'],
  ['overscroll-history-navigation', '0'],
  ['password-store', 'basic'],
  ['js-flags', '--expose-gc'], // the page asks for a collection of garbage after each slide (`renderer/player/garbage.ts`)
];

/** Permissions that a page may have: none. */
const GRANTED: readonly string[] = [];

/** Whether a page may have a permission, by Electron's name of it. */
export function isGranted(permission: string): boolean {
  return GRANTED.includes(permission);
}

/** Whether the window may open `url`: only pages of the service at `home`. */
export function isAllowed(url: string, home: string): boolean {
  const target = URL.canParse(url) ? new URL(url) : null;
  return target?.protocol === 'http:' && target.origin === new URL(home).origin;
}

/** Whether the page may load `url`: what it makes of its own bytes (`data:`, `blob:`) calls nobody. */
export function isRequestAllowed(url: string, home: string): boolean {
  return url.startsWith('data:') || url.startsWith('blob:') || isAllowed(url, home);
}

/** Chromium's error ERR_ABORTED: another navigation has replaced this one. */
const ABORTED = -3;

/** Whether a failed load leaves the window without its page. `errorCode`: Chromium's, of `did-fail-load`. */
export function isPageLost(errorCode: number, isMainFrame: boolean): boolean {
  return isMainFrame && errorCode !== ABORTED;
}
