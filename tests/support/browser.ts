import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import { findBrowser } from '../../main/shells/chromium/find-browser.ts';

/** Switches off all that would connect to the internet: tests use only the loopback. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--autoplay-policy=no-user-gesture-required',
];

/** Path of the browser of this machine; null where there is none. */
export const machineBrowser = await findBrowser();

/** How tests start a browser: that of Playwright where it is installed, else that of the machine. */
export function browserLaunch(): LaunchOptions {
  const installed = existsSync(chromium.executablePath()) ? null : machineBrowser;
  return {
    ...(installed === null ? {} : { executablePath: installed }),
    args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  };
}
