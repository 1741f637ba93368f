import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlags } from '../../../main/settings/flags.ts';
import { HELP } from '../../../main/settings/help.ts';
import { MACHINE_KEYS } from '../../../main/settings/machine-settings.ts';

const AROUND = {
  cwd: '/school',
  defaults: { content: '/school/content', state: '/home/.local/share/preau', log: '' },
};
const parse = (...argv: string[]) => parseFlags(argv, AROUND);

function refusal(...argv: string[]): string {
  const parsed = parse(...argv);
  if (parsed.ok) throw new Error(`accepted: ${argv.join(' ')}`);
  return parsed.message;
}

describe('the command line', () => {
  it('needs no option: port 8420 of this machine, any shell, and the folders that the machine gives', () => {
    expect(parse('start')).toMatchObject({
      ok: true,
      help: false,
      command: 'start',
      json: false,
      warnings: [],
      settings: {
        content: '/school/content',
        state: '/home/.local/share/preau',
        at: null,
        atSince: null,
        screen: '',
        host: '127.0.0.1',
        port: 8420,
        shell: 'auto',
        output: '',
        rotate: null,
        sleep: true,
        heartbeat: true,
        log: '',
      },
    });
    expect(parse()).toMatchObject({ command: 'start', settings: { content: '/school/content' } });
  });

  it('takes every option, with paths relative to the current folder', () => {
    const argv = '--content ../c --at 2026-05-05T09:00 --screen Hall --host 0.0.0.0 --port 0 --shell none --state /s';
    expect(parse('start', ...argv.split(' '))).toMatchObject({
      settings: {
        content: '/c',
        at: '2026-05-05T09:00',
        screen: 'Hall',
        host: '0.0.0.0',
        port: 0,
        shell: 'none',
        state: '/s',
      },
    });
    expect(parse('start', '--port=8421')).toMatchObject({ settings: { port: 8421 } });
    expect(parse('programme', '--at', '2026-05-05', '--json')).toMatchObject({ command: 'programme', json: true });
  });

  it.each([
    '2026-05-05',
    '2026-05-05T09:00',
    '2026-05-05T09:00:30+02:00',
    '2026-05-05T09:00Z',
    '2026-05-05T09:00+02:00[Europe/Paris]',
  ])('understands the date %s', (at) => {
    expect(parse('start', '--at', at)).toMatchObject({ settings: { at } });
  });

  it.each([
    [['--at', '2026-02-30'], '--at'],
    [['--at', '5 mai'], '--at'],
    [['--at', '2026-05-05T25:00'], '--at'],
    [['--at'], '--at'],
    [['--at', ''], '--at'],
    [['--port', '65536'], '--port'],
    [['--port', '-1'], '--port'],
    [['--port', '80.5'], '--port'],
    [['--port', 'abc'], '--port'],
    [['--shell', 'firefox'], '--shell'],
    [['--host', 'a b'], '--host'],
    [['--screen', 'x'.repeat(81)], '--screen'],
    [['--fullscreen'], '--fullscreen'],
    [['-x'], '-x'],
    [['--json'], '--json'],
    [['start', 'again'], 'again'],
    [['play'], 'play'],
    [['check', '--json=oui'], '--json'],
  ])('refuses %j in one sentence that names it', (argv, named) => {
    const message = refusal(...argv);
    expect(message).toContain(named);
    expect(message).toMatch(/\.$/);
    expect(message).not.toContain('\n');
  });

  it('gives help when asked, whatever else stands on the line', () => {
    expect(parse('--help')).toEqual({ ok: true, help: true });
    expect(parse('play', '-h')).toEqual({ ok: true, help: true });
    for (const flag of [...MACHINE_KEYS.map((key) => `--${key}`), '--at', '--json']) {
      expect(HELP).toContain(flag);
    }
  });

  it('never throws: it gives settings or a sentence', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'start',
        'check',
        '--at',
        '--port',
        '--json',
        '--',
        '-',
        '--port=',
        '--no-json',
        '--__proto__',
        '0',
      ),
      fc.string().map((text) => `--${text}`),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
        const parsed = parseFlags(argv, AROUND);
        if (!parsed.ok) expect(parsed.message.length).toBeGreaterThan(10);
        else if (!parsed.help) expect(parsed.settings.content?.startsWith('/')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
