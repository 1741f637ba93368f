import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../../main/content/store/store.ts';
import { startFailure } from '../../../../main/shells/supervision/start-failure.ts';
import { testSettings } from '../../../support/settings.ts';

describe('a service that cannot start', () => {
  const settings = testSettings({ content: '/content', state: '/state', port: 8420 });
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

  it('says any other reason in one line', () => {
    for (const failure of [told('EADDRNOTAVAIL'), told('ENOSPC'), told('EIO'), startFailure('odd', settings)]) {
      expect(failure.message).not.toContain('\n');
      expect([1, 2]).toContain(failure.code);
    }
  });
});
