import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentTrouble, driveHint } from '../../../main/settings/content-trouble.ts';

it('a content folder that is a file is refused, a missing one is waited for, and a sentence says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'folder-'));
  const file = join(folder, 'affiche.pdf');
  await writeFile(file, '');
  expect(contentTrouble(folder)).toEqual({ refused: null, waiting: null });
  expect(contentTrouble(file)).toEqual({ refused: expect.stringContaining('n’est pas un dossier'), waiting: null });
  expect(contentTrouble(join(folder, 'absent'))).toEqual({
    refused: null,
    waiting: expect.stringContaining('l’attend'),
  });
  await rm(folder, { recursive: true });
});

it('a missing folder on a mapped drive says that another session has not this letter', () => {
  expect(driveHint('Z:\\hall')).toMatch(
    /«\u00a0Z:\u00a0» n’existe que dans la session.*«\u00a0\\\\serveur\\hall\u00a0»/u,
  );
  expect(['C:\\Préau', '\\\\serveur\\hall', '/srv/preau', 'Z:'].map(driveHint)).toEqual(['', '', '', '']);
});
