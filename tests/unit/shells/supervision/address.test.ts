import { describe, expect, it } from 'vitest';
import { addressIn, addressLines, displayUrl, markedUrl } from '../../../../main/shells/supervision/address.ts';

describe('the address', () => {
  it('is printed in the line that other tools wait for', () => {
    expect(addressLines('http://127.0.0.1:8420/', {})).toBe('Préau : http://127.0.0.1:8420/\n');
    expect(addressIn(`> preau start\nx\n${addressLines('http://127.0.0.1:8420/', {})}`)).toBe('http://127.0.0.1:8420/');
    expect(addressIn('rien')).toBeNull();
  });

  it('is followed by the addresses for other machines, where it means every interface', () => {
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

  it('names the screen of this display, and can be reached from this machine', () => {
    expect(displayUrl('http://127.0.0.1:8420/', '')).toBe('http://127.0.0.1:8420/');
    expect(displayUrl('http://0.0.0.0:8420/', 'Hall d’entrée')).toBe(
      'http://127.0.0.1:8420/?screen=Hall+d%E2%80%99entr%C3%A9e',
    );
    expect(displayUrl('http://[::]:8420/', '')).toBe('http://[::1]:8420/');
  });

  it('has a mark of the shell for the browser, the same each time that this shell opens it', () => {
    const marked = markedUrl('http://127.0.0.1:8420/?screen=Hall');
    expect(marked).toMatch(/^http:\/\/127\.0\.0\.1:8420\/\?screen=Hall&start=\w+$/);
    expect(markedUrl('http://127.0.0.1:8420/?screen=Hall')).toBe(marked);
  });
});
