import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ContentFolder, openContentFolder } from '../../../../main/content/content-folder.ts';
import { nothing } from '../../../../main/content/reading/reading.ts';
import type { Unit } from '../../../../main/content/scan/unit.ts';
import { makeProgramme } from '../../../../main/programme/screen-programme.ts';
import { foldersOfEachTest } from '../../../support/each-test.ts';
import { event, image, rule, text } from '../../../support/items.ts';

const folders = foldersOfEachTest();
const TODAY = '2031-03-11';
let contentFolder: ContentFolder | undefined;
/** Ends the reading of a file. */
let finish: Map<string, () => void>;
let begun: number;
let longSide: number;
beforeEach(() => {
  finish = new Map();
  begun = 0;
  longSide = 640;
});
afterEach(() => contentFolder?.close());

function itemOf({ path, alert }: Unit) {
  const facts = { id: path, source: path };
  if (alert) return { ...text(path, facts), kind: 'alert' as const };
  if (path.endsWith('.md')) return event(path, { ...facts, when: rule(TODAY) });
  return image(path, facts);
}

/** Opens the folder; each file is read when the test says so. */
async function open(...paths: readonly string[]): Promise<ContentFolder> {
  for (const path of paths) await folders.write(path, 'Une phrase, assez longue.');
  const opened = openContentFolder({
    folder: folders.content,
    saved: null,
    read: async (unit) => {
      begun += 1;
      await new Promise<void>((resolve) => finish.set(unit.path, resolve));
      return { ...nothing, items: [itemOf(unit)] };
    },
    log: pino({ level: 'silent' }),
    longSide: () => longSide,
    live: true,
  });
  contentFolder = opened;
  await expect.poll(() => begun).toBe(paths.length);
  return opened;
}

const kindsOf = (opened: ContentFolder) => {
  const when = { instant: Temporal.Instant.from(`${TODAY}T08:00:00Z`), trusted: true };
  return makeProgramme(opened.state(), when, '').shared.slides.map(({ kind }) => kind);
};

describe('while what was there at the start is being read', () => {
  test('nothing is shown before the texts are read, and then each photo as soon as it is ready', async () => {
    const opened = await open('mot.md', 'a.jpg', 'b.jpg');
    finish.get('a.jpg')?.();
    await expect.poll(() => opened.state().catalogue.items.length).toBe(1);
    expect(opened.state().isHeld).toBe(true);
    finish.get('mot.md')?.();
    await expect.poll(() => opened.state().isHeld).toBe(false);
    expect(kindsOf(opened)).toContain('image');
    expect(opened.isSettled()).toBe(false);
    finish.get('b.jpg')?.();
    await opened.settled;
    expect(opened.isSettled()).toBe(true);
    expect(opened.state().catalogue.items.every(({ serial }) => serial === 0)).toBe(true);
  });

  test('no agenda is shown as long as one more line may come: a photo whose name says a day is one', async () => {
    const opened = await open('mot.md', 'autre.md', '11 mars - Forum.jpg', 'photo-12.jpg');
    finish.get('mot.md')?.();
    finish.get('autre.md')?.();
    await expect.poll(() => opened.state().isHeld).toBe(false);
    expect(kindsOf(opened)).toEqual(['event', 'event']);
    finish.get('11 mars - Forum.jpg')?.();
    await expect.poll(() => kindsOf(opened)).toEqual(['agenda', 'event', 'event', 'image']);
    expect(opened.isSettled()).toBe(false);
  });

  test('an alert is shown at once', async () => {
    const opened = await open('mot.md', 'alerte/fermeture.md');
    finish.get('alerte/fermeture.md')?.();
    await expect.poll(() => opened.state().isHeld).toBe(false);
    expect(kindsOf(opened)).toEqual(['alert']);
  });
});

test('a photo that is being read when a larger screen comes is no news', async () => {
  const opened = await open('a.jpg');
  longSide = 3840;
  opened.refresh();
  await expect.poll(() => begun).toBe(2);
  finish.get('a.jpg')?.();
  await opened.settled;
  expect(opened.state().catalogue.items.map(({ serial }) => serial)).toEqual([0]);
});
