import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import { findBrowser } from '../../main/shells/chromium/find-browser.ts';

/** Whatever would call the internet stays off: tests talk to loopback only. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--autoplay-policy=no-user-gesture-required',
];

/** How tests start a browser: Playwright's own where it is installed, else the machine's. */
export function browserLaunch(): LaunchOptions {
  const installed = existsSync(chromium.executablePath()) ? null : findBrowser();
  return {
    ...(installed === null ? {} : { executablePath: installed }),
    args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  };
}
