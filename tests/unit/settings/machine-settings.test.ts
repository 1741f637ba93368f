import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConf } from '../../../main/settings/conf-file.ts';
import { parseFlags, type Surroundings } from '../../../main/settings/flags.ts';
import { machineFiles, saveContentFolder } from '../../../main/settings/machine-files.ts';
import { environmentLayer } from '../../../main/settings/machine-settings.ts';

function asked(argv: readonly string[], env: NodeJS.ProcessEnv, ...confs: string[]) {
  const around: Surroundings = {
    cwd: '/here',
    defaults: { content: null, state: '/state', log: '' },
    layers: [environmentLayer(env, '/here'), ...confs.map((text, n) => parseConf(text, `/conf${n}/preau.conf`).layer)],
  };
  const parsed = parseFlags(argv, around);
  if (!parsed.ok || parsed.help) throw new Error('refused');
  return parsed;
}

describe('the settings of a machine', () => {
  it('are those of the command line, then of the environment, then of the files, then the default, each by itself', () => {
    const { settings, origins, warnings } = asked(
      ['--port', '1'],
      { PREAU_PORT: '2', PREAU_SCREEN: 'Étage', PREAU_HOST: '' },
      'port = 3\nscreen = Hall\nshell = none',
      'shell = chromium\nhost = 0.0.0.0',
    );
    expect(settings).toMatchObject({ port: 1, screen: 'Étage', shell: 'none', host: '0.0.0.0', rotate: null });
    expect(origins).toMatchObject({
      port: '--port',
      screen: 'PREAU_SCREEN',
      shell: '/conf0/preau.conf, ligne 3',
      host: '/conf1/preau.conf, ligne 2',
      rotate: 'par défaut',
    });
    expect(warnings).toEqual([]);
  });

  it('that are wrong in a file or a variable cost themselves alone, and are told of; on the command line they end it', () => {
    const { settings, warnings } = asked([], { PREAU_ROTATE: '45' }, 'port = 84a0\nrotate = 90\nsleep = non');
    expect(settings).toMatchObject({ port: 8420, rotate: 90, sleep: false });
    expect(warnings).toEqual([
      expect.stringContaining('« port » (/conf0/preau.conf, ligne 1)'),
      expect.stringContaining('PREAU_ROTATE attend 0, 90, 180 ou 270'),
    ]);
    expect(() => asked(['--rotate', '45'], {}, 'rotate = 90')).toThrow('refused');
    expect(() => asked(['--output', '--off'], {})).toThrow('refused');
  });

  it('take paths from where they are written, and ~ for the home', () => {
    expect(asked([], {}, 'content = ../srv').settings.content).toBe('/srv');
    expect(asked([], { PREAU_CONTENT: 'c' }).settings.content).toBe('/here/c');
    expect(asked([], {}, 'content = ~/Préau').settings.content).toBe(join(homedir(), 'Préau'));
  });

  it('are saved for the user, for root where every user reads them, and where PREAU_CONF says', () => {
    const asRoot = { isRoot: true, kioskHome: null };
    const user = machineFiles('linux', {}, { isRoot: false, kioskHome: null });
    expect(user.read).toEqual([user.choices, '/etc/preau/preau.conf']);
    expect(machineFiles('linux', {}, asRoot).choices).toBe('/etc/preau/preau.conf');
    expect(machineFiles('linux', { PREAU_CONF: '/x.conf' }, asRoot)).toEqual({ read: ['/x.conf'], choices: '/x.conf' });
  });

  it('that were chosen on the wall count for root too, until root chooses', async () => {
    const home = mkdtempSync(join(tmpdir(), 'préau kiosque '));
    onTestFinished(() => rmSync(home, { recursive: true }));
    const files = machineFiles('linux', {}, { isRoot: true, kioskHome: home });
    const ofWall = join(home, '.config/preau/preau.conf');
    expect(files).toEqual({ read: [ofWall, '/etc/preau/preau.conf'], choices: '/etc/preau/preau.conf' });

    const choices = join(home, 'etc/preau.conf');
    const here = { read: [ofWall, choices], choices };
    mkdirSync(join(home, '.config/preau'), { recursive: true });
    writeFileSync(ofWall, 'screen = Hall\ncontent = /srv/ancien\n');
    await saveContentFolder(here, '/srv/preau');
    expect(readFileSync(choices, 'utf8')).toBe('content = /srv/preau\n');
    expect(readFileSync(ofWall, 'utf8')).toBe('screen = Hall\n');

    writeFileSync(ofWall, 'content = /srv/ancien\n');
    await saveContentFolder(here, '/srv/preau');
    expect(existsSync(ofWall)).toBe(false);
  });
});
