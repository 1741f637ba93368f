import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ZIP } from '../../../main/content/completeness/zip.ts';
import { parseWorkbook } from '../../../main/content/kinds/spreadsheets/parse-workbook.ts';
import { readCsv } from '../../../main/content/kinds/tables/csv.ts';
import { PLAIN_TEXT } from '../../../main/content/kinds/text/plain-text-format.ts';
import { withRelease } from '../../../main/content/press-release/document-text.ts';
import { inSchoolYear, schoolYearOf } from '../../../main/content/school-year.ts';
import { parseWhen } from '../../../main/when/french/parse-when.ts';
import { textDocument } from '../../support/read-document.ts';
import { makeXlsx } from '../../support/workbooks.ts';

const contextOn = (day: string, fileName = 'liste.csv') => {
  return { zone: 'Europe/Paris', reference: Temporal.PlainDate.from(day), keepsContacts: false, fileName };
};
interface Read {
  readonly events: readonly { readonly when: { readonly ranges: readonly { readonly from: string | null }[] } }[];
  readonly told: readonly { readonly code: string; readonly message: string }[];
}
const daysOf = ({ events }: Read): unknown[] => events.map(({ when }) => when.ranges[0]?.from);
const toldOf = ({ told }: Read): string[] =>
  told.filter(({ code }) => code === 'school-year').map(({ message }) => message);

const CELLS = ['5 juin', '14 septembre', '12 janvier'].map((day, at) => [day, `Réunion ${at + 1}`, 'CDI']);
const csv = (day: string, fileName: string, above: readonly string[] = []): Read => {
  const lines = [...above, 'Date;Titre;Lieu', ...CELLS.map((cells) => cells.join(';'))];
  const { events, faults } = readCsv(Buffer.from(lines.join('\n')), contextOn(day, fileName));
  return { events, told: faults };
};
const text = (day: string, title: string, fileName = 'liste.md'): Read => {
  const lines = [`# ${title}`, ...CELLS.map(([date, name, venue]) => `- ${date} : ${name} (${venue})`)];
  const document = textDocument('md', lines.join('\n'));
  const read = withRelease(document, {
    ...contextOn(day, fileName),
    bytes: Buffer.alloc(0),
    ending: '.md',
    format: PLAIN_TEXT,
  });
  if (!read.ok || read.release === null) throw new Error('no list of events');
  return { events: read.release.events, told: read.release.warnings };
};
const workbook = async (day: string, name: string): Promise<Read> => {
  const bytes = await makeXlsx([{ name, rows: [['Date', 'Titre', 'Lieu'], ...CELLS] }]);
  const read = await parseWorkbook({
    ...contextOn(day, 'liste.xlsx'),
    bytes: Buffer.from(bytes),
    ending: '.xlsx',
    format: ZIP,
  });
  if (!read.ok) throw new Error(read.fault.message);
  return { events: read.events, told: read.faults };
};

const OF_THE_YEAR = ['2027-06-05', '2026-09-14', '2027-01-12'];

describe('a list of a school year', () => {
  it.each([
    ['the summer before', '2026-07-02', '5 juin'],
    ['the first term', '2026-11-20', '14 septembre'],
    ['the spring', '2027-03-10', '14 septembre'],
    ['the autumn after, where it is only copied again', '2027-10-01', '5 juin'],
  ])('has its dates in that year, whenever it was saved: %s', async (_, day, told) => {
    for (const read of [
      csv(day, 'Calendrier 2026-2027.csv'),
      csv(day, 'liste.csv', ['Année scolaire 2026/2027']),
      text(day, 'Calendrier de l’année 2026-2027'),
      text(day, 'Calendrier', 'Réunions 2026-27.md'),
      await workbook(day, '2026-2027'),
    ]) {
      expect(daysOf(read)).toEqual(OF_THE_YEAR);
      expect(toldOf(read)).toEqual([expect.stringContaining('2026-2027')]);
      expect(toldOf(read)[0]?.replaceAll('\u00a0', ' ')).toContain(told);
    }
  });

  it('is told of only where that gives another day', () => {
    expect(toldOf(csv('2026-08-20', 'Calendrier 2026-2027.csv'))).toEqual([]);
    expect(toldOf(csv('2026-07-02', 'Calendrier.csv'))).toEqual([]);
  });

  it('keeps what comes before the year begins: « 10 juillet », written on the second', () => {
    const context = inSchoolYear(contextOn('2026-07-02'), ['Calendrier 2026-2027']);
    expect(parseWhen('10 juillet', context)).toMatchObject({ when: { ranges: [{ from: '2026-07-10' }] } });
  });

  it('is none where the year is what people register for, or no school year, or one of two', () => {
    const titles = [['Inscriptions 2026-2027'], ['Rentrée 2026-2027'], ['2026-05'], ['2026-2028'], ['1914-1918']];
    expect([...titles, ['Bilan 2025-2026', 'Projets 2026-2027']].map(schoolYearOf)).toEqual(Array(6).fill(null));
    expect(daysOf(csv('2026-04-20', 'Inscriptions 2026-2027.csv'))[0]).toBe('2026-06-05');
  });

  it('has any date of it in it, whenever it was saved from the spring before on', () => {
    const days = fc
      .integer({ min: 0, max: 364 })
      .map((after) => Temporal.PlainDate.from('2026-08-01').add({ days: after }));
    const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
    const saved = fc
      .integer({ min: -31, max: 500 })
      .map((after) => Temporal.PlainDate.from('2026-08-01').add({ days: after }));
    fc.assert(
      fc.property(days, saved, (day, reference) => {
        fc.pre(day.month !== 7 || Temporal.PlainDate.compare(reference, '2026-08-01') >= 0);
        const context = inSchoolYear({ ...contextOn('2026-08-01'), reference }, ['Agenda 2026-2027']);
        const read = parseWhen(`${day.day === 1 ? '1er' : day.day} ${months[day.month - 1]}`, context);
        expect(read).toMatchObject({ when: { ranges: [{ from: day.toString() }] } });
      }),
    );
  });
});
