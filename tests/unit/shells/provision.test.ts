import { describe, expect, it } from 'vitest';
import { edgePlaces } from '../../../main/shells/chromium/find-browser.ts';
import { mayUseApt } from '../../../main/shells/provision.ts';

describe('a missing browser', () => {
  it('is installed with apt on Debian and distributions made from it, as root, and nowhere else', () => {
    expect(mayUseApt('NAME="Debian"\nID=debian\n', 0)).toBe(true);
    expect(mayUseApt('ID=linuxmint\nID_LIKE="ubuntu debian"\n', 0)).toBe(true);
    expect(mayUseApt('ID=debian\n', 1000)).toBe(false);
    expect(mayUseApt('ID=fedora\n', 0)).toBe(false);
    expect(mayUseApt('', 0)).toBe(false);
    expect(mayUseApt('ID=debian\n', undefined)).toBe(false);
  });

  it('is not missing where Edge is installed', () => {
    expect(edgePlaces('linux', {})).toContain('/usr/bin/microsoft-edge');
    expect(edgePlaces('win32', { PROGRAMFILES: 'C:\\Programmes' })[0]).toContain('msedge.exe');
  });
});
