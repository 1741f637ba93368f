import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { OLE } from '../../../../../main/content/completeness/ole.ts';
import { ZIP } from '../../../../../main/content/completeness/zip.ts';
import { blocksHtml } from '../../../../../main/content/documents/blocks-html.ts';
import { redact } from '../../../../../main/content/documents/redact.ts';
import { parseWorkbook } from '../../../../../main/content/kinds/spreadsheets/parse-workbook.ts';
import type { ParsedTable } from '../../../../../main/content/kinds/tables/parse-table.ts';
import { shownGrid } from '../../../../support/html-tables.ts';
import { makeOle } from '../../../../support/ole.ts';
import { dayCell, type MadeSheet, makeOds, makeXlsx } from '../../../../support/workbooks.ts';

const KINDS = ['.xlsx', '.ods'] as const;
type Ending = (typeof KINDS)[number];

const parse = (ending: string, bytes: Uint8Array, format = ZIP) =>
  parseWorkbook({
    bytes,
    format,
    ending,
    zone: 'Europe/Paris',
    reference: Temporal.PlainDate.from('2026-04-01'),
    keepsContacts: false,
    fileName: `classeur${ending}`,
  });

async function read(ending: Ending, sheets: readonly MadeSheet[]): Promise<ParsedTable> {
  const table = await parse(ending, ending === '.xlsx' ? await makeXlsx(sheets) : makeOds(sheets));
  if (!table.ok) throw new Error(table.fault.code);
  return table;
}

const told = ({ faults }: ParsedTable): string[] => faults.map(({ message }) => message.replaceAll('\u00a0', ' '));
const refusalOf = async (ending: string, bytes: Uint8Array, format = ZIP): Promise<string> => {
  const table = await parse(ending, bytes, format);
  return table.ok ? 'read' : table.fault.code;
};

const HEADING = ['Date', 'Heure', 'Titre', 'Lieu'];

describe.each(KINDS)('a workbook of events, %s', (ending) => {
  it('with two tables gives the events of both, whatever the order of their columns', async () => {
    const below = await read(ending, [
      {
        rows: [
          ['Réunions', null, null],
          ['Date', 'Titre', 'Lieu'],
          [dayCell('2026-05-05'), 'Conseil de 6e', 'Salle 1'],
          [null, null, null],
          ['Sorties', null, null],
          ['Lieu', 'Date', 'Titre'],
          ['Amiens', dayCell('2026-05-06'), 'Musée'],
        ],
      },
    ]);
    const beside = await read(ending, [
      {
        rows: [
          ['Réunions', null, null, null, 'Sorties', null, null],
          ['Date', 'Titre', 'Lieu', null, 'Lieu', 'Date', 'Titre'],
          [dayCell('2026-05-05'), 'Conseil de 6e', 'Salle 1', null, 'Amiens', dayCell('2026-05-06'), 'Musée'],
        ],
      },
    ]);
    for (const table of [below, beside]) {
      expect(told(table)).toEqual([]);
      expect(table.events).toMatchObject([
        { title: 'Conseil de 6e', venue: 'Salle 1', when: { ranges: [{ from: '2026-05-05' }] } },
        { title: 'Musée', venue: 'Amiens', when: { ranges: [{ from: '2026-05-06' }] } },
      ]);
    }
  });

  it('gives an event a row, under a title and a heading in usual wordings', async () => {
    const table = await read(ending, [
      {
        rows: [
          [{ value: 'Agenda de mai', columns: 4, bold: true }, null, null, null],
          [null, null, null, null],
          ['Jour', 'Horaires', 'Événement', 'Salle'],
          [dayCell('2026-05-05'), '14h-17h', 'Forum des métiers', 'Gymnase'],
          [null, null, null, null],
          [dayCell('2026-05-07T18:30', 'dd/mm/yyyy hh:mm'), null, 'Conseil d’école', null],
        ],
      },
    ]);
    expect(told(table)).toEqual([]);
    expect(table.events).toMatchObject([
      {
        title: 'Forum des métiers',
        venue: 'Gymnase',
        line: 4,
        when: { label: 'mardi 5 mai, 14\u00a0h – 17\u00a0h' },
      },
      { title: 'Conseil d’école', line: 6, when: { ranges: [{ from: '2026-05-07', to: '2026-05-07' }] } },
    ]);
    expect(table.events[1]?.when.hours).toMatchObject([{ from: '18:30' }]);
  });

  it('a date merged over several rows is that of each of them', async () => {
    const table = await read(ending, [
      {
        rows: [
          HEADING,
          [{ ...dayCell('2026-05-05'), rows: 2 }, '9h', 'Accueil', null],
          [null, '14h', 'Ateliers', 'CDI'],
        ],
      },
    ]);
    expect(table.events.map(({ title, when }) => [title, when.ranges[0]?.from])).toEqual([
      ['Accueil', '2026-05-05'],
      ['Ateliers', '2026-05-05'],
    ]);
    expect(told(table)).toEqual([]);
  });

  it('what is hidden stays hidden, and _état.html says that it is not read', async () => {
    const table = await read(ending, [
      {
        name: 'Mai',
        rows: [
          ['Date', 'Notes', 'Titre'],
          [dayCell('2026-05-05'), 'secret', 'Forum'],
          [dayCell('2026-05-06'), 'secret', 'Réunion interne'],
        ],
        hiddenRows: [2],
        hiddenColumns: [1],
      },
      { name: 'Brouillon', hidden: true, rows: [HEADING, [dayCell('2026-05-08'), null, 'Surprise', null]] },
    ]);
    expect(table.events.map(({ title }) => title)).toEqual(['Forum']);
    expect(JSON.stringify(table)).not.toMatch(/secret|interne|Surprise/u);
    expect(told(table)).toEqual([
      'Feuille « Mai » : les lignes et les colonnes masquées ou filtrées ne sont pas lues.',
    ]);
  });

  it('of several sheets each list is read, and the others are named', async () => {
    const table = await read(ending, [
      { name: 'Mai', rows: [HEADING, [dayCell('2026-05-05'), null, 'Forum', null]] },
      { name: 'Juin', rows: [HEADING, [dayCell('2026-06-05'), null, 'Fête', null], ['bientôt', null, 'Bal', null]] },
      { name: 'Listes', rows: [['Gymnase', 'CDI']] },
    ]);
    expect(table.events.map(({ title }) => title)).toEqual(['Forum', 'Fête']);
    expect(told(table).join('\n')).toMatch(/sans « Listes »[\s\S]*Feuille « Juin » – Ligne 3/u);
  });

  it('a table of something else is shown as one, its merged cells where they stand', async () => {
    const table = await read(ending, [
      {
        rows: [
          [{ value: 'Transports', columns: 3, bold: true }, null, null],
          [null, null, null],
          ['Ligne', 'Départ', 'Arrêt'],
          ['12', '16:45', { value: 'Gare', rows: 2 }],
          ['14', '17:10', null],
        ],
      },
    ]);
    const { title, html } = blocksHtml(table.blocks);
    expect(title).toBe('Transports');
    expect(shownGrid(html)).toEqual([
      ['Ligne', 'Départ', 'Arrêt'],
      ['12', '16:45', 'Gare'],
      ['14', '17:10', 'Gare'],
    ]);
    expect(table.faults).toMatchObject([{ code: 'table-plain', about: 'guessed' }]);
  });

  it('that says so is a list of absences, and no agenda of the names in it', async () => {
    const rows = [
      ['Nom', 'Du', 'Au', 'Remplacé par'],
      ['Mme Roux', dayCell('2026-05-05'), dayCell('2026-05-07'), 'M. Noé'],
    ];
    const absences = await read(ending, [{ rows: [['Professeurs absents', null, null, null], ...rows] }]);
    expect(absences.events).toEqual([]);
    expect(absences.notice).toMatchObject({
      kind: 'absences',
      absences: [
        { teacher: 'Mme Roux', replacement: 'M. Noé', when: { ranges: [{ from: '2026-05-05', to: '2026-05-07' }] } },
      ],
    });
    // « Titre » is what an agenda has, whoever it is about.
    const agenda = await read(ending, [
      {
        rows: [
          ['Absents excusés par mail', null, null],
          ['Date', 'Titre', 'Intervenant'],
          [dayCell('2026-05-05'), 'Forum', 'Mme Roux'],
        ],
      },
    ]);
    expect(agenda.events.map(({ title }) => title)).toEqual(['Forum']);
  });

  it('shown as a table without a date of its own is told of where it names days', async () => {
    const named = await read(ending, [
      {
        rows: [
          ['Classe', 'Rendu le'],
          ['6e A', dayCell('2026-05-05')],
        ],
      },
    ]);
    expect(named.namedDays).toMatchObject({ code: 'table-names-days', message: expect.stringContaining('05/05/2026') });
    const vague = await read(ending, [
      {
        rows: [
          ['Classe', 'Lundi 4'],
          ['6e A', 'gymnase'],
        ],
      },
    ]);
    expect(vague.namedDays).toMatchObject({ code: 'text-vague-days' });
    const weeks = await read(ending, [
      {
        rows: [
          ['Semaine', 'Lundi', 'Mardi'],
          ['19', 'Conseil 6e', ''],
          ['20', '', 'Oral'],
        ],
      },
    ]);
    expect(weeks.namedDays).toMatchObject({
      code: 'text-vague-days',
      message: expect.stringContaining('Semaine 19'),
    });
    const timeless = await read(ending, [
      {
        rows: [
          ['Heure', 'Lundi'],
          ['8h-9h', 'Anglais'],
        ],
      },
    ]);
    expect(timeless.namedDays).toBeNull();
  });

  it('of 400 columns only the first hundred are read, and it says so', async () => {
    const wide = Array.from({ length: 400 }, (_, at) => `c${at}`);
    const table = await read(ending, [{ rows: [wide, wide] }]);
    expect(table.blocks).toMatchObject([{ kind: 'table' }]);
    expect(table.faults.map(({ code }) => code)).toContain('sheet-too-wide');
  });

  it('a workbook without a word is refused', async () => {
    const empty = [{ rows: [[null, null]] }];
    expect(await refusalOf(ending, ending === '.xlsx' ? await makeXlsx(empty) : makeOds(empty))).toBe('sheet-empty');
  });

  it('a bomb and a damaged file are refused', async () => {
    const part = ending === '.xlsx' ? 'xl/worksheets/sheet1.xml' : 'content.xml';
    const bomb = zipSync({ [part]: new Uint8Array(40 * 1024 * 1024) });
    expect(await refusalOf(ending, bomb)).toBe('document-bomb');
    expect(await refusalOf(ending, zipSync({ [part]: strToU8('<a><b>') }))).toBe('document-damaged');
    const entities = zipSync({ [part]: strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') });
    expect(await refusalOf(ending, entities)).toBe('document-damaged');
  });
});

describe('a workbook of Excel', () => {
  it('shows values as their formats do, in French', async () => {
    const { blocks } = await read('.xlsx', [
      {
        rows: [
          ['Quoi', 'Combien'],
          ['Ticket', { value: 4.5, format: '0.00 "€"' }],
          ['Part', { value: 0.25, format: '0%' }],
          ['Élèves', { value: 1234, format: '#,##0' }],
          ['Moyenne', 12.25],
          ['Retour', dayCell('2026-05-11', 'dddd d mmmm')],
          ['Début', { value: new Date('1899-12-31T08:05Z'), format: 'hh:mm' }],
          // Fewer figures than Excel writes
          ['Fin', { value: 0.5833333, format: 'hh:mm' }],
        ],
      },
    ]);
    const cells = shownGrid(blocksHtml(blocks).html).map(([, second]) => second?.replaceAll(/\s/gu, ' '));
    expect(cells).toEqual(['Combien', '4,50 €', '25 %', '1 234', '12,25', 'lundi 11 mai 2026', '08:05', '14:00']);
  });

  it.each([
    ['the zero of a number of a town', '00000', 1000, '01000'],
    ['words before the number', '"Salle "0', 12, 'Salle 12'],
    ['words behind the number', '0" élèves"', 24, '24 élèves'],
    ['words alone', '"Complet"', 3, 'Complet'],
    ['an hour in figures', '00"h"00', 830, '08h30'],
    ['an hour with its letter', 'hh"h"mm', 0.354166666, '08:30'],
    ['more than a day', '[h]:mm', 1.25, '30:00'],
    ['an hour of the clock in a format of spans', '[h]:mm:ss', 0.604166666, '14:30'],
    ['the result of a race', 'mm:ss.0', 0.00123, '01:46,3'],
    ['the result of a longer one', 'h:mm:ss', 0.0087615741, '0:12:37'],
    ['a fraction', '# ?/?', 1.5, '1 1/2'],
    ['decimals that are there', '0.##', 12.5, '12,5'],
    ['a price that is rounded as Excel does', '0.00 "€"', 2.175, '2,18 €'],
    ['a mean that a formula made', '0.00', 40.174999999999997, '40,18'],
    ['a loss', '0.00', -1.005, '-1,01'],
    ['decimals that are not there', '0.##', 12, '12'],
    ['thousands', '#,##0,"k"', 12_000, '12k'],
    ['what is less than nothing', '0;"moins "0', -5, 'moins 5'],
    ['conditions', '[=1]"Oui";[=0]"Non";0', 0, 'Non'],
    ['a mark out of twenty', '0.0"/20"', 15.5, '15,5/20'],
    ['a month without a day', 'mmmm yyyy', 46_143, 'mai 2026'],
    ['a year without a month', 'yyyy', 46_143, '2026'],
    ['a day in the letters of the French Excel', 'jj/mm/aaaa', 46_147, '05/05/2026'],
    ['an account', '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', 12.5, '12,50 €'],
    ['words around a text', '"Classe "@', '6e B', 'Classe 6e B'],
  ])('has with its numbers the words and signs of their formats: %s', async (_what, format, value, shown) => {
    const { blocks } = await read('.xlsx', [
      {
        rows: [
          ['Quoi', 'Combien'],
          ['Ligne', { value, format }],
        ],
      },
    ]);
    expect(shownGrid(blocksHtml(blocks).html)[1]?.[1]?.replaceAll(/\s/gu, ' ')).toBe(shown);
  });

  it.each([
    ['any number', ';;;', 42],
    ['nothing', '0;-0;;@', 0],
    ['any text', ';;;', 'Brouillon'],
  ])('does not show what a format hides: %s', async (_what, format, value) => {
    const { blocks } = await read('.xlsx', [
      {
        rows: [
          ['Quoi', 'Combien'],
          ['Ligne', { value, format }],
        ],
      },
    ]);
    expect(shownGrid(blocksHtml(blocks).html)[1]).toEqual(['Ligne', '']);
  });

  it('has the months of a .ods without a day that nobody wrote', async () => {
    const shown = ['mai 2026', '05/2026', 'mai-26', '1 mai 26', 'ven. 01/05/26'];
    const cells = shown.map(
      (text) =>
        `<table:table-row><table:table-cell office:value-type="string"><text:p>Ligne</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-05-01"><text:p>${text}</text:p></table:table-cell></table:table-row>`,
    );
    const made = unzipSync(makeOds([{ rows: [['a', 'b']] }]));
    const content = strFromU8(made['content.xml'] ?? new Uint8Array()).replace(
      /<table:table-row>.*<\/table:table-row>/su,
      cells.join(''),
    );
    const table = await parse('.ods', zipSync({ ...made, 'content.xml': strToU8(content) }));
    if (!table.ok) throw new Error(table.fault.code);
    const second = shownGrid(blocksHtml(table.blocks).html).map(([, cell]) => cell);
    expect(second).toEqual(['mai 2026', '05/2026', 'mai-26', '1er mai 2026', 'vendredi 1er mai 2026']);
  });

  it.each(['0#" "##" "##" "##" "##', '00\\ 00\\ 00\\ 00\\ 00'])(
    'a telephone number of which the format alone tells that it is one is known as such: %s',
    async (format) => {
      const { blocks } = await read('.xlsx', [
        {
          rows: [
            ['Quoi', 'Combien'],
            ['Accueil', { value: 612_345_678, format }],
          ],
        },
      ]);
      const shown = shownGrid(blocksHtml(blocks).html)[1]?.[1] ?? '';
      expect(shown).toBe('06 12 34 56 78');
      expect(redact(shown)).toBe('');
    },
  );

  it('has its words wherever and however programs write them, formatted or not', async () => {
    const made = unzipSync(await makeXlsx([{ name: 'Mai', rows: [['a', 'b']] }]));
    const cells = [
      '<c r="A1" t="inlineStr"><is><t>Date</t></is></c><c r="B1" t="inlineStr"><is><r><t>Tit</t></r><r><t>re</t></r></is></c><c t="inlineStr"><is><t>Lieu</t></is></c>',
      '<c r="A2"><v>46147</v></c><c r="B2" t="str"><v>Forum</v></c><c t="inlineStr"><is><t>Gymnase</t></is></c>',
      '<c r="A3" t="inlineStr"><is><t>6 mai</t></is></c><c t="str"><f>"Bal"</f><v>Bal</v></c><c><v>12</v></c>',
    ];
    const rows = cells.map((row, at) => `<row r="${at + 1}">${row}</row>`).join('');
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
    const table = await parse('.xlsx', zipSync({ ...made, 'xl/worksheets/sheet1.xml': strToU8(sheet) }));
    if (!table.ok) throw new Error(table.fault.code);
    expect(table.events.map(({ title, venue, when }) => [title, venue, when.ranges[0]?.from])).toEqual([
      ['Forum', 'Gymnase', '2026-05-05'],
      ['Bal', 'Salle 12', '2026-05-06'],
    ]);
    expect(told(table)).toEqual([]);
  });

  it('counts days from 1904 where it says so', async () => {
    const bytes = await makeXlsx([{ rows: [HEADING, [dayCell('2026-05-05'), null, 'Forum', null]] }], '1904');
    const table = await parse('.xlsx', bytes);
    expect(table).toMatchObject({ events: [{ when: { ranges: [{ from: '2026-05-05' }] } }] });
  });

  it.each(KINDS)('a date that is that of the day on which the workbook is opened is told: %s', async (ending) => {
    const told = async (formula: string, hiddenRows: readonly number[] = []) => {
      const rows = [['Menu de la semaine'], [{ value: 46_147, format: 'dd/mm/yyyy', formula }], ['Lundi', 'Couscous']];
      return (await read(ending, [{ rows, hiddenRows }])).faults.filter(({ code }) => code === 'sheet-today');
    };
    for (const formula of ['TODAY()', 'NOW()', 'today( )-1', 'IF(TODAY()>1,TODAY(),1)']) {
      expect(await told(formula), formula).toMatchObject([
        { about: 'guessed', message: expect.stringContaining('A2') },
      ]);
    }
    for (const formula of ['A1', 'DATE(2026,5,5)', 'TODAYS', 'KNOW()'])
      expect(await told(formula), formula).toEqual([]);
    expect(await told('TODAY()', [1])).toEqual([]);
  });

  it('what lies upon the cells is told: pictures, charts, and the words of boxes, but not those of hidden sheets', async () => {
    const spaces =
      'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
    const box = (text: string) => `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
    const drawing = (inside: string) =>
      strToU8(`<xdr:wsDr ${spaces}><xdr:twoCellAnchor>${inside}</xdr:twoCellAnchor></xdr:wsDr>`);
    const relation = (n: number) =>
      strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing${n}.xml"/></Relationships>`,
      );
    const rows = [['Horaires'], ['Lundi', '8 h']];
    const plain = unzipSync(await makeXlsx([{ rows }, { name: 'Cachée', rows, hidden: true }]));
    const told = async (shown: string, hidden: string) => {
      const table = await parse(
        '.xlsx',
        zipSync({
          ...plain,
          'xl/worksheets/_rels/sheet1.xml.rels': relation(1),
          'xl/worksheets/_rels/sheet2.xml.rels': relation(2),
          'xl/drawings/drawing1.xml': drawing(shown),
          'xl/drawings/drawing2.xml': drawing(hidden),
        }),
      );
      return table.ok ? table.faults.filter(({ code }) => code === 'sheet-drawings').map(({ message }) => message) : [];
    };
    expect(await told('', box('Secret'))).toEqual([]);
    const [message] = await told(`<xdr:pic/><c:chart/>${box('Portes ouvertes, 06 12 34 56 78')}`, box('Secret'));
    expect(message).toContain('sans ses images et ses graphiques et sans les mots de ses zones de texte');
    expect(message).toContain('Portes ouvertes');
    expect(message).not.toMatch(/Secret|06 12/u);
    expect(await told('<xdr:grpSp>'.repeat(500) + '</xdr:grpSp>'.repeat(500), '')).toHaveLength(1);
  });

  it('what lies upon the cells of a .ods is told', async () => {
    const book = unzipSync(makeOds([{ rows: [['Horaires'], ['Lundi', '8 h']] }]));
    const content = strFromU8(book['content.xml'] ?? new Uint8Array()).replace(
      '<table:table-column',
      '<table:shapes><draw:custom-shape><text:p>Portes ouvertes</text:p></draw:custom-shape><draw:frame><draw:image/></draw:frame></table:shapes><table:table-column',
    );
    const drawn = content.replace(
      '<office:document-content',
      '<office:document-content xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    );
    const table = await parse('.ods', zipSync({ ...book, 'content.xml': strToU8(drawn) }));
    expect(table).toMatchObject({
      ok: true,
      faults: expect.arrayContaining([
        expect.objectContaining({ code: 'sheet-drawings', message: expect.stringMatching(/images.*Portes ouvertes/u) }),
      ]),
    });
  });

  it('a formula has its last result; without one, or with an error, its cell is named', async () => {
    const rows = [
      HEADING,
      [dayCell('2026-05-05'), null, { value: 'Forum', formula: 'A1' }, { value: null, formula: 'Z9' }],
    ];
    const made = unzipSync(await makeXlsx([{ name: 'Mai', rows }]));
    const part = 'xl/worksheets/sheet1.xml';
    const sheet = strFromU8(made[part] ?? new Uint8Array()).replace(
      '</row></sheetData>',
      '<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>',
    );
    const table = await parse('.xlsx', zipSync({ ...made, [part]: strToU8(sheet) }));
    expect(table).toMatchObject({ events: [{ title: 'Forum' }] });
    if (!table.ok) return;
    expect(told(table).join('\n')).toMatch(
      /la case D2 a une formule dont le résultat.*\n.*la case E2 a une formule en erreur/u,
    );
  });

  it('a row that is struck through is cancelled', async () => {
    const struck = (value: string) => ({ value, struck: true });
    const table = await read('.xlsx', [
      {
        rows: [
          HEADING,
          [{ ...dayCell('2026-05-05'), struck: true }, null, struck('Forum'), null],
          [dayCell('2026-05-06'), null, struck('Bal'), null],
        ],
      },
    ]);
    expect(table.events.map(({ title, status }) => [title, status?.label])).toEqual([
      ['Forum', 'annulé'],
      ['Bal', undefined],
    ]);
  });

  it('under a password it says so', async () => {
    const locked = makeOle({ EncryptionInfo: Buffer.alloc(8), EncryptedPackage: Buffer.alloc(8) });
    expect(await refusalOf('.xlsx', locked, OLE)).toBe('document-locked');
  });

  it('named for another format, it is told its name', async () => {
    expect(await refusalOf('.xlsx', makeOds([{ rows: [['a']] }]))).toBe('wrong-extension');
    expect(await refusalOf('.xlsm', await makeXlsx([{ rows: [['a', 'b']] }]))).toBe('read');
  });
});
