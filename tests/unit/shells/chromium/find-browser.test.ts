import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserInPath } from '../../../../main/shells/chromium/find-browser.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preau-path-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A command in a folder of its own; the path of the command. */
function put(name: string, mode = 0o755): string {
  mkdirSync(join(folder, name));
  const path = join(folder, name, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}
const path = (...names: readonly string[]) => names.map((name) => join(folder, name)).join(delimiter);

describe.runIf(process.platform !== 'win32')('the browser of a Linux', () => {
  it('is Chrome before Chromium, wherever they stand in PATH', () => {
    const [chromium, chrome] = [put('chromium'), put('google-chrome')];
    const PATH = path('chromium', 'google-chrome');
    expect(browserInPath({ PATH })).toBe(chrome);
    expect(browserInPath({ PATH: path('chromium') })).toBe(chromium);
  });

  it('is none that cannot be run, and none where somebody says which one to take', () => {
    put('chromium', 0o644);
    put('google-chrome');
    expect(browserInPath({ PATH: path('chromium', 'nowhere') })).toBeNull();
    expect(browserInPath({})).toBeNull();
    expect(browserInPath({ PATH: path('google-chrome'), CHROME_PATH: '/opt/chrome' })).toBeNull();
  });
});
