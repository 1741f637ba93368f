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

/**
 * Features of Chromium that are off. It heeds the last such list alone: those that Playwright switches off are named again.
 */
const WITHOUT_FEATURES = [
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  // What opens below an address bar: two pages and a process more for each page of a test, most of what opening it costs.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** Path of the browser of this machine; null where there is none. */
export const machineBrowser = await findBrowser();

/** How tests start a browser: that of Playwright where it is installed, else that of the machine. */
export function browserLaunch(): LaunchOptions {
  const installed = existsSync(chromium.executablePath()) ? null : machineBrowser;
  return {
    ...(installed === null ? {} : { executablePath: installed }),
    args: [
      ...QUIET,
      `--disable-features=${WITHOUT_FEATURES.join()}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}
