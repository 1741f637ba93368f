import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isNamedHolidays } from '../../../main/content/kinds/calendar/holiday-calendar.ts';
import { foreign } from '../../../main/content/kinds/foreign/kind.ts';
import { kindOfEnding } from '../../../main/content/kinds/kinds.ts';
import { knownKey } from '../../../main/content/kinds/text/front-matter-keys.ts';
import { endingOf } from '../../../main/content/names/endings.ts';
import { datesOfPath } from '../../../main/content/names/file-name.ts';
import type { Programme, Slide } from '../../../main/contract.ts';
import { defaultSite, readSite } from '../../../main/settings/site.ts';
import { parseWhen } from '../../../main/when/french/parse-when.ts';
import { type RunningApp, startApp, testClock } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { pdf } from '../../support/media-files.ts';
import { createFolders, type Folders } from '../../support/service.ts';
import { type GuideExample, quotedIn, readStaffGuide } from '../../support/staff-guide.ts';
import { makeXlsx } from '../../support/workbooks.ts';

const guide = await readStaffGuide();
const reference = Temporal.PlainDate.from('2026-05-01');
const read = parseWhen(guide.day, { zone: 'Europe/Paris', reference });
const TODAY = (read.ok && read.when.ranges[0]?.from) || '';

/** The bytes of a file of an example, as the page describes it. */
function bytesOf(path: string, { inside }: GuideExample): Promise<Uint8Array> | Uint8Array | string {
  const ending = endingOf(path);
  if (ending === '.pdf') return pdf();
  if (ending === '.xlsx')
    return makeXlsx([{ rows: [inside, inside.map((day) => `Purée ${day}`), inside.map((day) => `Poire ${day}`)] }]);
  if (ending === '.url') return '[InternetShortcut]\r\nURL=https://www.example.org/inscriptions\r\n';
  return `${inside.join('\n')}\n`;
}

/** Drops the files of an example on its day; they were written on the same day. */
async function drop(folders: Folders, example: GuideExample): Promise<void> {
  for (const path of example.paths) {
    await folders.write(path, await bytesOf(path, example));
    const written = new Date(`${TODAY}T08:00:00Z`);
    await utimes(join(folders.content, path), written, written);
  }
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');
const wordsOf = (slides: readonly Slide[]) => plain(JSON.stringify(slides));
const isAlert = ({ paths }: GuideExample) => paths.some((path) => path.startsWith('alerte/'));

let folders: Folders;
let app: RunningApp;
beforeAll(async () => {
  folders = await createFolders();
  const zone = guide.spans('Les réglages').find((span) => span.startsWith('vacances:'));
  await folders.write('preau.yml', `${zone}\n`);
  const calm = guide.examples.filter((example) => !isAlert(example));
  for (const example of calm) await drop(folders, example);
  app = await startApp(folders, testClock(`${TODAY}T09:00`));
  const sources = calm.flatMap(({ paths }) => paths);
  await eventually(
    app.catalogue,
    ({ items }) => sources.every((path) => items.some(({ file }) => file === path)),
    30_000,
  );
}, 40_000);
afterAll(async () => {
  await app.close();
  await folders.dispose();
});

const at = async (when: string): Promise<Programme> =>
  (await (await app.get(`api/programme?at=${when}`)).json()) as Programme;

/** What is on the wall of one file, and in the agendas, at an instant. */
async function wall(when: string, [path = '']: readonly string[]) {
  const { slides } = await at(when);
  const own = slides.filter(({ source }) => source === path);
  return { own, agenda: wordsOf(slides.filter(({ kind }) => kind === 'agenda')), words: wordsOf(slides) };
}

type Check = (example: GuideExample) => Promise<void>;

/** What the wall does with each example, by the first file that the page names. */
const CHECKS: Readonly<Record<string, Check>> = {
  'du 18 au 22 mai - Exposition.pdf': async ({ paths }) => {
    const shown = ['05-17', '05-18', '05-22', '05-23'].map(
      async (day) => (await wall(`2026-${day}`, paths)).own.length,
    );
    expect(await Promise.all(shown)).toEqual([0, 1, 1, 0]);
  },
  '19 mai 14h - Visite du lycée.txt': async ({ paths, promise, inside }) => {
    const [title = '', soon] = quotedIn(promise);
    const before = (await at('2026-05-18T09:00')).slides.find(
      (slide) => slide.kind === 'agenda' && slide.title === soon,
    );
    expect(plain(JSON.stringify(before))).toContain(title);
    expect((await wall('2026-05-19T08:00', paths)).agenda).toContain(title);
    expect((await wall('2026-05-19T14:00', paths)).words).toContain(inside[0]);
  },
  'demain - Photo de classe.txt': async ({ paths, promise }) => {
    const [title] = quotedIn(promise);
    expect((await wall('2026-05-18', paths)).own).toEqual([]);
    expect((await wall('2026-05-19', paths)).own).toMatchObject([{ title }]);
    expect((await wall('2026-05-20', paths)).own).toEqual([]);
  },
  'tous les mardis sauf vacances - Club d’échecs.txt': async ({ paths, promise }) => {
    const [title] = quotedIn(promise);
    const days = ['2026-05-18', '2026-05-19', '2026-05-26', '2026-07-07', '2026-04-14'];
    const shown = await Promise.all(days.map(async (day) => (await wall(day, paths)).own.map((slide) => slide.title)));
    expect(shown).toEqual([[], [title], [title], [], []]);
  },
  'Menu du 18 au 22 mai.xlsx': async ({ paths, promise, inside }) => {
    const [today = '', tomorrow = ''] = quotedIn(promise);
    const noon = await wall('2026-05-18T12:00', paths);
    expect(noon.own).toMatchObject([{ kind: 'menu' }]);
    expect(wordsOf(noon.own)).toContain(`Purée ${inside[0]}`);
    expect(wordsOf(noon.own)).toContain(today);
    const later = wordsOf((await wall('2026-05-18T14:01', paths)).own);
    expect(later).toContain(`Purée ${inside[1]}`);
    expect(later).toContain(tomorrow);
  },
  'absences/18 mai.txt': async ({ promise }) => {
    const [teacher = ''] = quotedIn(promise);
    const words = async (when: string) => wordsOf((await at(when)).slides.filter(({ kind }) => kind === 'absences'));
    expect(await words('2026-05-18T10:30')).toContain(teacher);
    expect(await words('2026-05-18T11:01')).not.toContain(teacher);
  },
  'ANNULÉ - 21 mai 18h - Conseil.txt': async ({ promise }) => {
    const [council, cancelled, outing, postponed = ''] = quotedIn(promise);
    const today = (await at('2026-05-21')).slides.find((slide) => slide.kind === 'agenda');
    const entries = today?.sections.flatMap((section) => section.entries) ?? [];
    const told = new Map(entries.map(({ title, status }) => [title, plain(status?.label ?? '')]));
    expect(told.get(council ?? '')).toBe(cancelled);
    expect(told.get(outing ?? '')).toContain(postponed);
    expect((await wall('2026-05-28', [])).words).toContain(outing);
    expect((await wall('2026-05-28', [])).words).not.toContain(postponed);
  },
  'Compte à rebours - 26 juin - Brevet.txt': async ({ paths, promise }) => {
    const [title] = quotedIn(promise);
    const days = Number(/J – (\d+)/u.exec(promise)?.[1]);
    expect((await wall(TODAY, paths)).own).toMatchObject([{ kind: 'countdown', title, days }]);
    expect((await wall('2026-05-19', paths)).own).toMatchObject([{ days: days - 1 }]);
    expect((await wall('2026-06-27', paths)).own).toEqual([]);
  },
  'Inscriptions.url': async ({ paths, promise }) => {
    const [title] = quotedIn(promise);
    expect((await wall(TODAY, paths)).own).toMatchObject([
      { kind: 'text', title, links: [{ url: expect.any(String) }] },
    ]);
  },
  'alerte/Évacuation.txt': async (example) => {
    const [words = ''] = quotedIn(example.promise);
    await drop(folders, example);
    const { slides } = await eventually(app.programme, (programme) => programme.slides[0]?.kind === 'alert');
    expect(slides).toHaveLength(1);
    expect(wordsOf(slides)).toContain(words);
    for (const path of example.paths) await folders.remove(path);
    await eventually(app.programme, (programme) => programme.slides[0]?.kind !== 'alert');
  },
};

describe('the examples of the staff guide', () => {
  test('are ten, and each is tried', () => {
    expect(guide.examples.map(({ paths: [first] }) => first)).toEqual(Object.keys(CHECKS));
    expect(guide.examples).toHaveLength(10);
    expect(TODAY).toBe('2026-05-18');
  });

  test.each(guide.examples.map((example) => ({ example, name: example.paths.join(', ') })))(
    '$name: the wall does what the page says',
    async ({ example }) => {
      await CHECKS[example.paths[0] ?? '']?.(example);
    },
  );

  test('none of the calm ones is refused', async () => {
    const { problems } = await app.catalogue();
    expect(problems.filter(({ severity }) => severity === 'refused')).toEqual([]);
  });
});

describe('the staff guide', () => {
  test('is a page', () => {
    expect(guide.text.length).toBeLessThan(5_450);
  });

  test('names settings that are understood as they stand', () => {
    const lines = guide.spans('Les réglages').filter((span) => span.includes(':'));
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) {
      const { site, problems } = readSite(line, reference, defaultSite);
      expect([line, problems]).toEqual([line, []]);
      expect([line, site]).not.toEqual([line, defaultSite]);
    }
  });

  test('names a calendar that is that of the holidays', () => {
    expect(guide.spans('Les réglages').filter((span) => span.endsWith('.ics') && isNamedHolidays(span))).toEqual([
      'vacances.ics',
    ]);
  });

  test('names keys of a fiche that are known', () => {
    const [fiche = ''] = guide.blocks;
    const written = [...fiche.matchAll(/^(\w+):/gmu)].map(([, key = '']) => key);
    const others = guide
      .spans('Une fiche')
      .flatMap((span) => (span.includes(':') ? [] : span.match(/\p{L}{4,}/gu)) ?? []);
    const keys = [...written, ...others.filter((word) => word !== 'evenements')];
    expect(keys.length).toBeGreaterThan(12);
    expect(keys.filter((key) => knownKey(key) === null)).toEqual([]);
  });

  test('names endings that are read', () => {
    const endings = guide.spans('Ce que devient').flatMap((span) => span.match(/(?<=^| )\.[a-z0-9]+(?= |$)/gu) ?? []);
    expect(endings.length).toBeGreaterThan(20);
    expect(endings.filter((ending) => kindOfEnding(ending) === foreign)).toEqual([]);
  });

  test.each(guide.spans('Les dates').filter((span) => /\.[a-z]+$/u.test(span)))('« %s » has a date', (path) => {
    expect(datesOfPath(path, false, 'Europe/Paris', reference)).toMatchObject({ when: { type: 'rule' }, problems: [] });
  });
});
