import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ZIP } from '../../../../../main/content/completeness/zip.ts';
import { blocksHtml } from '../../../../../main/content/documents/blocks-html.ts';
import { parseWorkbook } from '../../../../../main/content/kinds/spreadsheets/parse-workbook.ts';
import { withoutPrivateColumns } from '../../../../../main/content/privacy/private-columns.ts';
import { shownGrid } from '../../../../support/html-tables.ts';
import { makeXlsx } from '../../../../support/workbooks.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const cell = (place: string, text: string, style = 0): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
const TWO_ROWS = `<row r="1">${cell('A1', 'Quoi')}${cell('B1', 'Combien')}</row><row r="2">${cell('A2', 'Ligne')}${cell('B2', 'sept')}</row>`;

interface Written {
  readonly rows?: string;
  /** Markup of the sheet before and behind its cells. */
  readonly before?: string;
  readonly behind?: string;
  /** The parts that are changed or added. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly change?: (name: string, text: string) => string;
}

/** A workbook of one sheet, its XML written by hand. */
async function written({ rows = TWO_ROWS, before = '', behind = '', parts = {}, change }: Written) {
  const made = Object.entries(unzipSync(await makeXlsx([{ rows: [['a', 'b']] }])));
  const texts = Object.fromEntries(made.map(([name, bytes]) => [name, strFromU8(bytes)]));
  const sheet = `<worksheet xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
  const all = { ...texts, 'xl/worksheets/sheet1.xml': sheet, ...parts };
  const bytes = Object.entries(all).map(([name, text]) => [name, strToU8(change?.(name, text) ?? text)]);
  return zipSync(Object.fromEntries(bytes));
}

async function shown(bytes: Uint8Array) {
  const table = await parseWorkbook({
    bytes,
    format: ZIP,
    ending: '.xlsx',
    zone: 'Europe/Paris',
    reference: Temporal.PlainDate.from('2026-04-01'),
    keepsContacts: false,
    fileName: 'classeur.xlsx',
  });
  if (!table.ok) return { cells: null, faults: [table.fault] };
  const { blocks, taken } = withoutPrivateColumns(table.blocks);
  return { cells: shownGrid(blocksHtml(blocks).html), blocks: table.blocks, taken, faults: table.faults };
}

const codes = ({ faults }: { faults: readonly { code: string }[] }): string[] =>
  faults.map(({ code }) => code).filter((code) => code !== 'table-plain');

/** Styles of which the first is white words, the second white words on blue, the third white words of a theme. */
const WHITE_STYLES = `<styleSheet xmlns="${SPREADSHEET}"><fonts><font><sz val="11"/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font><font><color theme="0" tint="-0.5"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F47A8"/></patternFill></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf fontId="1" applyFont="1"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf fontId="2" applyFont="1"/><xf fontId="3" applyFont="1"/></cellXfs></styleSheet>`;
const WHITE_ROWS = `<row r="1">${cell('A1', 'Titre', 2)}${cell('B1', 'Autre', 2)}</row><row r="2">${cell('A2', 'Ligne')}${cell('B2', 'secret', 1)}</row><row r="3">${cell('A3', 'gris', 4)}${cell('B3', 'secret', 3)}</row>`;

describe('of a workbook of Excel', () => {
  it('words in white on white paper are not shown, and told; those on a colour are', async () => {
    const read = await shown(await written({ rows: WHITE_ROWS, parts: { 'xl/styles.xml': WHITE_STYLES } }));
    expect(read.cells).toEqual([
      ['Titre', 'Autre'],
      ['Ligne', ''],
      ['gris', ''],
    ]);
    expect(codes(read)).toEqual(['sheet-white']);
  });

  it.each([
    ['a rule may colour the ground', '<conditionalFormatting sqref="A1:B3"/>'],
    ['a table has colours of its own', '<tableParts count="1"><tablePart r:id="rId9"/></tableParts>'],
    ['a picture lies behind the cells', '<picture r:id="rId9"/>'],
  ])('white words are shown where %s', async (_why, behind) => {
    const read = await shown(await written({ rows: WHITE_ROWS, behind, parts: { 'xl/styles.xml': WHITE_STYLES } }));
    expect(JSON.stringify(read.cells)).toContain('secret');
    expect(codes(read)).toEqual([]);
  });

  it.each([
    ['a column without width', { before: '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>' }],
    [
      'a row without height',
      {
        rows: `${TWO_ROWS}<row r="3" ht="0" customHeight="1">${cell('A3', 'sept')}${cell('B3', 'x')}</row>`.replace(
          'sept',
          'huit',
        ),
      },
    ],
  ])('what stands in %s is seen by nobody', async (_what, sheet) => {
    const read = await shown(await written(sheet));
    expect(JSON.stringify(read.blocks)).not.toContain('sept');
    expect(codes(read)).toEqual(['sheet-hidden']);
  });

  it('a picture in a cell is told as one, and is no formula that fails', async () => {
    const rows = `<row r="1">${cell('A1', 'Quoi')}${cell('B1', 'Logo')}</row><row r="2">${cell('A2', 'Ligne')}<c r="B2" t="e" vm="1"><v>#VALUE!</v></c></row>`;
    const read = await shown(await written({ rows }));
    expect(read.faults[0]?.message).toContain('sans ses images');
    expect(codes(read)).toEqual(['sheet-drawings']);
    const wrong = await shown(await written({ rows: rows.replace(' vm="1"', '') }));
    expect(codes(wrong)).toEqual(['sheet-error']);
  });

  it('a sheet that is one chart is told, and costs no other sheet', async () => {
    const bytes = await written({
      parts: { 'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${SPREADSHEET}"/>` },
      change: (name, text) => {
        if (name === 'xl/workbook.xml')
          return text.replace('</sheets>', '<sheet name="Graph1" sheetId="9" r:id="rId90"/></sheets>');
        return name === 'xl/_rels/workbook.xml.rels'
          ? text.replace(
              '</Relationships>',
              `<Relationship Id="rId90" Type="${RELATIONS}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
            )
          : text;
      },
    });
    const read = await shown(bytes);
    expect(read.cells).toEqual([
      ['Quoi', 'Combien'],
      ['Ligne', 'sept'],
    ]);
    expect(read.faults[0]?.message).toContain('sans ses graphiques');
  });

  it('the words above and below its printed pages are told, but not their numbers and names', async () => {
    const margin = (text: string) => `<headerFooter><oddHeader>${text}</oddHeader></headerFooter>`;
    const told = await shown(
      await written({
        behind: margin('&amp;L&amp;"Arial,Gras"&amp;14Semaine du goût&amp;C&amp;A&amp;RPage &amp;P de &amp;N'),
      }),
    );
    expect(told.faults[0]?.message).toContain('«\u00a0Semaine du goût\u00a0»');
    for (const plain of [
      '&amp;C&amp;A',
      '&amp;RPage &amp;P sur &amp;N',
      '&amp;L&amp;F&amp;R&amp;D',
      '&amp;C- &amp;P -',
      '&amp;C&amp;G',
    ]) {
      expect(codes(await shown(await written({ behind: margin(plain) }))), plain).toEqual([]);
    }
  });

  it('a zero is not shown where its sheet hides zeros, and is where it does not', async () => {
    const rows = `<row r="1">${cell('A1', 'Clos')}${cell('B1', 'Combien')}</row><row r="2">${cell('A2', 'Ligne')}<c r="B2"><f>1-1</f><v>0</v></c></row><row r="3">${cell('A3', 'Autre')}<c r="B3"><v>10</v></c></row>`;
    const view = (zeros: string) => `<sheetViews><sheetView showZeros="${zeros}" workbookViewId="0"/></sheetViews>`;
    const hidden = await shown(await written({ rows, before: view('0') }));
    expect([hidden.cells?.slice(1), codes(hidden)]).toEqual([
      [
        ['Ligne', ''],
        ['Autre', '10'],
      ],
      [],
    ]);
    const seen = await shown(await written({ rows, before: view('1') }));
    expect(seen.cells?.[1]).toEqual(['Ligne', '0']);
  });

  it('what older programs read in the place of a new chart is not told as words of the sheet', async () => {
    const names =
      'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"';
    const words = (text: string) =>
      `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
    const drawing = `<xdr:wsDr ${names}><mc:AlternateContent><mc:Choice><cx:chart/></mc:Choice><mc:Fallback>${words('Ce graphique n’est pas disponible')}</mc:Fallback></mc:AlternateContent>${words('Vu')}</xdr:wsDr>`;
    const relation = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`;
    const read = await shown(
      await written({
        parts: { 'xl/drawings/drawing1.xml': drawing, 'xl/worksheets/_rels/sheet1.xml.rels': relation },
      }),
    );
    expect(read.faults[0]?.message).toMatch(
      /sans ses graphiques et sans les mots de ses zones de texte, «\u00a0Vu\u00a0»/u,
    );
  });

  it('a moment that a strict workbook writes as a text is a moment', async () => {
    const styles = `<styleSheet xmlns="${SPREADSHEET}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>`;
    const rows = `<row r="1">${cell('A1', 'Clos')}${cell('B1', 'Combien')}</row><row r="2">${cell('A2', 'Bal')}<c r="B2" s="1" t="d"><v>2026-05-05T00:00:00Z</v></c></row>`;
    const read = await shown(await written({ rows, parts: { 'xl/styles.xml': styles } }));
    expect(read.cells?.[1]).toEqual(['Bal', '05/05/2026']);
  });

  it('folders that are parted as Windows does are folders', async () => {
    const usual = unzipSync(await written({}));
    const bytes = zipSync(
      Object.fromEntries(Object.entries(usual).map(([name, part]) => [name.replaceAll('/', '\\'), part])),
    );
    expect((await shown(bytes)).cells?.[1]).toEqual(['Ligne', 'sept']);
  });

  it('telephone numbers that lost their first zero are not shown; other numbers of nine figures are', async () => {
    const rows = (heading: string, value: string) =>
      `<row r="1">${cell('A1', 'Club')}${cell('B1', heading)}</row><row r="2">${cell('A2', 'Échecs')}<c r="B2"><v>${value}</v></c></row>`;
    for (const heading of ['Téléphone', 'Tél.', 'N° de portable', 'Contact']) {
      const { taken, cells } = await shown(await written({ rows: rows(heading, '612345678') }));
      expect([taken, JSON.stringify(cells)], heading).toEqual([[heading], expect.not.stringContaining('345')]);
    }
    for (const [heading, value] of [
      ['Population', '612345678'],
      ['Siren', '612345678'],
      ['Contact', '12'],
      ['Téléphone', '3018'],
      ['Tel quel', '4'],
    ] as const) {
      expect((await shown(await written({ rows: rows(heading, value) }))).taken, heading).toEqual([]);
    }
  });
});
