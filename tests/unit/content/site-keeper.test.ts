import { pino } from 'pino';
import { expect, test } from 'vitest';
import { scanFolder } from '../../../main/content/scan/scan.ts';
import { createSiteKeeper } from '../../../main/content/site-keeper.ts';
import { foldersOfEachTest } from '../../support/each-test.ts';

const folders = foldersOfEachTest();
const keeper = () => createSiteKeeper(null, () => undefined, pino({ level: 'silent' }));
const look = async (settings: ReturnType<typeof keeper>) => settings.update(await scanFolder(folders.content));

test('a wrong key on a first start costs that key alone, and the problem names the file as it is written', async () => {
  await folders.write('Preau.yml', 'theme: rose\nville: Arles\n');
  const settings = keeper();
  await look(settings);
  expect(settings.site().place).toMatchObject({ theme: 'clair', town: 'Arles' });
  expect(settings.problems()).toMatchObject([{ file: 'Preau.yml', severity: 'refused' }]);
});

test('settings of ten megabytes are not read, and the last good ones stay', async () => {
  await folders.write('preau.yml', 'ville: Arles\n');
  const settings = keeper();
  await look(settings);
  await folders.write('preau.yml', `ville: Sète\n${'# rien\n'.repeat(1_500_000)}`);
  await look(settings);
  expect(settings.site().place.town).toBe('Arles');
  expect(settings.problems()).toMatchObject([{ severity: 'refused', message: expect.stringContaining('128') }]);
});
