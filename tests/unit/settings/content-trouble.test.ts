import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentTrouble } from '../../../main/settings/content-trouble.ts';

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
