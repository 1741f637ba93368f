import type * as Electron from 'electron';

/**
 * All of Electron that Préau uses. It is handed in by `electron-main.ts`, the only file that imports Electron at run time, so
 * that a test can run the whole shell against a stand-in.
 */
export type ElectronApi = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'Menu' | 'powerMonitor' | 'powerSaveBlocker' | 'screen' | 'session' | 'utilityProcess'
>;
