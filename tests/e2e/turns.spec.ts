import type { Page } from '@playwright/test';
import { eventually } from '../support/eventually.ts';
import { jpeg, pdf } from '../support/media-files.ts';
import { expect, test } from './fixtures.ts';

/** Turns that are played; a turn takes some 10 s of ours. */
const TURNS = Number(process.env.TURNS ?? 2);
const PHOTOS = 42;

/** A page as it was painted: when, in milliseconds of the page’s clock. */
interface Mark {
  readonly id: string;
  readonly kind: string;
  readonly at: number;
}

/** Keeps the marks of the player with the time of the page’s clock. */
function keepMarks(): void {
  const kept: Mark[] = [];
  Object.assign(window, { preauMarks: kept });
  performance.mark = (name: string, options?: PerformanceMarkOptions) => {
    if (name === 'slide') kept.push({ ...(options?.detail as Omit<Mark, 'at'>), at: Date.now() });
    return new PerformanceMark(name, options);
  };
}

const marksOf = (page: Page): Promise<Mark[]> =>
  page.evaluate(() => (window as unknown as { preauMarks: Mark[] }).preauMarks);

/** Plays until `isEnough`: the clock of the page is moved on by a second at a time until the next page is painted. */
async function play(page: Page, isEnough: (marks: readonly Mark[]) => boolean): Promise<Mark[]> {
  for (let n = 0; ; n += 1) {
    await expect
      .poll(
        async () => {
          if (n > 0) await page.clock.runFor(1_000);
          return (await marksOf(page)).length;
        },
        { intervals: [20], timeout: 20_000 },
      )
      .toBeGreaterThan(n);
    const marks = await marksOf(page);
    if (isEnough(marks)) return marks;
    // The next page is ready below the wall: from now on only the clock is waited for.
    await page.locator('.layer[aria-hidden][data-prepared]').first().waitFor({ state: 'attached' });
  }
}

/** Each time without this slide on the wall, milliseconds, from when the next one was painted until it was painted again. */
function absences(marks: readonly Mark[], id: string): number[] {
  const since = marks.filter((_, n) => marks[n - 1]?.id === id);
  return since.flatMap(({ at }) => {
    const back = marks.find((mark) => mark.id === id && mark.at > at);
    return back ? [back.at - at] : [];
  });
}

test('a school’s day: the agenda is never away for 80 s, a turn is under 5 min, and the photos pass in portions', async ({
  folders,
  start,
  wall,
}) => {
  test.setTimeout(60_000 + TURNS * 60_000);
  for (let n = 1; n <= 6; n += 1)
    await folders.write(
      `evenements/fiche ${n}.md`,
      `---\ntitre: Rencontre n° ${n}\nville: Nulleville\ndates: 2031-03-11\nheures: ${n + 9}h-${n + 10}h\n---\nAvec les familles et les professeurs, dans la grande salle.\n`,
    );
  await folders.write('Réunion de rentrée.pdf', pdf({ pages: 8 }));
  await folders.write('Menu.txt', 'Menu du jour\n\nCarottes râpées\nPoisson et riz\nYaourt\nPomme\n');
  // Files of the same bytes would be one picture: each is a line lower than the last.
  for (let n = 1; n <= PHOTOS; n += 1)
    await folders.write(`Voyage/photo ${n}.jpg`, await jpeg({ width: 960, height: 540 - n }));
  const service = await start(folders, '--at=2031-03-11T09:00');
  await wall.emulateMedia({ reducedMotion: 'reduce' });
  await eventually(
    () => service.health(),
    ({ content, items }) => content.reading === 0 && items >= 6 + 2 + PHOTOS,
  );
  const programme = await service.programme();
  await wall.clock.install();
  await wall.addInitScript(keepMarks);
  await wall.goto(service.url);
  const agenda = programme.slides.find(({ kind, today }) => kind === 'agenda' && today)?.id ?? '';
  const event = programme.slides.find(({ kind }) => kind === 'event')?.id ?? '';
  const marks = await play(wall, (all) => all.filter(({ id }) => id === event).length > TURNS);

  const away = absences(marks, agenda);
  const begins = marks.filter(({ id }) => id === event).map(({ at }) => at);
  const turns = begins.slice(1).map((at, n) => at - (begins[n] ?? 0));
  const photos = programme.slides.filter(({ source }) => source?.startsWith('Voyage/')).map(({ id }) => id);
  const seen = marks.map(({ id }) => id).filter((id) => photos.includes(id));
  test.info().annotations.push({ type: 'figures', description: JSON.stringify({ away, turns, photos: seen.length }) });
  expect(Math.max(...away)).toBeLessThan(80_000);
  expect(Math.max(...turns)).toBeLessThan(300_000);
  expect(seen).toEqual(seen.map((_, n) => photos[n % PHOTOS]));
  expect(seen.length).toBeGreaterThanOrEqual(Math.min(PHOTOS, TURNS * 7));
});
