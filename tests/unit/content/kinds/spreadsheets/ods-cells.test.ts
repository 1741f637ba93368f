import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ZIP } from '../../../../../main/content/completeness/zip.ts';
import { blocksHtml } from '../../../../../main/content/documents/blocks-html.ts';
import { parseWorkbook } from '../../../../../main/content/kinds/spreadsheets/parse-workbook.ts';
import { shownGrid } from '../../../../support/html-tables.ts';
import { makeOds } from '../../../../support/workbooks.ts';

const cell = (text: string, style = ''): string =>
  `<table:table-cell office:value-type="string"${style === '' ? '' : ` table:style-name="${style}"`}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: readonly string[], attributes = ''): string =>
  `<table:table-row${attributes}>${cells.join('')}</table:table-row>`;
const HEADING = row([cell('Clos'), cell('Combien')]);

const STYLES = [
  '<style:style style:name="white" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>',
  '<style:style style:name="on-blue" style:family="table-cell"><style:table-cell-properties fo:background-color="#1f47a8"/><style:text-properties fo:color="#ffffff"/></style:style>',
  '<style:style style:name="if" style:family="table-cell"><style:text-properties fo:color="#ffffff"/><style:map style:condition="cell-content()&gt;1" style:apply-style-name="on-blue"/></style:style>',
  '<style:style style:name="thin" style:family="table-column"><style:table-column-properties style:column-width="0cm"/></style:style>',
  '<style:style style:name="sheet" style:family="table" style:master-page-name="Page"/>',
  '<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0.00cm"/></style:style>',
].join('');
const NAMES =
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';

/** What is shown of a sheet with this content, and what is told of it; `masters`: the pages on which it is printed. */
async function shown(content: string, masters = '') {
  const made = unzipSync(makeOds([{ rows: [['a', 'b']] }]));
  const usual = strFromU8(made['content.xml'] ?? new Uint8Array());
  const start = usual
    .slice(0, usual.indexOf('<office:body'))
    .replace(/<office:automatic-styles>.*<\/office:automatic-styles>/su, '');
  const xml = `${start}<office:automatic-styles ${NAMES}>${STYLES}</office:automatic-styles><office:body ${NAMES}><office:spreadsheet><table:table table:name="Mai" table:style-name="sheet">${content}</table:table></office:spreadsheet></office:body></office:document-content>`;
  const table = await parseWorkbook({
    bytes: zipSync({ ...made, 'content.xml': strToU8(xml), 'styles.xml': strToU8(stylesOf(masters)) }),
    format: ZIP,
    ending: '.ods',
    zone: 'Europe/Paris',
    reference: Temporal.PlainDate.from('2026-04-01'),
    keepsContacts: false,
    fileName: 'classeur.ods',
  });
  if (!table.ok) throw new Error(table.fault.code);
  return {
    cells: shownGrid(blocksHtml(table.blocks).html),
    codes: table.faults.map(({ code }) => code).filter((code) => code !== 'table-plain'),
    told: table.faults.map(({ message }) => message).join(' '),
  };
}

const stylesOf = (masters: string): string =>
  `<office:document-styles ${NAMES} xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:master-styles>${masters}</office:master-styles></office:document-styles>`;

describe('of a workbook of LibreOffice', () => {
  it('the words that are printed above and below are told, without the name of the sheet and the number of the page', async () => {
    const master = (name: string, words: string): string =>
      `<style:master-page style:name="${name}"><style:header><text:p><text:sheet-name>???</text:sheet-name></text:p></style:header><style:header-left style:display="false"><text:p>Éteint</text:p></style:header-left><style:footer><style:region-left><text:p>${words}</text:p></style:region-left><style:region-right><text:p>Page <text:page-number>1</text:page-number></text:p><text:p>Seite <text:page-number>1</text:page-number> von 3</text:p><text:p>Página 1</text:p></style:region-right></style:footer></style:master-page>`;
    const plain = await shown(HEADING, master('Page', '') + master('Autre', 'Brouillon'));
    expect(plain.codes).toEqual([]);
    const own = await shown(HEADING, master('Page', 'Semaine du goût') + master('Autre', 'Brouillon'));
    expect(own.codes).toEqual(['sheet-drawings']);
    expect(own.told).toContain('Semaine du goût');
    expect(own.told).not.toMatch(/Brouillon|Éteint|Page|Seite|Página|\?\?\?/u);
  });

  it('a date in a cell that is that of today is told', async () => {
    const dated =
      '<table:table-cell office:value-type="string"><text:p>Le <text:date>12/05/2026</text:date></text:p></table:table-cell>';
    expect(await shown(row([cell('Clos'), dated]))).toMatchObject({ codes: ['sheet-today'] });
  });

  it('words in white on white paper are not shown, and told; those on a colour are', async () => {
    const rows =
      row([cell('Titre', 'on-blue'), cell('Autre', 'on-blue')]) + row([cell('Ligne'), cell('secret', 'white')]);
    expect(await shown(rows)).toMatchObject({
      cells: [
        ['Titre', 'Autre'],
        ['Ligne', ''],
      ],
      codes: ['sheet-white'],
    });
  });

  it.each([
    ['a rule colours the cell', HEADING + row([cell('Ligne'), cell('vu', 'if')])],
    [
      'rules colour cells of the sheet',
      `${HEADING}${row([cell('Ligne'), cell('vu', 'white')])}<calcext:conditional-formats/>`,
    ],
    [
      'a drawing lies on the sheet',
      `<table:shapes><draw:rect/></table:shapes>${HEADING}${row([cell('Ligne'), cell('vu', 'white')])}`,
    ],
  ])('white words are shown where %s', async (_why, content) => {
    expect((await shown(content)).cells[1]).toEqual(['Ligne', 'vu']);
  });

  it.each([
    [
      'a column without width',
      `<table:table-column/><table:table-column table:style-name="thin"/>${row([cell('Clos'), cell('x')])}${row([cell('Ligne'), cell('secret')])}`,
    ],
    [
      'a row without height',
      HEADING + row([cell('secret'), cell('x')], ' table:style-name="flat"') + row([cell('Ligne'), cell('y')]),
    ],
  ])('what stands in %s is seen by nobody', async (_what, content) => {
    const { cells, codes } = await shown(content);
    expect(JSON.stringify(cells)).not.toContain('secret');
    expect(codes).toEqual(['sheet-hidden']);
  });

  it.each([
    ['a number', 'office:value-type="float" office:value="12.5"', '12,5'],
    ['a share', 'office:value-type="percentage" office:value="0.25"', '25 %'],
    ['a price', 'office:value-type="currency" office:currency="EUR" office:value="12.5"', '12,50 €'],
    ['a day', 'office:value-type="date" office:date-value="2026-05-05"', '05/05/2026'],
    ['a day with its hour', 'office:value-type="date" office:date-value="2026-05-05T14:30:00"', '05/05/2026 14:30'],
    ['an hour', 'office:value-type="time" office:time-value="PT8H05M00S"', '08:05'],
    ['a text', 'office:value-type="string" office:string-value="Bal"', 'Bal'],
    ['a truth', 'office:value-type="boolean" office:boolean-value="true"', 'oui'],
    ['nothing', 'table:style-name="white"', ''],
  ])('a value that is written without its words is shown: %s', async (_what, attributes, text) => {
    const { cells } = await shown(HEADING + row([cell('Ligne'), `<table:table-cell ${attributes}/>`]));
    expect(cells[1]?.[1]?.replaceAll(/\s/gu, ' ')).toBe(text);
  });

  it('a value that its format hides is not shown', async () => {
    for (const value of [
      'office:value-type="float" office:value="42"',
      'office:value-type="date" office:date-value="2026-05-05"',
    ]) {
      const { cells } = await shown(
        HEADING + row([cell('Ligne'), `<table:table-cell ${value}><text:p/></table:table-cell>`]),
      );
      expect(cells[1]).toEqual(['Ligne', '']);
    }
  });
});
