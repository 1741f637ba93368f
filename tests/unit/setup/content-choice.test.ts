import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkContentChoice, whyNot } from '../../../main/setup/content-choice.ts';

test('a folder that is there is taken, the proposed one is made, and anything else is refused with what to do', async () => {
  const home = await mkdtemp(join(tmpdir(), 'préau choix '));
  onTestFinished(() => rm(home, { recursive: true }));
  const [folder, file, proposed] = [join(home, 'hall'), join(home, 'affiche.pdf'), join(home, 'Documents/Préau')];
  await mkdir(folder);
  await writeFile(file, '');
  const answer = (typed: string) => checkContentChoice(typed, proposed);
  expect(await answer(` ${folder}/ `)).toEqual({ ok: true, path: folder });
  expect(await answer(proposed)).toEqual({ ok: true, path: proposed });
  expect((await stat(proposed)).isDirectory()).toBe(true);
  const refused: readonly [string, string][] = [
    ['', 'choisissez-en un dans la liste'],
    ['hall', 'n’est pas un chemin complet'],
    [`${folder}\nport = 1`, 'n’est pas un chemin complet'],
    [file, 'est un fichier'],
    [join(home, 'absent'), 'n’existe pas'],
  ];
  for (const [typed, sentence] of refused) {
    expect([typed, await answer(typed)]).toEqual([typed, { ok: false, message: expect.stringContaining(sentence) }]);
  }
});

test('a share whose server is away, or refuses it, is no reason to choose another folder', () => {
  // What stat(2) gives below an automount of systemd, and below a mounted share of SMB and of NFS.
  for (const code of ['ENODEV', 'EHOSTDOWN', 'EIO', 'ESTALE']) {
    expect(whyNot('/srv/preau', code)).toContain('vérifiez que le serveur est allumé');
  }
  expect(whyNot('/srv/preau', 'EMFILE')).toContain('choisissez un autre dossier');
});
