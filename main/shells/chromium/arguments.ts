import type { DisplayArea } from '../display.ts';

/** A black page without anything: what Chromium shows until the service answers. */
export const BLACK_PAGE = 'data:text/html,<body%20bgcolor=black>';

export interface ChromiumOptions {
  readonly url: string;
  /** Absolute path of the profile folder, ours alone. */
  readonly profile: string;
  readonly area: DisplayArea;
  /** Chromium refuses to run as root with its sandbox. */
  readonly root: boolean;
}

/** Features of Chromium that are switched off, by what they would do. */
const WITHOUT_FEATURES = [
  'Translate', // a question over the wall
  'MediaRouter', // a search for screens in the network
  'GlobalMediaControls', // a panel of controls while a film plays
  'OptimizationHints', // a call to the internet
  'AutofillServerCommunication', // the same
  // A second process for a page that nobody will open: 8 MB for as long as the wall is on, and 30 ms of the processor at its start.
  'SpareRendererForSitePerProcess',
  // The allocator keeps less of what is freed: after 3,500 hurried slides a page has 55 MB of its own in place of 60.
  'PartitionAllocLargeThreadCacheSize',
  'PartitionAllocLargeEmptySlotSpanRing',
  'PartitionAllocAdjustSizeWhenInForeground',
];

/** Switches that keep Chromium from drawing over the wall, asking a question or calling the internet, each with its reason. */
const QUIET: readonly string[] = [
  '--no-first-run', // no welcome page
  '--no-default-browser-check', // no question
  '--noerrdialogs', // no dialog over the wall
  '--disable-infobars', // no bar above the page
  '--disable-session-crashed-bubble', // after a power cut nobody is there to answer « restore pages? »
  '--hide-crash-restore-bubble', // the same, in newer versions
  `--disable-features=${WITHOUT_FEATURES.join()}`,
  '--enable-features=PartitionAllocSortActiveSlotSpans', // new pieces go where most of the memory is in use, and the rest is given back
  '--disable-sync', // no account
  '--disable-extensions', // extensions of the machine would run in the page
  '--disable-default-apps', // no download
  '--disable-background-networking', // no call to the internet
  '--disable-component-update', // the same
  '--disable-domain-reliability', // the same
  '--disable-breakpad', // no crash reports sent
  '--no-pings', // no link audits
  '--password-store=basic', // no keyring question on Linux
  '--use-mock-keychain', // the same on macOS
  '--disable-pinch', // a touched screen stays as it is
  '--overscroll-history-navigation=0', // the same
  '--autoplay-policy=no-user-gesture-required', // videos start with nobody there
  '--disable-renderer-backgrounding', // timers keep their pace if something covers the window
  '--disable-backgrounding-occluded-windows', // the same
  '--force-device-scale-factor=1', // one CSS pixel is one pixel: the window size below is in pixels
  '--remote-debugging-pipe', // we hear when the page crashes, and Chromium ends when we do (see watch-pages.ts)
];

/**
 * V8 interprets the page and compiles nothing. Compiled code comes and goes with what is on the wall, and the heap of a page
 * that is open for months grows by it: from 3.3 to 3.6 MB between the 350th and the 1,350th of hurried slides, and 2.2 MB
 * throughout without compilers. The processor has no more to do: a slide is layout and drawing, and hardly our own code.
 */
const INTERPRET = '--no-sparkplug --no-maglev --no-turbofan';

/**
 * Garbage is collected after 2 MB of it and not after 8: what a page of slides holds for good is a few megabytes, and the space
 * that garbage has taken once is hardly ever given back. The processor has no more to do, seen over 700 hurried slides.
 */
const COLLECT_EARLY = '--optimize-for-size';

/** The page may ask for a collection of garbage, and does so after each slide (`renderer/player/garbage.ts`). */
const COLLECT_ON_REQUEST = '--expose-gc';

/**
 * The window size that covers the display. Chromium 156 on X11 without a window manager makes a window exactly as large as
 * the display one pixel smaller in both directions. So the shorter side is asked for with one pixel more; not the longer
 * side, which decides how large pictures are prepared.
 */
function coveringSize({ width, height }: DisplayArea): string {
  return width >= height ? `${width},${height + 1}` : `${width + 1},${height}`;
}

/**
 * The arguments of a Chromium that shows one page on the whole display. Position and size are given beside `--kiosk`
 * because only a window manager grants full screen, and there may be none.
 */
export function chromiumArguments({ url, profile, area, root }: ChromiumOptions): string[] {
  return [
    `--user-data-dir=${profile}`,
    ...QUIET,
    `--js-flags=${INTERPRET} ${COLLECT_EARLY} ${COLLECT_ON_REQUEST}`,
    `--window-position=${area.x},${area.y}`,
    `--window-size=${coveringSize(area)}`,
    // Without its sandbox Chromium warns in a bar above the page, except in tests.
    ...(root ? ['--no-sandbox', '--test-type'] : []),
    '--kiosk',
    `--app=${url}`,
  ];
}
