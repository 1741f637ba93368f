import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, testClock } from '../../../support/app.ts';
import { eventually } from '../../../support/eventually.ts';
import { makeDocx, paragraph } from '../../../support/office.ts';
import { createFolders, type Folders } from '../../../support/service.ts';

let folders: Folders;
let app: RunningApp;
beforeAll(async () => {
  folders = await createFolders();
  const note = makeDocx([paragraph('Club échecs', { level: 1 }), paragraph('Contact : Mme Untel, 06 00 00 00 01')]);
  await folders.write('note.docx', note);
  await folders.write('sorties.csv', 'date;titre;description\n2031-03-11;Visite;Appeler le 03 44 00 00 02\n');
  app = await startApp(folders, testClock('2031-03-11T09:00'));
}, 30_000);
afterAll(async () => {
  await app.close();
  await folders.dispose();
});

test('a line in preau.yml shows the contacts of one file, and taking the line out hides them again', async () => {
  const hidden = ({ problems }: { problems: readonly { file: string; code: string }[] }): string[] =>
    problems.flatMap(({ file, code }) => (code === 'contact-removed' ? [file] : [])).sort();
  const first = await eventually(app.catalogue, (catalogue) => hidden(catalogue).length === 2, 20_000);
  expect(JSON.stringify(first.items)).not.toMatch(/06 00|03 44/u);

  await folders.write('preau.yml', 'contact: [sorties.csv]\n');
  const kept = await eventually(app.catalogue, (catalogue) => hidden(catalogue).length === 1, 20_000);
  expect(hidden(kept)).toEqual(['note.docx']);

  await folders.write('preau.yml', 'lieu: Lycée du Parc\n');
  const again = await eventually(app.catalogue, (catalogue) => hidden(catalogue).length === 2, 20_000);
  expect(hidden(again)).toEqual(['note.docx', 'sorties.csv']);
}, 70_000);
