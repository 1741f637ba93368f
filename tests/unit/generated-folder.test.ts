import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { startApp, testClock } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { FIRST_DAY, ficheOf, wantedFiche } from '../support/generated-fiches.ts';
import { createFolders } from '../support/service.ts';

test('a folder of other towns, dates and counts is shown day by day as it is written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wantedFiche, { minLength: 1, maxLength: 14 }), async (list) => {
      const folders = await createFolders();
      const clock = testClock('2033-09-01T09:00');
      for (const [index, each] of list.entries()) await folders.write(...ficheOf(each, index));
      const app = await startApp(folders, clock);
      try {
        await eventually(app.catalogue, ({ items }) => items.length === list.length);
        for (let offset = -1; offset < 12; offset += 1) {
          const day = FIRST_DAY.add({ days: offset });
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
