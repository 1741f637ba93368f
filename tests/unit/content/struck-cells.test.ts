import { afterEach, beforeEach, expect, test } from 'vitest';
import { blocksHtml } from '../../../main/content/documents/blocks-html.ts';
import { withoutStruckCells } from '../../../main/content/documents/struck-lost.ts';
import type { DocumentBlock, TableCell } from '../../../main/content/documents/table.ts';
import { type RunningApp, startApp, testClock } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { shownGrid } from '../../support/html-tables.ts';
import { createFolders, type Folders } from '../../support/service.ts';
import { makeXlsx } from '../../support/workbooks.ts';

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  lines: text === '' ? [] : [text],
  columns: 1,
  rows: 1,
  ...more,
});
const struck = (text: string, more: Partial<TableCell> = {}) => cell(text, { struck: true, ...more });
const table = (...rows: readonly TableCell[][]): DocumentBlock => ({ kind: 'table', heads: 1, rows, line: 1 });
const left = (block: DocumentBlock) => shownGrid(blocksHtml(withoutStruckCells([block])).html);

test('cells of a table that are struck through lose their words, and rows of nothing else go', () => {
  const rows = [
    [cell('Club'), cell('Jour')],
    [struck('Échecs'), struck('mardi')],
    [cell('Judo'), struck('jeudi')],
    [cell('Chant'), cell('')],
  ];
  expect(left(table(...rows))).toEqual([
    ['Club', 'Jour'],
    ['Judo', ''],
    ['Chant', ''],
  ]);
});

test('a row that a valid cell from above reaches into stays', () => {
  const rows = [[cell('Lundi', { rows: 3 }), cell('Judo')], [struck('Échecs')], [cell('Chant')]];
  expect(blocksHtml(withoutStruckCells([table(...rows)])).html).toContain('rowspan="3"');
  expect(left(table([cell('Jour'), cell('Club')], [cell('Lundi'), struck('Bal')]))).toEqual([
    ['Jour', 'Club'],
    ['Lundi', ''],
  ]);
});

test('a table without anything struck through is the same', () => {
  const blocks = [table([cell('Club'), cell('Jour')], [struck(''), cell('mardi')])];
  expect(withoutStruckCells(blocks)).toBe(blocks);
});

let folders: Folders;
let app: RunningApp;
beforeEach(async () => {
  folders = await createFolders();
});
afterEach(async () => {
  await app?.close();
  await folders.dispose();
});

test('a workbook that is shown as it stands does so without what is struck through, and tells it', async () => {
  const line = (club: string, place: string, isStruck = false) => [
    { value: club, struck: isStruck },
    { value: place, struck: isStruck },
  ];
  const rows = [line('Club', 'Endroit'), line('Échecs', 'CDI', true), line('Judo', 'Dojo')];
  await folders.write('clubs.xlsx', Buffer.from(await makeXlsx([{ rows }])));
  app = await startApp(folders, testClock('2031-03-11T09:00'));
  const { problems } = await eventually(app.catalogue, (known) => known.items.length > 0);
  const { slides } = await eventually(app.programme, (known) => known.slides.some(({ kind }) => kind === 'text'));
  expect(JSON.stringify(slides)).toContain('Judo');
  expect(JSON.stringify(slides)).not.toContain('checs');
  expect(problems.map(({ code }) => code)).toContain('document-struck');
});
