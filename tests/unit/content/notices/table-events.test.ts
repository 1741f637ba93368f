import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ParseSource } from '../../../../main/content/kinds/file-kind.ts';
import { markdownBlocks } from '../../../../main/content/kinds/text/markdown-blocks.ts';
import { tableEvents } from '../../../../main/content/notices/table-events.ts';
import { withRelease } from '../../../../main/content/press-release/document-text.ts';
import { readWhole } from '../../../support/read-document.ts';
import { docxOf, wp, wtable } from '../../../support/word-bodies.ts';

describe('a row of Markdown that is struck through', () => {
  const table =
    '| Date | Titre | Lieu |\n|---|---|---|\n| 5 mai 2026 | Forum | CDI |\n| ~~6 mai 2026~~ | ~~Bal~~ | |\n';

  it('is a cancelled event', () => {
    const { events = [] } =
      tableEvents(markdownBlocks(table), { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-05-04') }) ??
      {};
    expect(events.map(({ title, status }) => [title, status?.kind])).toEqual([
      ['Forum', undefined],
      ['Bal', 'cancelled'],
    ]);
  });
});

describe('a table of Word whose columns only the reader of tables knows', () => {
  it.each([
    [[], []],
    [['Accompagnateurs'], ['csv-unknown-column']],
  ])('is read by its columns: the destination is the title, and hours are those of the bus %j', async (more, told) => {
    const rows = [
      ['Date', 'Destination', 'Classes', 'Départ', 'Retour', ...more],
      ['12 mai', 'Arboretum, Nozay', '5e B', '8h15', '17h', ...more.map(() => 'Mme Roux')],
      ['Du 18 au 22 mai', 'Porto', '4e A', '5h', '23h', ...more.map(() => 'M. Petit')],
    ];
    const reference = Temporal.PlainDate.from('2026-04-20');
    const source = { zone: 'Europe/Paris', reference, keepsContacts: false, fileName: 'sorties.docx', ending: '.docx' };
    const bytes = docxOf(wp('Sorties et voyages') + wtable(rows));
    const document = withRelease(await readWhole('docx', bytes), source as ParseSource);
    const events = document.ok ? (document.release?.events ?? []) : [];
    expect(
      events.map(({ title, when, town = '' }) => `${title} | ${when.label} | ${town}`.replace(/[\u00a0\u202f]/gu, ' ')),
    ).toEqual([
      'Arboretum, Nozay (5e B) | mardi 12 mai, 8 h 15 – 17 h | ',
      'Porto (4e A) | du 18 mai à 5 h au 22 mai à 23 h | ',
    ]);
    expect(document.ok && document.release?.warnings.map(({ code }) => code)).toEqual(told);
  });
});

describe('a calendar of Word whose months stand side by side', () => {
  it('is the list of what is written on its days', async () => {
    const days = (month: number) => Temporal.PlainYearMonth.from({ year: 2026, month }).daysInMonth;
    const cells = (month: number, day: number): string[] => {
      if (day > days(month)) return ['', '', ''];
      const { dayOfWeek } = Temporal.PlainDate.from({ year: 2026, month, day });
      return ['LMMJVSD'.charAt(dayOfWeek - 1), String(day), month === 5 && day === 12 ? 'Cross 14h' : ''];
    };
    const rows = Array.from({ length: 31 }, (_, at) => [...cells(5, at + 1), ...cells(6, at + 1)]);
    const table = wtable([['Mai 2026', '', '', 'Juin 2026', '', ''], ...rows]);
    const document = await readWhole('docx', docxOf(wp('Calendrier de fin d’année') + table));
    const reference = Temporal.PlainDate.from('2026-04-20');
    const { events = [] } =
      (document.ok && tableEvents(document.blocks, { zone: 'Europe/Paris', reference, fileName: 'c.docx' })) || {};
    expect(events.map(({ title, when }) => [title, when.label.replace(/[\u00a0\u202f]/gu, ' ')])).toEqual([
      ['Cross', 'mardi 12 mai, à 14 h'],
    ]);
  });
});
