import { describe, expect, it } from 'vitest';
import { type Invocation, requestOf } from '../../../../main/shells/electron/request.ts';

const INVOCATION: Invocation = {
  argv: ['/opt/preau/preau'],
  env: {},
  isPackaged: true,
  around: { cwd: '/school', defaults: { content: null, state: '/home/.local/share/preau', log: '' } },
  nowMs: 1234,
};
const ask = (...words: string[]) => requestOf({ ...INVOCATION, argv: ['/opt/preau/preau', ...words] });

describe('the process of Electron', () => {
  it('shows what its supervisor hands over, whatever stands on the command line', () => {
    const settings = { content: '/content', port: 8420 };
    const env = { PREAU_SETTINGS: JSON.stringify(settings) };
    expect(requestOf({ ...INVOCATION, env, argv: ['electron', 'main.js', '--nonsense'] })).toEqual({
      kind: 'show',
      settings,
    });
  });

  it('reads its own command line when it is packaged, from the folder it was started in', () => {
    expect(ask()).toMatchObject({ kind: 'show', settings: { content: null, atSince: null } });
    expect(ask('--content', 'c')).toMatchObject({ kind: 'show', settings: { content: '/school/c' } });
    expect(ask('start', '--at', '2026-05-05')).toMatchObject({ kind: 'show', settings: { atSince: 1234 } });
    expect(ask('--no-sandbox', 'start', '--port', '0')).toMatchObject({ kind: 'show', settings: { port: 0 } });
  });

  it('takes the path of its script for no command when it is not packaged', () => {
    const argv = ['electron', 'electron-main.js', 'check', '--json'];
    expect(requestOf({ ...INVOCATION, isPackaged: false, argv })).toMatchObject({
      kind: 'read',
      asked: { command: 'check', json: true },
    });
  });

  it('answers a wrong command line with a sentence, and --help with the help', () => {
    expect(ask('--port', 'huit')).toMatchObject({ kind: 'refused', message: expect.stringContaining('--port') });
    expect(ask('--help')).toEqual({ kind: 'help' });
  });
});
