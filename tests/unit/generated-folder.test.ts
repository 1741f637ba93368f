import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { startApp, testClock } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { createFolders } from '../support/service.ts';

interface Wanted {
  readonly town: string;
  readonly title: string;
  readonly from: Temporal.PlainDate;
  readonly days: number;
  readonly written: 'front matter' | 'file name' | 'folder name' | 'words';
}

const first = Temporal.PlainDate.from('2033-09-05');
const towns = fc.constantFrom('Xville', 'Yville-sur-Eau', 'Saint-Zède', 'L’Île-Test', 'Œuf-en-Essai');
const wanted: fc.Arbitrary<Wanted> = fc.record({
  town: towns,
  title: fc.constantFrom('Forum', 'Visite : l’atelier', 'Concert « Ensemble »', 'Réunion 2', 'Portes'),
  from: fc.integer({ min: 0, max: 6 }).map((days) => first.add({ days })),
  days: fc.integer({ min: 0, max: 4 }),
  written: fc.constantFrom('front matter', 'file name', 'folder name', 'words'),
});

/** The path and the text of a fiche that says this, the date written in one of the ways staff have. */
function fiche({ town, title, from, days, written }: Wanted, index: number): [string, string] {
  const to = from.add({ days });
  const iso = days === 0 ? from.toString() : `${from}_${to}`;
  const long = (day: Temporal.PlainDate) =>
    day.toLocaleString('fr', { day: 'numeric', month: 'long', year: 'numeric' });
  const words = days === 0 ? long(from) : `du ${long(from)} au ${long(to)}`;
  const about = `titre: "${title}"\nville: ${town}\n`;
  switch (written) {
    case 'front matter':
      return [`fiches/${index}.md`, `---\n${about}dates: ${iso.replace('_', '/')}\n---\nUne phrase.\n`];
    case 'words':
      return [`fiches/${index}.md`, `---\n${about}dates: ${words}\n---\nUne phrase.\n`];
    case 'file name':
      return [`${iso} fiche ${index}.md`, `---\n${about}---\nUne phrase.\n`];
    case 'folder name':
      return [`${iso} dossier ${index}/fiche.md`, `---\n${about}---\n`];
  }
}

test('a folder of other towns, dates and counts is shown day by day as it is written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wanted, { minLength: 1, maxLength: 14 }), async (list) => {
      const folders = await createFolders();
      const clock = testClock('2033-09-01T09:00');
      for (const [index, each] of list.entries()) await folders.write(...fiche(each, index));
      const app = await startApp(folders, clock);
      try {
        await eventually(app.catalogue, ({ items }) => items.length === list.length);
        for (let offset = -1; offset < 12; offset += 1) {
          const day = first.add({ days: offset });
          clock.set(`${day}T10:00`);
          const { slides } = await app.programme();
          const shown = slides.flatMap((slide) => (slide.kind === 'event' ? [`${slide.town} ${slide.title}`] : []));
          const expected = list.filter(
            ({ from, days }) =>
              Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(from.add({ days }), day) >= 0,
          );
          expect(shown.toSorted()).toEqual(expected.map(({ town, title }) => `${town} ${title}`).toSorted());
          expect(slides.length).toBeGreaterThan(0);
        }
      } finally {
        await app.close();
        await folders.dispose();
      }
    }),
    { numRuns: 8 },
  );
});
