import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Launcher } from 'chrome-launcher';

/** Paths where Edge may be: it is a Chromium too, and chrome-launcher knows only Chrome and Chromium. */
export function edgePlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES(X86)'], env.PROGRAMFILES].filter((root) => root !== undefined);
    return roots.map((root) => join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'));
  }
  if (platform === 'darwin') return ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'];
  return ['/usr/bin/microsoft-edge-stable', '/usr/bin/microsoft-edge'];
}

/** Path of an installed Chrome, Chromium or Edge; null where there is none. */
export function findBrowser(): string | null {
  return chrome() ?? edgePlaces(process.platform, process.env).find((path) => existsSync(path)) ?? null;
}

function chrome(): string | null {
  try {
    return Launcher.getInstallations()[0] ?? null;
  } catch {
    return null; // chrome-launcher throws where it finds none, and where it cannot look (no `which`).
  }
}
