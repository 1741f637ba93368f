import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bytes } from '../../../../../main/content/completeness/bytes.ts';
import { readCalendar } from '../../../../../main/content/kinds/calendar/read-calendar.ts';
import { completenessOf } from '../../../../../main/content/kinds/check-completeness.ts';
import type { Reading } from '../../../../../main/content/reading/reading.ts';
import { parseFile } from '../../../../../main/content/reading/text-worker.ts';
import type { Unit } from '../../../../../main/content/scan/unit.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-calendar-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function reading(name: string, bytes: Uint8Array): Promise<Reading> {
  const absolute = join(folder, name);
  await writeFile(absolute, bytes);
  const file = { path: name, absolute, size: bytes.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
  const unit: Unit = { kind: 'file', path: name, files: [file], alert: false, screens: null, signature: '' };
  const tools = {
    zone: 'Europe/Paris',
    writtenOn: () => Temporal.PlainDate.from('2026-04-01'),
    parse: () =>
      parseFile({ absolute, ending: '.ics', zone: 'Europe/Paris', reference: '2026-04-01', keepsContacts: false }),
  } as unknown as Parameters<typeof readCalendar>[1];
  return readCalendar(unit, tools);
}

const file = (...lines: string[]) => Buffer.from(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
const event = (uid: string, ...lines: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'];

describe('a calendar in the folder', () => {
  it('keeps its letters when a line was folded inside one, and says which line has a damaged one', async () => {
    const whole = file(...event('1', 'SUMMARY:Fête à l’école', 'DTSTART;VALUE=DATE:20260505', 'LOCATION:Pr~au'));
    const at = whole.indexOf('ê') + 1;
    const folded = Buffer.concat([whole.subarray(0, at), Buffer.from('\r\n '), whole.subarray(at)]);
    const { items, problems } = await reading(
      'a.ics',
      folded.map((byte) => (byte === 0x7e ? 0xe9 : byte)),
    );
    expect(items).toMatchObject([{ title: 'Fête à l’école', venue: 'Préau' }]);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'text-broken', message: expect.stringContaining('ligne 7') },
    ]);
  });

  it('shows an edited date under its own title and place, and the others under theirs', async () => {
    const series = event(
      '2',
      'SUMMARY:Permanence',
      'LOCATION:Bureau 12',
      'DTSTART:20260505T140000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY',
    );
    const edited = event(
      '2',
      'SUMMARY:Permanence au CDI',
      'LOCATION:CDI',
      'RECURRENCE-ID:20260512T140000',
      'DTSTART:20260513T100000',
      'DURATION:PT1H',
    );
    const { items, problems } = await reading('b.ics', file(...series, ...edited));
    expect(items.map(({ id, title }) => [id, title])).toEqual([
      ['b.ics#1', 'Permanence'],
      ['b.ics#2', 'Permanence au CDI'],
    ]);
    expect(items.map(({ line }) => line)).toEqual([2, 10]);
    expect(problems).toEqual([]);
  });

  it('is complete where a program has filled the name of a zone up with NUL, and not where its copy has holes', async () => {
    const bytes = file(...event('5', 'SUMMARY:Appel', 'DTSTART;TZID=America/New_York\0\0\0\0:20260505T080000'));
    expect(await completenessOf(Bytes.of(bytes), '.ics')).toMatchObject({ complete: true });
    expect((await reading('d.ics', bytes)).items).toMatchObject([{ title: 'Appel' }]);
    const hole = Buffer.concat([bytes.subarray(0, 60), Buffer.alloc(30), bytes.subarray(90)]);
    expect(await completenessOf(Bytes.of(hole), '.ics')).toMatchObject({ complete: false });
  });

  it('goes on after an event that is not understood, and says which one and where', async () => {
    const { items, problems } = await reading(
      'c.ics',
      file(
        ...event('3', 'SUMMARY:Sortie', 'DTSTART:31 juin'),
        ...event('4', 'SUMMARY:Forum', 'DTSTART;VALUE=DATE:20260505'),
      ),
    );
    expect(items).toMatchObject([{ title: 'Forum' }]);
    expect(problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('Sortie'), advice: expect.stringMatching(/\.$/u) },
    ]);
  });
});
