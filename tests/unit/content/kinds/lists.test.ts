import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../main/content/kinds/calendar/read-calendar.ts';
import { readTable } from '../../../../main/content/kinds/tables/read-table.ts';
import type { Reading, ReadTools } from '../../../../main/content/reading/reading.ts';
import { parseFile } from '../../../../main/content/reading/text-worker.ts';
import type { Unit } from '../../../../main/content/scan/unit.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-lists-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a calendar or a table of this name becomes. */
async function reading(name: string, text: string): Promise<Reading> {
  const absolute = join(folder, name);
  await writeFile(absolute, text);
  const file = { path: name, absolute, size: text.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
  const unit: Unit = { kind: 'file', path: name, files: [file], alert: false, screens: null, signature: '' };
  const tools = {
    zone: 'Europe/Paris',
    writtenOn: () => Temporal.PlainDate.from('2026-04-01'),
    parse: () =>
      parseFile({
        absolute,
        ending: name.slice(-4),
        zone: 'Europe/Paris',
        reference: '2026-04-01',
        keepsContacts: false,
      }),
  } as unknown as ReadTools<never>;
  return (name.endsWith('.ics') ? readCalendar : readTable)(unit, tools);
}

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20260505', ...lines]
    .concat('END:VEVENT', 'END:VCALENDAR', '')
    .join('\r\n');

describe('a list of events from another program', () => {
  it('shows no telephone number and no address, whichever it is', async () => {
    const table = await reading(
      'a.csv',
      'date;titre;lieu;description;ville;partenaires\n5 mai;Réunion au 03 44 00 00 01;CIO, 03 44 00 00 02;Appeler le 03 44 00 00 03 ou a@b.fr;Arles;Mme D, d@e.fr\n',
    );
    const agenda = await reading(
      'a.ics',
      calendar('SUMMARY:Réunion au 03 44 00 00 01', 'LOCATION:CIO\\, 03 44 00 00 02', 'DESCRIPTION:Appeler a@b.fr'),
    );
    for (const { items } of [table, agenda]) {
      expect(items).toMatchObject([{ title: 'Réunion', venue: 'CIO' }]);
      expect(JSON.stringify(items)).not.toMatch(/03 ?44|@/u);
    }
  });

  it('shows the words of an HTML description, not its tags', async () => {
    const { items } = await reading(
      'b.ics',
      calendar(
        'SUMMARY:Forum &amp; salon',
        'DESCRIPTION:<p>Venez <b>nombreux</b>.</p><p>Contact <b>03 44 00 00 01</b><br> </p>',
      ),
    );
    expect(items).toMatchObject([{ title: 'Forum & salon', description: 'Venez nombreux.' }]);
  });

  it('shows commas and lines of a title or a place as they are read, on one line', async () => {
    const { items } = await reading(
      'c.ics',
      calendar('SUMMARY:Forum\\, salon\\net fête', 'LOCATION:CIO\\, salle 2\\n12 rue Haute\\n60000 Ville'),
    );
    expect(items).toMatchObject([{ title: 'Forum, salon et fête', venue: 'CIO, salle 2, 12 rue Haute, 60000 Ville' }]);
  });

  it('shows no place for a meeting that is held on the web', async () => {
    const { items } = await reading('e.ics', calendar('SUMMARY:Bilan', 'LOCATION:https://meet.example.org/abc'));
    expect(items).toMatchObject([{ title: 'Bilan' }]);
    expect(items[0]).not.toHaveProperty('venue');
  });

  it('is a problem where it holds nothing at all', async () => {
    const table = await reading('f.csv', 'date;titre\n;\n');
    const agenda = await reading('f.ics', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');
    expect(table).toMatchObject({ items: [], problems: [{ severity: 'refused', code: 'csv-empty' }] });
    expect(agenda).toMatchObject({ items: [], problems: [{ severity: 'refused', code: 'calendar-empty' }] });
  });

  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['javascript:alert(1)', undefined],
    ['message:%3C1@x%3E', undefined],
  ])('links only to the web: %s', async (url, link) => {
    const { items } = await reading('d.ics', calendar('SUMMARY:Forum', `URL:${url}`));
    expect(items[0]).toMatchObject({ kind: 'event', title: 'Forum' });
    expect(items[0] && 'link' in items[0] ? items[0].link : undefined).toBe(link);
  });

  it('that is shown as the table that it is lasts until the week that stands above it is over', async () => {
    const week = 'Semaine du 6 au 10 avril 2026;;\n;Lundi;Mardi\n8h-10h;Cross;Oral blanc\n';
    const { items, problems } = await reading('planning.csv', week);
    expect(items).toMatchObject([{ kind: 'text', when: { ranges: [{ from: null, to: '2026-04-10' }] } }]);
    expect(problems.map(({ code }) => code)).toEqual(['table-plain', 'text-until-day']);
  });

  it('has titles under « Atelier » and « Club »', async () => {
    const { items } = await reading(
      'ateliers.csv',
      'Atelier;Animateur;Jour;Horaire\nÉchecs;M. Roux;mardi;12h30 - 13h30\n',
    );
    expect(items).toMatchObject([{ title: 'Échecs', when: { weekdays: [{ weekday: 2 }] } }]);
  });
});
