import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Paths where Edge may be: it is a Chromium too, and chrome-launcher knows only Chrome and Chromium. */
export function edgePlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES(X86)'], env.PROGRAMFILES].filter((root) => root !== undefined);
    return roots.map((root) => join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'));
  }
  if (platform === 'darwin') return ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'];
  return ['/usr/bin/microsoft-edge-stable', '/usr/bin/microsoft-edge'];
}

/** The commands of Linux, in the order of chrome-launcher. */
const COMMANDS: readonly string[] = ['google-chrome-stable', 'google-chrome', 'chromium-browser', 'chromium'];

/** The browser of a Linux on which nobody says which one to take: chrome-launcher starts nine processes to find the same. */
export function browserInPath(env: NodeJS.ProcessEnv): string | null {
  if (env['CHROME_PATH'] || env['LIGHTHOUSE_CHROMIUM_PATH']) return null;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return paths.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of an installed Chrome, Chromium or Edge; null where there is none. */
export async function findBrowser(): Promise<string | null> {
  const found = process.platform === 'linux' ? browserInPath(process.env) : null;
  return (
    found ?? (await chrome()) ?? edgePlaces(process.platform, process.env).find((path) => existsSync(path)) ?? null
  );
}

/** Loaded only where it is asked: with the HTTP of Node 24, it would take 40 ms before the service and the browser are started. */
async function chrome(): Promise<string | null> {
  try {
    const { Launcher } = await import('chrome-launcher');
    return Launcher.getInstallations()[0] ?? null;
  } catch {
    return null; // chrome-launcher throws where it finds none, and where it cannot look (no `which`).
  }
}
