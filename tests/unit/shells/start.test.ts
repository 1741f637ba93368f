import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../main/content/store.ts';
import type { Settings } from '../../../main/settings/settings.ts';
import { edgePlaces } from '../../../main/shells/chromium/find-browser.ts';
import { mayUseApt } from '../../../main/shells/provision.ts';
import { addressIn, addressLines, displayUrl } from '../../../main/shells/supervision/serve.ts';
import { isServiceMessage } from '../../../main/shells/supervision/service-host.ts';
import { startFailure } from '../../../main/shells/supervision/start-failure.ts';

describe('the address', () => {
  it('is printed in the line that other tools wait for', () => {
    expect(addressLines('http://127.0.0.1:8420/', {})).toBe('Préau : http://127.0.0.1:8420/\n');
    expect(addressIn(`> preau start\nx\n${addressLines('http://127.0.0.1:8420/', {})}`)).toBe('http://127.0.0.1:8420/');
    expect(addressIn('rien')).toBeNull();
  });

  it('is followed by those that other machines can open, where it means every interface', () => {
    const facts = { netmask: '', mac: '', cidr: null };
    const interfaces = {
      lo: [{ ...facts, address: '127.0.0.1', family: 'IPv4' as const, internal: true }],
      eth0: [
        { ...facts, address: '192.168.1.20', family: 'IPv4' as const, internal: false },
        { ...facts, address: '2001:db8::2', family: 'IPv6' as const, internal: false, scopeid: 0 },
        { ...facts, address: 'fe80::1', family: 'IPv6' as const, internal: false, scopeid: 2 },
      ],
    };
    const lines = addressLines('http://0.0.0.0:8420/', interfaces);
    expect(lines).toBe('Préau : http://0.0.0.0:8420/\n        http://192.168.1.20:8420/\n');
    expect(addressIn(lines)).toBe('http://0.0.0.0:8420/');
    expect(addressLines('http://[::]:8420/', interfaces)).toContain('  http://[2001:db8::2]:8420/\n');
    expect(addressLines('http://127.0.0.1:8420/', interfaces)).toBe('Préau : http://127.0.0.1:8420/\n');
  });

  it('names the screen of this display, and is one that this machine can reach', () => {
    expect(displayUrl('http://127.0.0.1:8420/', '')).toBe('http://127.0.0.1:8420/');
    expect(displayUrl('http://0.0.0.0:8420/', 'Hall d’entrée')).toBe(
      'http://127.0.0.1:8420/?screen=Hall+d%E2%80%99entr%C3%A9e',
    );
    expect(displayUrl('http://[::]:8420/', '')).toBe('http://[::1]:8420/');
  });
});

describe('a service that cannot start', () => {
  const settings: Settings = {
    content: '/content',
    state: '/state',
    at: null,
    atSince: null,
    screen: '',
    host: '127.0.0.1',
    port: 8420,
    shell: 'none',
  };
  const told = (code: string, syscall = 'listen') =>
    startFailure(Object.assign(new Error('listen failed'), { code, syscall }), settings);

  it('says that the port is taken and which one to try', () => {
    expect(told('EADDRINUSE')).toEqual({ code: 2, message: expect.stringContaining('--port 8421') });
  });

  it('tells a reserved port from a folder that cannot be written', () => {
    expect(told('EACCES').message).toContain('--port');
    expect(told('EACCES', 'mkdir').message).toContain('--state');
    // As the store gives it: the system's error is its cause.
    const wrapped = new StoreError(Object.assign(new Error('EROFS'), { code: 'EROFS', syscall: 'mkdir' }));
    expect(startFailure(wrapped, settings)).toMatchObject({ code: 2, message: expect.stringContaining('--state') });
  });

  it('says in one line whatever else it is', () => {
    for (const failure of [told('EADDRNOTAVAIL'), told('ENOSPC'), told('EIO'), startFailure('odd', settings)]) {
      expect(failure.message).not.toContain('\n');
      expect([1, 2]).toContain(failure.code);
    }
  });

  it('is not believed from messages that are not its own', () => {
    expect(isServiceMessage({ type: 'ready', url: 'http://127.0.0.1/' })).toBe(true);
    for (const other of [null, 'ready', {}, { type: 'close' }, undefined]) expect(isServiceMessage(other)).toBe(false);
  });
});

describe('what may be installed', () => {
  it('comes from apt on Debian and its children, as root, and nowhere else', () => {
    expect(mayUseApt('NAME="Debian"\nID=debian\n', 0)).toBe(true);
    expect(mayUseApt('ID=linuxmint\nID_LIKE="ubuntu debian"\n', 0)).toBe(true);
    expect(mayUseApt('ID=debian\n', 1000)).toBe(false);
    expect(mayUseApt('ID=fedora\n', 0)).toBe(false);
    expect(mayUseApt('', 0)).toBe(false);
    expect(mayUseApt('ID=debian\n', undefined)).toBe(false);
  });

  it('is not needed where Edge is: it is looked for beside Chrome', () => {
    expect(edgePlaces('linux', {})).toContain('/usr/bin/microsoft-edge');
    expect(edgePlaces('win32', { PROGRAMFILES: 'C:\\Programmes' })[0]).toContain('msedge.exe');
  });
});
