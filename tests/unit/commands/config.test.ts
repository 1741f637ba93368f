import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runConfig } from '../../../main/commands/config.ts';
import { formatQuestion, pathOf } from '../../../main/commands/setup.ts';
import { parseConf } from '../../../main/settings/conf-file.ts';
import { parseFlags } from '../../../main/settings/flags.ts';

async function printed(
  argv: readonly string[],
  yaml: string,
  kioskHome: string | null = null,
): Promise<{ text: string; code: number }> {
  const content = await mkdtemp(join(tmpdir(), 'preau-config-'));
  onTestFinished(() => rm(content, { recursive: true, force: true }));
  await writeFile(join(content, 'preau.yml'), yaml);
  const asked = parseFlags(['config', '--content', content, ...argv], {
    cwd: '/',
    defaults: { content: null, state: '/état', log: '' },
    layers: [parseConf('\nscreen = Hall\nport = mille', '/etc/preau/preau.conf').layer],
  });
  if (!asked.ok || asked.help) throw new Error('refused');
  const texts: string[] = [];
  const code = await runConfig(asked, (text) => texts.push(text), kioskHome);
  return { text: texts.join('').replaceAll(content, 'DOSSIER'), code };
}

test('preau config says each value in force, and where it came from', async () => {
  const { text, code } = await printed(['--rotate', '90'], 'lieu: Lycée des Tilleuls\nreserve: 5\ntourr: 3\n');
  expect(text).toContain('  content     DOSSIER  (--content)\n');
  expect(text).toContain('  screen      Hall  (/etc/preau/preau.conf, ligne 2)\n');
  expect(text).toContain('  port        8420  (par défaut)\n');
  expect(text).toContain('  rotate      90  (--rotate)\n');
  expect(text).toContain('  lieu        Lycée des Tilleuls  (DOSSIER/preau.yml)\n');
  expect(text).toContain('  fuseau      Europe/Paris  (par défaut)\n');
  expect(text).toMatch(/preau\.yml : .*tourr/u);
  // The port of the file is wrong, and a key of the place does not exist.
  expect(code).toBe(1);
});

test('preau config that root types beside a kiosk says where the kiosk keeps its state, once it has run', async () => {
  const home = await mkdtemp(join(tmpdir(), 'preau-kiosk-'));
  onTestFinished(() => rm(home, { recursive: true }));
  expect((await printed([], '', home)).text).toContain('  state       /état  (par défaut)\n');
  const state = join(home, '.local/share/preau');
  await mkdir(state, { recursive: true });
  expect((await printed([], '', home)).text).toContain(`  state       ${state}  (par défaut)\n`);
  expect((await printed(['--state', '/autre'], '', home)).text).toContain('  state       /autre  (--state)\n');
});

test('preau config says that a value is of preau.yml also where it is the one that nobody would have to write', async () => {
  const { text } = await printed([], 'fuseau: Europe/Paris\nvacances: quand il pleut\n');
  expect(text).toContain('  fuseau      Europe/Paris  (DOSSIER/preau.yml)\n');
  expect(text).toContain('  vacances    –  (par défaut)\n');
});

test('preau config says all that is in force for each screen, and how long a picture stays', async () => {
  const screens = 'ecrans:\n  - nom: hall\n    heures: 7h30-18h30\n    orientation: portrait\n  - cantine\n';
  const { text } = await printed([], `orientation: 180\n${screens}`);
  expect(text).toContain('  orientation 180  (DOSSIER/preau.yml)\n');
  expect(text).toMatch(
    /ecrans .*"nom":"hall","heures":"tous les jours, 7\s?h\s?30.*18\s?h\s?30","orientation":90\},\{"nom":"cantine"\}/u,
  );
  expect(text).toContain('  durees      {"image":12,"arbre":30}  (par défaut)\n');
});

test('preau config --json holds the same', async () => {
  const { text } = await printed(['--json'], 'reserve: 5\n');
  expect(JSON.parse(text)).toMatchObject({
    machine: expect.arrayContaining([{ key: 'screen', value: 'Hall', origin: '/etc/preau/preau.conf, ligne 2' }]),
    place: expect.arrayContaining([{ key: 'reserve', value: 5, origin: 'DOSSIER/preau.yml' }]),
    problems: [],
  });
});

test('preau setup takes a number of its list, or a path', () => {
  const folders = [
    { path: '/a', label: 'Un', hint: 'il sera créé' },
    { path: '/b', label: 'Deux', hint: '' },
  ];
  expect([' 2 ', '3', '/c'].map((answer) => pathOf(answer, folders))).toEqual(['/b', '3', '/c']);
  expect(formatQuestion(folders, '/b')).toContain('Aujourd’hui : /b\n\n  1. Un – il sera créé\n     /a\n  2. Deux\n');
});
