import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ParsedTable } from '../../../../main/content/kinds/tables/parse-table.ts';
import { parseTable } from '../../../../main/content/kinds/tables/parse-table.ts';
import { readTable } from '../../../../main/content/kinds/tables/read-table.ts';
import { PLAIN_TEXT } from '../../../../main/content/kinds/text/plain-text-format.ts';
import type { Reading, ReadTools } from '../../../../main/content/reading/reading.ts';
import type { Unit } from '../../../../main/content/scan/unit.ts';

const reference = Temporal.PlainDate.from('2026-05-01');

/** What a table becomes. */
async function read(path: string, text: string): Promise<Reading> {
  const bytes = Buffer.from(text);
  const file = { path, absolute: '', size: bytes.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
  const unit: Unit = { kind: 'file', path, files: [file], alert: false, screens: null, signature: '' };
  const source = { bytes, format: PLAIN_TEXT, ending: '.csv', zone: 'Europe/Paris', reference, path };
  const tools = {
    zone: 'Europe/Paris',
    writtenOn: () => reference,
    parse: async () => parseTable({ ...source, keepsContacts: false, fileName: path }),
  } as unknown as ReadTools<ParsedTable>;
  return readTable(unit, tools);
}

const MENU = 'Menu du 4 au 8 mai 2026;;\n;Lundi;Mardi\nPlat;Colin;Poulet\n';

describe('a table in the folder', () => {
  it('that is a menu is an item a meal, on its day until the end of the meal', async () => {
    const { items, problems } = await read('menu.csv', MENU);
    expect(problems).toEqual([]);
    expect(items).toMatchObject([
      { kind: 'menu', id: 'menu.csv#1', title: 'Menu du lundi 4 mai', when: { hours: [{ from: null, to: '14:00' }] } },
      { kind: 'menu', id: 'menu.csv#2', title: 'Menu du mardi 5 mai', courses: [{ name: 'Plat', dishes: ['Poulet'] }] },
    ]);
  });

  it('that says « affichage : semaine » is shown as a whole, on the days of the menu', async () => {
    const { items } = await read('menu.csv', `affichage : semaine;;\n${MENU}`);
    expect(items).toMatchObject([{ kind: 'text', when: { ranges: [{ from: '2026-05-04', to: '2026-05-05' }] } }]);
    const [item] = items;
    expect(item?.kind === 'text' && item.html).toMatch(/<th>Lundi<\/th>.*<td>Colin<\/td>/su);
    expect(JSON.stringify(item)).not.toContain('affichage');
  });

  it('that is a list of absences is an item an absence, named for who is absent', async () => {
    const { items } = await read('Absences du 5 mai 2026.csv', 'Professeur;Classe;Heure\nMme Roux;6A;8h-10h\n');
    expect(items).toMatchObject([
      { kind: 'absence', title: 'Mme Roux', classes: '6A', when: { label: 'mardi 5 mai, 8\u00a0h – 10\u00a0h' } },
    ]);
  });

  it('that is a menu of another year keeps its days, with what to do', async () => {
    const { items, problems } = await read('menu.csv', MENU.replace('4 au 8 mai 2026', '5 au 9 mai 2025'));
    expect(items[0]).toMatchObject({ when: { ranges: [{ from: '2025-05-05', to: '2025-05-05' }] } });
    expect(problems).toMatchObject([{ severity: 'warning', code: 'menu-other-year' }]);
  });
});
