import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseShell, type Means } from '../../../main/shells/choose-shell.ts';

const ALL: Means = { display: true, electron: '/electron', browser: '/usr/bin/chromium' };

describe('the shell that opens the display', () => {
  it('is Electron where its binary is, else a browser, else none', () => {
    expect(chooseShell('auto', ALL)).toEqual({ shell: 'electron', executable: '/electron' });
    expect(chooseShell('auto', { ...ALL, electron: null })).toEqual({
      shell: 'chromium',
      executable: '/usr/bin/chromium',
    });
    const none = chooseShell('auto', { ...ALL, electron: null, browser: null });
    expect(none).toMatchObject({ shell: 'none', why: expect.stringContaining('installez Chromium, Chrome ou Edge') });
  });

  it('is none without a display, and says where to look', () => {
    const none = chooseShell('auto', { ...ALL, display: false });
    expect(none).toMatchObject({ shell: 'none', why: expect.stringContaining('ouvrez l’adresse') });
  });

  it('is none, without a sentence, when none was asked for', () => {
    expect(chooseShell('none', ALL)).toEqual({ shell: 'none', why: null });
  });

  it('is the one that was asked for, or one sentence that says what to do', () => {
    expect(chooseShell('chromium', ALL)).toEqual({ shell: 'chromium', executable: '/usr/bin/chromium' });
    expect(chooseShell('electron', ALL)).toEqual({ shell: 'electron', executable: '/electron' });
    for (const means of [
      { ...ALL, display: false },
      { ...ALL, electron: null, browser: null },
    ]) {
      for (const wanted of ['electron', 'chromium'] as const) {
        expect(chooseShell(wanted, means)).toMatchObject({ shell: 'refused', message: expect.stringMatching(/\.$/) });
      }
    }
  });

  it('never opens anything that is not there', () => {
    const path = fc.option(fc.string({ minLength: 1 }));
    const means = fc.record({ display: fc.boolean(), electron: path, browser: path });
    const wanted = fc.constantFrom('auto' as const, 'electron' as const, 'chromium' as const, 'none' as const);
    fc.assert(
      fc.property(wanted, means, (shell, has) => {
        const choice = chooseShell(shell, has);
        if ('executable' in choice) {
          expect(has.display).toBe(true);
          expect(choice.executable).toBe(choice.shell === 'electron' ? has.electron : has.browser);
        }
      }),
    );
  });
});
