import { afterEach, beforeEach, expect, test } from 'vitest';
import { foreignFault } from '../../../main/content/kinds/foreign/foreign-files.ts';
import { type RunningApp, startApp, testClock } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { createFolders, type Folders } from '../../support/service.ts';

let folders: Folders;
let app: RunningApp;
beforeEach(async () => {
  folders = await createFolders();
});
afterEach(async () => {
  await app.close();
  await folders.dispose();
});

/** Formats of files that are whole and end in zeros: the last blocks of an archive, the mask of an icon, silence … */
const ENDINGS = [
  'tar',
  'ico',
  'psd',
  'wav',
  'iso',
  'exe',
  'pub',
  'msg',
  'avi',
  'ts',
  'dng',
  'tga',
  'lnk',
  'ttf',
  'mdb',
];

test('a file that is not shown is named as what it is, also where it ends in zeros: it is not unfinished for ever', async () => {
  for (const ending of ENDINGS) {
    await folders.write(`a.${ending}`, Buffer.concat([Buffer.from('\x01\x02 content'.repeat(40)), Buffer.alloc(2000)]));
  }
  app = await startApp(folders, testClock('2031-03-11T09:00'));
  const { problems } = await eventually(app.catalogue, (known) => known.problems.length >= ENDINGS.length);
  expect(problems.map(({ code }) => code)).toEqual(ENDINGS.map(() => 'unknown-kind'));
});

test.each([
  ['.aae', /réglages d’une photo/u],
  ['.xmp', /réglages d’une photo/u],
  ['.bak', /ancienne version/u],
  ['.orig', /ancienne version/u],
  ['.lrv', /vidéo est dans un format/u],
  ['.srw', /photo est dans un format/u],
  ['.xltx', /classeurs de ce format/u],
  ['.dotm', /genre de document/u],
  ['.cloudf', /resté sur le serveur/u],
])('a file that ends in %s is told what it is, and not to be exported as a picture', (ending, sentence) => {
  expect(foreignFault(ending).message).toMatch(sentence);
});
