import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Programme } from '../../../main/contract.ts';
import { REPORT_NAME } from '../../../main/report/page-file.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);

const CALENDAR = [
  'BEGIN:VCALENDAR',
  ...['20310215', '20310302'].map(
    (day, index) =>
      `${index === 0 ? 'BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Vacances d’hiver\r\nDTSTART' : 'DTEND'};VALUE=DATE:${day}`,
  ),
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

test('a calendar of holidays takes its days out of clubs, menus and lit hours, at once and after a restart', async () => {
  await folders.write('preau.yml', 'ecrans:\n  - nom: hall\n    heures: tous les jours sauf vacances, 8h-18h\n');
  await folders.write('tous les mardis sauf vacances - Club.txt', 'Salle 12.');
  await folders.write('Menu.csv', 'Jour;Plat\nmardi 18 février 2031;Colin\nmardi 4 mars 2031;Poulet\n');
  let app = await start('2031-02-11T09:00');
  const at = async (day: string): Promise<Programme> =>
    (await (await app.get(`api/programme?at=${day}T10:00&screen=hall`)).json()) as Programme;
  const kindsOn = async (day: string) => (await at(day)).slides.map(({ kind }) => kind).toSorted();
  await eventually(
    () => kindsOn('2031-02-18'),
    (kinds) => kinds.includes('menu') && kinds.includes('text'),
  );
  await folders.write('Vacances scolaires.ics', CALENDAR);
  const dark = await eventually(
    () => at('2031-02-18'),
    ({ lit }) => !lit,
  );
  expect(dark.slides).toEqual([]);
  const check = async () => {
    expect((await at('2031-02-18')).lit).toBe(false);
    expect(await kindsOn('2031-03-04')).toEqual(['menu', 'text']);
    const { items, problems } = await app.catalogue();
    expect(items.some(({ kind }) => kind === 'event')).toBe(false);
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual(
      expect.arrayContaining([
        'Menu.csv menu-closed-day',
        'tous les mardis sauf vacances - Club.txt date-holidays-end',
      ]),
    );
  };
  await check();
  const page = await eventually(
    () => readFile(join(folders.content, REPORT_NAME), 'utf8').catch(() => ''),
    (text) => text.includes('Les vacances de l’établissement'),
  );
  expect(page).toContain('vacances.ics');
  await app.close();
  app = await start('2031-02-11T09:00');
  await eventually(
    () => at('2031-02-18'),
    ({ lit }) => !lit,
  );
  await check();
  await folders.remove('Vacances scolaires.ics');
  await eventually(
    () => at('2031-02-18'),
    ({ lit }) => lit,
  );
});
