import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../main/content/documents/table.ts';
import { hasLooseTable } from '../../../../main/content/kinds/pdf/loose-table.ts';
import { runsToBlocks } from '../../../../main/content/kinds/pdf/pdf-blocks.ts';
import { readPressRelease } from '../../../../main/content/press-release/read-press-release.ts';
import { readDocument } from '../../../support/read-document.ts';
import { sharedCase } from '../../../support/shared-cases.ts';
import { makeTablePdf } from '../../../support/text-pdf.ts';
import { docxOf, odtOf, tp, wp, wtable } from '../../../support/word-bodies.ts';
import { outlineOf } from './release-outline.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') };
const TITLE = 'Communiqué : programme de la semaine';
const HEAD = ['Date', 'Heure', 'Ville', 'Action', 'Lieu'];
/** The date of the first row holds for the two; one town and one venue are missing. */
const ROWS = [
  ['Mardi 5 mai 2026', '9h', 'Arles (13)', 'Forum des métiers', 'CIO'],
  ['', '14h', 'Sète (34)', 'Atelier CV', ''],
  ['Jeudi 7 mai 2026', '18h', '', 'Réunion des parents', 'Mairie'],
];
const EVENTS = [
  'Arles | 13 | Forum des métiers | CIO | 2026-05-05 09:00-',
  'Sète | 34 | Atelier CV | – | 2026-05-05 14:00-',
  ' | – | Réunion des parents | Mairie | 2026-05-07 18:00-',
];

/** How the date that holds for two rows is written: as a cell that reaches down, or over an empty one. */
type Merge = 'merged' | 'empty';

const DOCUMENTS: [string, string, (merge: Merge) => Uint8Array][] = [
  [
    'docx',
    'Word',
    (merge) =>
      docxOf(
        wp(TITLE) +
          wtable([
            HEAD,
            ...ROWS.map((row, at) =>
              row.map((text, column): string | [string, string] => {
                if (column > 0 || merge === 'empty' || at > 1) return text;
                return [wp(text), at === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'];
              }),
            ),
          ]),
      ),
  ],
  [
    'odt',
    'OpenDocument',
    (merge) => {
      const rows = [HEAD, ...ROWS].map((row, at) => {
        const cells = row.map((text, column) => {
          if (merge === 'merged' && column === 0 && at === 2) return '<table:covered-table-cell/>';
          const down = merge === 'merged' && column === 0 && at === 1 ? ' table:number-rows-spanned="2"' : '';
          return `<table:table-cell${down}>${tp(text)}</table:table-cell>`;
        });
        return `<table:table-row>${cells.join('')}</table:table-row>`;
      });
      return odtOf(`${tp(TITLE)}<table:table>${rows.join('')}</table:table>`);
    },
  ],
  [
    'pdf',
    'PDF',
    (merge) => {
      const cells = [HEAD, ...ROWS].flatMap((row, top) =>
        row.map((text, left) => ({ top, left, rows: 1, columns: 1, text })),
      );
      const merged = cells
        .filter((cell) => cell.left > 0 || cell.top !== 2)
        .map((cell) => (cell.left === 0 && cell.top === 1 ? { ...cell, rows: 2 } : cell));
      return makeTablePdf(TITLE, merge === 'merged' ? merged : cells, 'strokes');
    },
  ],
];

async function eventsOf(extension: string, bytes: Uint8Array): Promise<string[]> {
  const document = await readDocument(extension, bytes);
  return document.ok ? outlineOf(readPressRelease(document.blocks, context)) : [document.fault.code];
}

describe('a programme in a table', () => {
  it.each(DOCUMENTS)('has its dates, venues and empty cells in place: .%s', async (extension, _name, make) => {
    expect(await eventsOf(extension, make('merged'))).toEqual(EVENTS);
    expect(await eventsOf(extension, make('empty'))).toEqual(EVENTS);
  });

  it('has its dates, venues and empty cells in place: .md', async () => {
    const rows = [HEAD, HEAD.map(() => '---'), ...ROWS].map((row) => `| ${row.join(' | ')} |`);
    expect(await eventsOf('md', Buffer.from(`${TITLE}\n\n${rows.join('\n')}\n`))).toEqual(EVENTS);
  });

  it('has no month over its rows in an event, and words that are no hours are not lost', async () => {
    const table =
      '| Date | Horaire | Action |\n|---|---|---|\n| 5 mai | 9h 12h | Forum |\n| JUIN | | |\n| 2 juin | 14h | Concert |\n';
    const document = await readDocument('md', Buffer.from(`${TITLE}\n\n${table}`));
    const release = document.ok ? readPressRelease(document.blocks, context) : null;
    expect(release?.events.map(({ title, description }) => [title, description?.replace(/\s/gu, ' ')])).toEqual([
      ['Forum', 'Horaire : 9h 12h'],
      ['Concert', undefined],
    ]);
  });

  it('that was read wrongly is read right', async (test) => {
    expect(await eventsOf('docx', await sharedCase(test, 'dates', 'texts/t16-tableau.docx'))).toMatchObject([
      expect.stringMatching(/Forum des métiers \| CIO/u),
      expect.stringMatching(/Atelier Parcoursup \| Lycée Jules-Uhry/u),
      expect.stringMatching(/Réunion des parents de 3e \| Collège Mermoz/u),
    ]);
  });

  it('of two pages of a PDF is one table: its heading is read once, and a row that is cut is one row', () => {
    const cell = (text: string, column: number, row: number) => ({
      text,
      x: 40 + column * 150,
      y: 80 + row * 20,
      x2: 90 + column * 150,
      size: 10,
    });
    const rules = (rows: number) => [
      ...[0, 1, 2, 3].map((column) => ({ isVertical: true, at: 35 + column * 150, from: 65, to: 65 + rows * 20 })),
      ...Array.from({ length: rows + 1 }, (_, row) => ({ isVertical: false, at: 65 + row * 20, from: 35, to: 485 })),
    ];
    const page = (rows: readonly (readonly string[])[]) => ({
      width: 595,
      height: 842,
      runs: rows.flatMap((row, at) => row.map((text, column) => cell(text, column, at))),
      rules: rules(rows.length),
    });
    const head = ['Date', 'Action', 'Lieu'];
    const pages = [
      page([head, ['5 mai 2026', 'Forum', 'CIO']]),
      page([head, ['', 'des métiers', ''], ['', 'Atelier', 'CDI'], ['7 mai 2026', 'Concours', '']]),
    ];
    expect(linesOf(runsToBlocks(pages)).map(({ cells }) => cells)).toEqual([
      head,
      ['5 mai 2026', 'Forum des métiers', 'CIO'],
      ['', 'Atelier', 'CDI'],
      ['7 mai 2026', 'Concours', ''],
    ]);
  });

  it('without lines between its cells announces nothing: which date is that of which event nobody can tell', () => {
    const run = (text: string, x: number, y: number) => ({ text, x, y, x2: x + text.length * 5, size: 10 });
    const page = (rows: readonly (readonly string[])[]) => ({
      width: 595,
      height: 842,
      runs: rows.flatMap((row, at) => row.map((text, column) => run(text, 40 + column * 180, 80 + at * 18))),
    });
    const dated = [
      ['Mardi 5 mai', 'Forum des métiers', 'CIO'],
      ['Mercredi 6 mai', 'Atelier CV', 'Mairie'],
      ['Jeudi 7 mai', 'Réunion', 'Lycée'],
    ];
    expect(hasLooseTable([page(dated)])).toBe(true);
    expect(hasLooseTable([page(dated.map(([date = '', event = '']) => [event, date]))])).toBe(true);
    expect(hasLooseTable([page(dated.slice(1))])).toBe(false);
    expect(hasLooseTable([page(dated.map(([date = '']) => [date]))])).toBe(false);
    expect(hasLooseTable([page(dated.map(([, event = '', place = '']) => [event, place]))])).toBe(false);
  });
});
