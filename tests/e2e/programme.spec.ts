import { createFolders, type Folders } from '../support/service.ts';
import { expect, test } from './fixtures.ts';

/** The towns of the events of the sample folder, day by day. */
const WHOLE_WEEK_EVENTS = ['Amiens', 'Hirson'];
const DAYS: Record<string, readonly string[]> = {
  '2026-05-03': [],
  '2026-05-04': WHOLE_WEEK_EVENTS,
  '2026-05-05': ['Amiens', 'Beauvais', 'Creil', 'Hirson', 'Noyon'],
  '2026-05-06': WHOLE_WEEK_EVENTS,
  '2026-05-07': ['Amiens', 'Château-Thierry', 'Hirson', 'Soissons'],
  '2026-05-08': [],
};

test.describe('a day of the sample', () => {
  // One folder for all the days, as in a school: its pictures are prepared once.
  let week: Folders;
  test.beforeAll(async () => {
    week = await createFolders('sample');
  });
  test.afterAll(() => week.dispose());

  for (const [day, towns] of Object.entries(DAYS)) {
    test(`on ${day} the wall shows the events of ${towns.join(', ') || 'no town'}, and no other`, async ({ start }) => {
      const service = await start(week, `--at=${day}T09:00`);
      const { slides } = await service.programme();
      const shown = slides.flatMap((slide) => (slide.kind === 'event' ? [slide.town] : []));
      expect(shown.toSorted()).toEqual(towns.toSorted());
      const inWeek = day >= '2026-05-04' && day <= '2026-05-07';
      expect(slides.some((slide) => slide.kind === 'exhibition')).toBe(inWeek);
      expect(slides.some((slide) => slide.kind === 'tree')).toBe(inWeek);
      // The programme of another instant can be asked for.
      const asked = await service.programme(`${day}T09:00`);
      expect(asked.slides).toEqual(slides);
    });
  }

  test('before the week the wall announces all nine actions; after it the welcome remains', async ({ start }) => {
    const service = await start(week, '--at=2026-05-03T09:00');
    const before = await service.programme();
    const coming = before.slides.find((slide) => slide.kind === 'agenda');
    expect(coming?.sections.flatMap(({ entries }) => entries).length).toBe(9);
    const after = await service.programme('2026-05-08T09:00');
    expect(after.slides.map(({ kind }) => kind)).toEqual(['text']);
  });
});

test('a browser plays the whole programme of a day, every slide painted in full', async ({ sample, start, wall }) => {
  test.setTimeout(240_000);
  // Short durations, and all in one turn: twelve plates of twelve seconds, in portions, would make a long test.
  await sample.write('preau.yml', 'tour: 0\nrappel: 0\ndurees:\n  image: 3\n  exposition: 3\n  arbre: 3\n');
  const service = await start(sample, '--at=2026-05-05T09:00');
  const { slides } = await service.programme();
  // Each fade is recorded elsewhere.
  await wall.emulateMedia({ reducedMotion: 'reduce' });
  await wall.clock.install();
  await wall.goto(service.url);
  const ids = new Set(slides.map(({ id }) => id));
  const seen = new Set<string>();
  await expect
    .poll(
      async () => {
        const painted = await wall.evaluate(() => document.documentElement.dataset.slide ?? '');
        seen.add(painted.split('~')[0] ?? '');
        await wall.clock.fastForward(1_000);
        return [...ids].filter((id) => !seen.has(id)).length;
      },
      { timeout: 220_000, intervals: [20] },
    )
    .toBe(0);
});
