import type { WebPreferences } from 'electron';

/** One item of Electron's security checklist (electronjs.org/docs/latest/tutorial/security), and what Préau makes of it. */
export interface SecurityLine {
  readonly item: number;
  readonly asks: string;
  /** What is done, where, and why. */
  readonly answer: string;
  /** The preferences of the page by which it is done; defaults are written down too, so that no upgrade changes them. */
  readonly preferences: WebPreferences;
}

const NONE: WebPreferences = {};

export const SECURITY: readonly SecurityLine[] = [
  {
    item: 1,
    asks: 'Only load secure content',
    answer:
      'Only the service of this machine is loaded, over the loopback, where nobody can listen: `isRequestAllowed`.',
    preferences: NONE,
  },
  {
    item: 2,
    asks: 'Do not enable Node.js integration for remote content',
    answer: 'The page is the same as in any browser, and has no use for Node.',
    preferences: { nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false },
  },
  {
    item: 3,
    asks: 'Enable context isolation',
    answer: 'There is no preload script; a future one would not share its world with the page.',
    preferences: { contextIsolation: true },
  },
  {
    item: 4,
    asks: 'Enable process sandboxing',
    answer: 'A file that breaks the decoder of pictures breaks a process that may do nothing.',
    preferences: { sandbox: true },
  },
  {
    item: 5,
    asks: 'Handle session permission requests',
    answer: 'All permissions and devices are refused (`confinePages`): a wall needs none.',
    preferences: NONE,
  },
  {
    item: 6,
    asks: 'Do not disable webSecurity',
    answer: 'The page and its media come from one origin.',
    preferences: { webSecurity: true },
  },
  {
    item: 7,
    asks: 'Define a Content-Security-Policy',
    answer: 'The service sends one that allows nothing but itself (`server/http.ts`), the same in every shell.',
    preferences: NONE,
  },
  {
    item: 8,
    asks: 'Do not enable allowRunningInsecureContent',
    answer: 'Nothing is loaded from elsewhere, secure or not.',
    preferences: { allowRunningInsecureContent: false },
  },
  {
    item: 9,
    asks: 'Do not enable experimental features',
    answer: 'The wall is meant to stand for a year.',
    preferences: { experimentalFeatures: false },
  },
  {
    item: 10,
    asks: 'Do not use enableBlinkFeatures',
    answer: 'The key is left out: an empty text would be read as a list.',
    preferences: NONE,
  },
  {
    item: 11,
    asks: 'Do not use allowpopups for WebViews',
    answer: 'There are no WebViews.',
    preferences: { webviewTag: false },
  },
  {
    item: 12,
    asks: 'Verify WebView options before creation',
    answer: '`will-attach-webview` is always prevented (`confinePages`).',
    preferences: NONE,
  },
  {
    item: 13,
    asks: 'Disable or limit navigation',
    answer:
      'Only the origin of the service may be opened, by any frame and any redirection; a dropped file opens nothing.',
    preferences: { navigateOnDragDrop: false },
  },
  {
    item: 14,
    asks: 'Disable or limit creation of new windows',
    answer: '`setWindowOpenHandler` denies each one; dialogs of a page would stand on the wall until somebody comes.',
    preferences: { disableDialogs: true },
  },
  {
    item: 15,
    asks: 'Do not use shell.openExternal with untrusted content',
    answer: '`shell` is no part of `ElectronApi`.',
    preferences: NONE,
  },
  {
    item: 16,
    asks: 'Use a current version of Electron',
    answer: 'The version is pinned in package.json, and raised with a release of Préau.',
    preferences: NONE,
  },
  {
    item: 17,
    asks: 'Validate the sender of all IPC messages',
    answer: 'There is no IPC: `ipcMain` is no part of `ElectronApi`, and the page speaks HTTP to the service.',
    preferences: NONE,
  },
  {
    item: 18,
    asks: 'Avoid usage of the file:// protocol',
    answer: 'The page is served over HTTP, and `isAllowed` refuses every other protocol.',
    preferences: NONE,
  },
  {
    item: 19,
    asks: 'Check which fuses you can change',
    answer: 'electron-builder.yml switches off running as Node, NODE_OPTIONS, the inspector and privileges of file://.',
    preferences: { devTools: false },
  },
  {
    item: 20,
    asks: 'Do not expose Electron APIs to untrusted web content',
    answer: 'Without a preload script nothing is exposed.',
    preferences: NONE,
  },
];

/** All preferences of the checklist together. */
export const SECURE_PREFERENCES: WebPreferences = Object.assign({}, ...SECURITY.map(({ preferences }) => preferences));
