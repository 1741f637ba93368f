import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ZIP } from '../../../../main/content/completeness/zip.ts';
import { blocksHtml } from '../../../../main/content/documents/blocks-html.ts';
import { parseWorkbook } from '../../../../main/content/kinds/spreadsheets/parse-workbook.ts';
import { readCsv } from '../../../../main/content/kinds/tables/csv.ts';
import { renderMarkdown } from '../../../../main/content/kinds/text/markdown.ts';
import { shownGrid } from '../../../support/html-tables.ts';
import { readWhole } from '../../../support/read-document.ts';
import { makeTablePdf } from '../../../support/text-pdf.ts';
import { docxOf, odtOf, tp, wp, wtable } from '../../../support/word-bodies.ts';
import { type MadeCell, makeOds, makeXlsx } from '../../../support/workbooks.ts';

const FIRST_OF_APRIL = Temporal.PlainDate.from('2026-04-01');
const DAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'];

/** A cell of a random table: where it begins, how much it takes, and what it says. Empty cells say nothing. */
interface Cell {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

/** A timetable: days above, hours on the left, and between them cells that are empty, filled or merged. */
const timetable = fc
  .record({
    columns: fc.integer({ min: 2, max: 5 }),
    rows: fc.integer({ min: 1, max: 6 }),
    seeds: fc.array(fc.record({ empty: fc.boolean(), down: fc.nat(2), across: fc.nat(2) }), {
      minLength: 30,
      maxLength: 30,
    }),
  })
  .map(({ columns, rows, seeds }) => {
    const cells: Cell[] = [{ top: 0, left: 0, rows: 1, columns: 1, text: '' }];
    const taken = new Set<string>();
    for (let left = 1; left <= columns; left++)
      cells.push({ top: 0, left, rows: 1, columns: 1, text: DAYS[left - 1] ?? '' });
    for (let top = 1; top <= rows; top++) cells.push({ top, left: 0, rows: 1, columns: 1, text: `${top + 7} h` });
    for (let top = 1; top <= rows; top++) {
      for (let left = 1; left <= columns; left++) {
        if (taken.has(`${top},${left}`)) continue;
        const seed = seeds[(top * 7 + left) % seeds.length] ?? { empty: true, down: 0, across: 0 };
        let wide = 1;
        while (wide <= seed.across && left + wide <= columns && !taken.has(`${top},${left + wide}`)) wide++;
        const high = Math.min(1 + seed.down, rows - top + 1);
        for (let y = top; y < top + high; y++) for (let x = left; x < left + wide; x++) taken.add(`${y},${x}`);
        const text = seed.empty ? '' : `cours ${DAYS[left - 1]} ${top + 7}`;
        cells.push({ top, left, rows: high, columns: wide, text });
      }
    }
    return { columns: columns + 1, rows: rows + 1, cells };
  });

type Timetable = typeof timetable extends fc.Arbitrary<infer T> ? T : never;

const at = ({ cells }: Timetable, top: number, left: number): Cell | undefined =>
  cells.find(
    (cell) => cell.top <= top && top < cell.top + cell.rows && cell.left <= left && left < cell.left + cell.columns,
  );
const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** What stands at each place, as it was made. */
const made = (table: Timetable): string[][] =>
  indices(table.rows).map((top) => indices(table.columns).map((left) => at(table, top, left)?.text ?? ''));

/** As Word writes merged cells: each row has a cell for each place downwards, and one for all places across. */
function asDocx(table: Timetable): Uint8Array {
  const rows = indices(table.rows).map((top) =>
    indices(table.columns).flatMap((left): [string, string][] => {
      const cell = at(table, top, left);
      if (cell === undefined || cell.left !== left) return [];
      const across = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : '';
      const down = cell.rows === 1 ? '' : cell.top === top ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      return [[wp(cell.top === top ? cell.text : ''), across + down]];
    }),
  );
  return docxOf(`${wp('Emploi du temps')}${wtable(rows)}`);
}

/** As LibreOffice writes them: a cell that is covered by another stands there as such. */
function asOdt(table: Timetable): Uint8Array {
  const rows = indices(table.rows).map((top) => {
    const cells = indices(table.columns).map((left) => {
      const cell = at(table, top, left);
      if (cell === undefined || cell.left !== left || cell.top !== top) return '<table:covered-table-cell/>';
      const spans = `table:number-columns-spanned="${cell.columns}" table:number-rows-spanned="${cell.rows}"`;
      return `<table:table-cell ${spans}>${tp(cell.text)}</table:table-cell>`;
    });
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  return odtOf(`${tp('Emploi du temps')}<table:table>${rows.join('')}</table:table>`);
}

/** As spreadsheets write them: a merged cell stands where it begins. */
function asSheetCell(table: Timetable, top: number, left: number): MadeCell | null {
  const cell = at(table, top, left);
  if (cell === undefined || cell.left !== left || cell.top !== top) return null;
  return { value: cell.text === '' ? null : cell.text, columns: cell.columns, rows: cell.rows };
}

async function wallOf(kind: 'docx' | 'odt' | 'pdf', bytes: Uint8Array): Promise<string> {
  const document = await readWhole(kind, bytes);
  return document.ok ? blocksHtml(document.blocks).html : document.fault.code;
}

describe('the cells of a table', () => {
  it.each(['docx', 'odt'] as const)('stay under their headings in .%s, empty and merged ones too', async (kind) => {
    await fc.assert(
      fc.asyncProperty(timetable, async (table) => {
        const html = await wallOf(kind, kind === 'docx' ? asDocx(table) : asOdt(table));
        expect(shownGrid(html)).toEqual(made(table));
        expect(html).toContain('<thead><tr><th></th><th>Lundi</th>');
      }),
    );
  });

  it.each(['xlsx', 'ods'] as const)('stay under their headings in .%s, empty and merged ones too', async (kind) => {
    await fc.assert(
      fc.asyncProperty(timetable, async (table) => {
        const rows = indices(table.rows).map((top) =>
          indices(table.columns).map((left) => asSheetCell(table, top, left)),
        );
        const bytes = kind === 'xlsx' ? await makeXlsx([{ rows }]) : makeOds([{ rows }]);
        const source = { bytes, ending: `.${kind}`, format: ZIP, keepsContacts: false, fileName: '' };
        const read = await parseWorkbook({ ...source, zone: 'Europe/Paris', reference: FIRST_OF_APRIL });
        expect(shownGrid(blocksHtml(read.ok ? read.blocks : []).html)).toEqual(made(table));
      }),
    );
  });

  it('stay under their headings in .pdf where lines are drawn between them', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(timetable, fc.constantFrom('strokes', 'boxes'), async (table, borders) => {
        const html = await wallOf('pdf', makeTablePdf('Emploi du temps', table.cells, borders));
        // A day on which nothing is written is a column that only its heading fills: it stays.
        expect(shownGrid(html)).toEqual(made(table));
      }),
      { numRuns: 20 },
    );
  });

  it('stay under their headings in .md, empty ones too', () => {
    fc.assert(
      fc.property(timetable, (table) => {
        const rows = made(table).map((row) => `| ${row.join(' | ')} |`);
        const [head, ...others] = rows;
        const text = ['Emploi du temps', '', head, `|${'---|'.repeat(table.columns)}`, ...others].join('\n');
        expect(shownGrid(renderMarkdown(text).html)).toEqual(made(table));
      }),
    );
  });

  it('stay under their headings in .csv, empty ones too', () => {
    const columns = ['date', 'heure', 'ville', 'titre', 'lieu', 'description'] as const;
    const word = fc.constantFrom('', '', 'Arles', 'Salle 3', 'Mairie', 'Entrée libre');
    const row = fc.record({ ville: word, lieu: word, description: word, heure: fc.constantFrom('', '14h') });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.shuffledSubarray([...columns], { minLength: columns.length }),
        fc.constantFrom(';', '\t'),
        (rows, order, separator) => {
          const lines = rows.map((cells, index) =>
            order.map((name) => (name === 'date' ? `${index + 4}/05/2026` : name === 'titre' ? 'Forum' : cells[name])),
          );
          const text = [order, ...lines].map((line) => line.join(separator)).join('\n');
          const { events } = readCsv(Buffer.from(text), {
            zone: 'Europe/Paris',
            reference: FIRST_OF_APRIL,
          });
          expect(
            events.map(({ when, town, venue, description }) => [
              when.ranges[0]?.from,
              when.hours.length,
              town,
              venue,
              description,
            ]),
          ).toEqual(
            rows.map(({ ville, lieu, description, heure }, index) => [
              `2026-05-0${index + 4}`,
              heure === '' ? 0 : 1,
              ville,
              lieu === '' ? undefined : lieu,
              description === '' ? undefined : description,
            ]),
          );
        },
      ),
    );
  });
});

describe('the heading of a table', () => {
  const headOf = async (rows: readonly (readonly string[])[], properties = '', looks = ''): Promise<string> => {
    const cells = rows.map((row, top) => row.map((text) => (looks !== '' && top === 0 ? wp(text, looks) : text)));
    const html = await wallOf('docx', docxOf(wp('Titre') + wtable(cells, properties)));
    return (
      /<thead>(.*)<\/thead>/u
        .exec(html)?.[1]
        ?.replace(/<\/?tr>/gu, '')
        .replace(/<\/?th>/gu, '|') ?? 'none'
    );
  };

  it.each([
    [
      'the days above',
      [
        ['Lundi', 'Mardi'],
        ['Carottes', 'Radis'],
      ],
      '|Lundi||Mardi|',
    ],
    [
      'names of columns',
      [
        ['Date', 'Lieu'],
        ['5 mai', 'CIO'],
        ['6 mai', 'Mairie'],
      ],
      '|Date||Lieu|',
    ],
    [
      'words above numbers',
      [
        ['Classe', 'Effectif'],
        ['6e A', '25'],
        ['6e B', '27'],
      ],
      '|Classe||Effectif|',
    ],
    [
      'an empty corner',
      [
        ['', 'Groupe A', 'Groupe B'],
        ['8 h', 'Maths', 'SVT'],
      ],
      '||' + '|Groupe A||Groupe B|',
    ],
    [
      'days with their dates',
      [
        ['Lundi 4', 'Mardi 5'],
        ['Carottes', 'Radis'],
      ],
      '|Lundi 4||Mardi 5|',
    ],
  ])('is found where it is %s', async (_name, rows, head) => {
    expect(await headOf(rows)).toBe(head);
  });

  it.each([
    [
      'the days stand on the left',
      [
        ['Lundi', 'Carottes', 'Poulet'],
        ['Mardi', 'Radis', 'Poisson'],
      ],
    ],
    [
      'opening hours',
      [
        ['Lundi', 'fermé'],
        ['Mardi', '8 h'],
        ['Jeudi', '9 h'],
      ],
    ],
    [
      'a list of workshops',
      [
        ['Atelier danse', 'Salle 1'],
        ['Atelier théâtre', 'Salle 2'],
      ],
    ],
    [
      'a list of dates',
      [
        ['5 mai', 'Conseil de classe'],
        ['6 mai', 'Réunion des parents'],
      ],
    ],
    [
      'a list of prices',
      [
        ['Forfait 1', '3 €'],
        ['Forfait 2', '4 €'],
      ],
    ],
  ])('is none where the first row is one like the others: %s', async (_name, rows) => {
    expect(await headOf(rows)).toBe('none');
  });

  it('is what the writer repeats on each page, or sets in bold', async () => {
    const rows = [
      ['Bleu', 'Rouge'],
      ['Camille', 'Dominique'],
    ];
    expect(await headOf(rows)).toBe('none');
    expect(await headOf(rows, '<w:trPr><w:tblHeader/></w:trPr>')).toBe('|Bleu||Rouge|');
    expect(await headOf(rows, '', '<w:b/>')).toBe('|Bleu||Rouge|');
  });

  it('has the title that stands over all its columns above it', async () => {
    const banner: [string, string] = [wp('Menus de mai'), '<w:gridSpan w:val="2"/>'];
    const html = await wallOf('docx', docxOf(wtable([[banner], ['Lundi', 'Mardi'], ['Carottes', 'Radis']])));
    expect(html).toContain(
      '<thead><tr><th colspan="2">Menus de mai</th></tr><tr><th>Lundi</th><th>Mardi</th></tr></thead>',
    );
  });
});

describe('a table that is none', () => {
  it('of one column is a frame: its paragraphs, headings and lists stay what they are', async () => {
    const frame = wtable([
      [`<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Portes ouvertes</w:t></w:r></w:p>${wp('Mardi 5 mai')}`],
    ]);
    const document = await readWhole('docx', docxOf(frame));
    expect(document.ok && blocksHtml(document.blocks)).toMatchObject({
      title: 'Portes ouvertes',
      html: '<p>Mardi 5 mai</p>',
    });
  });

  it('of one row of long texts is a page in columns, read one column after the other', async () => {
    const html = await wallOf('docx', docxOf(wtable([[wp('Un') + wp('deux'), wp('Trois') + wp('quatre')]])));
    expect(
      html
        .replace(/<\/?p>/gu, ' ')
        .split(/\s+/u)
        .filter(Boolean),
    ).toEqual(['Un', 'deux', 'Trois', 'quatre']);
  });

  it('within a cell of another keeps its words', async () => {
    const inner = wtable([
      ['8 h', 'Maths'],
      ['9 h', 'SVT'],
    ]);
    const html = await wallOf(
      'docx',
      docxOf(
        wtable([
          ['Lundi', 'Mardi'],
          [inner, 'Sortie'],
        ]),
      ),
    );
    expect(html).toContain('<td>8 h · Maths<br>\n9 h · SVT</td><td>Sortie</td>');
  });
});

describe('columns that tabulators make', () => {
  const lines = (...texts: string[]): string =>
    texts
      .map(
        (text) =>
          `<w:p>${text
            .split('\t')
            .map((cell) => `<w:r><w:t>${cell}</w:t></w:r>`)
            .join('<w:r><w:tab/></w:r>')}</w:p>`,
      )
      .join('');

  it('are a table where each tabulator is a column, and its empty cells are told as guessed', async () => {
    const document = await readWhole(
      'docx',
      docxOf(lines('\tLundi\tMardi\tJeudi', '8 h\tMaths\t\tAnglais', '9 h\t\tSVT')),
    );
    if (!document.ok) throw new Error(document.fault.code);
    expect(shownGrid(blocksHtml(document.blocks).html)).toEqual([
      ['', 'Lundi', 'Mardi', 'Jeudi'],
      ['8 h', 'Maths', '', 'Anglais'],
      ['9 h', '', 'SVT', ''],
    ]);
    expect(document.warnings).toMatchObject([{ code: 'document-tabs', about: 'guessed' }]);
  });

  it('are told as lost where tabulators only make room', async () => {
    const document = await readWhole('docx', docxOf(lines('Heure\t\tLundi\t\tMardi', '8 h\t\tMaths\t\tSVT')));
    if (!document.ok) throw new Error(document.fault.code);
    expect(blocksHtml(document.blocks).html).toContain('<p>8 h Maths SVT</p>');
    expect(document.warnings).toMatchObject([{ code: 'document-tabs', about: 'dropped' }]);
  });

  it('are none in a line that has a tabulator before its price', async () => {
    const document = await readWhole('docx', docxOf(lines('Entrée\t2 €', 'Plat\t3 €')));
    expect(document.ok && blocksHtml(document.blocks).html).toBe('<p>Entrée 2 €</p>\n<p>Plat 3 €</p>');
  });
});

it('a break within the cell of a Markdown table stays within its row', () => {
  const { html } = renderMarkdown(
    '| Date | Quoi |\n|---|---|\n| 12 mai | 9 h : oral<br>14 h : écrit |\n| 13 mai | Sortie<br/> |\n',
  );
  const rows = [...html.matchAll(/<tr>\s*(.*?)\s*<\/tr>/gsu)].map(([, row = '']) => row.replace(/\s*\n\s*/gu, ''));
  expect(rows.slice(1)).toEqual([
    '<td>12 mai</td><td>9 h : oral<br>14 h : écrit</td>',
    '<td>13 mai</td><td>Sortie</td>',
  ]);
});
