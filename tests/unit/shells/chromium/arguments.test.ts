import { describe, expect, it } from 'vitest';
import { chromiumArguments } from '../../../../main/shells/chromium/arguments.ts';

const OPTIONS = {
  url: 'http://127.0.0.1:8420/?screen=Hall',
  profile: '/state/chromium',
  area: { x: 0, y: 0, width: 1280, height: 720 },
  root: false,
};

describe('the arguments of Chromium', () => {
  it('show one page on the whole display, from a profile of our own', () => {
    const args = chromiumArguments(OPTIONS);
    expect(args).toContain('--user-data-dir=/state/chromium');
    expect(args).toContain('--kiosk');
    expect(args).toContain('--app=http://127.0.0.1:8420/?screen=Hall');
    expect(args).toContain('--window-position=0,0');
  });

  it('ask for one pixel more than the display on its shorter side, because Chromium takes one away', () => {
    expect(chromiumArguments(OPTIONS)).toContain('--window-size=1280,721');
    expect(chromiumArguments(OPTIONS)).toContain('--window-position=0,0');
    expect(chromiumArguments({ ...OPTIONS, area: { x: 1920, y: 0, width: 1080, height: 1920 } })).toContain(
      '--window-size=1081,1920',
    );
  });

  it('allow no question, nothing drawn over the wall and no call to the internet', () => {
    expect(chromiumArguments(OPTIONS)).toEqual(
      expect.arrayContaining([
        '--no-first-run',
        '--noerrdialogs',
        '--hide-crash-restore-bubble',
        '--disable-sync',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-pinch',
        '--overscroll-history-navigation=0',
        '--autoplay-policy=no-user-gesture-required',
      ]),
    );
  });

  it('start no process for a second page, which will not come', () => {
    const [off = ''] = chromiumArguments(OPTIONS).filter((each) => each.startsWith('--disable-features='));
    expect(off.split(/[=,]/u)).toContain('SpareRendererForSitePerProcess');
  });

  it('leave out the compilers of V8, whose code would grow for as long as the page is open, and collect garbage early and on request', () => {
    expect(chromiumArguments(OPTIONS)).toContain(
      '--js-flags=--no-sparkplug --no-maglev --no-turbofan --optimize-for-size --expose-gc',
    );
  });

  it('give up the sandbox only for root, for whom Chromium does not start with it', () => {
    expect(chromiumArguments(OPTIONS)).not.toContain('--no-sandbox');
    expect(chromiumArguments({ ...OPTIONS, root: true })).toContain('--no-sandbox');
  });
});
