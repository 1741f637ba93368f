import { describe, expect, test } from 'vitest';
import { foreignName, isAllowedHost, isSameOrigin, ownNames } from '../../../main/server/hosts.ts';

describe('a Host header', () => {
  test.each(['127.0.0.1:8420', 'localhost', 'LOCALHOST:1', '[::1]:8420', '192.168.1.20:80', 'ecran-hall:8420'])(
    '%s is ours',
    (host) => {
      expect(isAllowedHost(host, ['ecran-hall'])).toBe(true);
    },
  );
  test.each([
    undefined,
    '',
    'attaquant.example',
    'attaquant.example:8420',
    '127.0.0.1.attaquant.example',
    'localhost.attaquant.example',
    `${'a'.repeat(300)}`,
  ])('%s is somebody else’s', (host) => {
    expect(isAllowedHost(host, ['ecran-hall'])).toBe(false);
  });
});

describe('the names of a machine', () => {
  test('are its own as soon as it serves others, so that a screen across the hall finds it', () => {
    const own = ownNames('0.0.0.0', 'Ecran-Hall.lycee.example');
    for (const host of ['ecran-hall:8420', 'ecran-hall.local:8420', 'ECRAN-HALL.lycee.example:8420', '192.168.1.2']) {
      expect([host, isAllowedHost(host, own)]).toEqual([host, true]);
    }
    expect(isAllowedHost('attaquant.example', own)).toBe(false);
    expect(foreignName(own)).toContain('ecran-hall.local');
  });

  test.each(['127.0.0.1', 'localhost', '::1'])('are none while it serves itself alone (%s)', (host) => {
    expect(isAllowedHost('ecran-hall', ownNames(host, 'ecran-hall'))).toBe(false);
  });
});

describe('an Origin header', () => {
  test('is ours when it names the host that was asked', () => {
    expect(isSameOrigin('http://127.0.0.1:8420', '127.0.0.1:8420')).toBe(true);
  });
  test.each([undefined, 'null', 'http://127.0.0.1:1', 'http://attaquant.example', 'n’importe quoi'])(
    '%s is not',
    (origin) => {
      expect(isSameOrigin(origin, '127.0.0.1:8420')).toBe(false);
    },
  );
});
