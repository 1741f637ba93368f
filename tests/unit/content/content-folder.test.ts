import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { type ContentFolder, type ContentState, openContentFolder } from '../../../main/content/content-folder.ts';
import type { ReadUnit } from '../../../main/content/reading/read-context.ts';
import { nothing } from '../../../main/content/reading/reading.ts';
import { foldersOfEachTest } from '../../support/each-test.ts';
import { image } from '../../support/items.ts';

const folders = foldersOfEachTest();
let contentFolder: ContentFolder | undefined;
afterEach(() => contentFolder?.close());

/** Every file is a picture with the name of the file as its title. */
const read: ReadUnit = async ({ path }) => ({ ...nothing, items: [image(path, { id: path, source: path })] });

async function open(): Promise<{ readonly contentFolder: ContentFolder; readonly states: ContentState[] }> {
  const log = pino({ level: 'silent' });
  const opened = openContentFolder({
    folder: folders.content,
    saved: null,
    read,
    log,
    longSide: () => 640,
    live: true,
  });
  contentFolder = opened;
  const states: ContentState[] = [];
  opened.state$.subscribe((state) => states.push(state));
  await opened.settled;
  return { contentFolder: opened, states };
}
/** Less than the time between two scans of all: only events are this quick. */
const SOON = { timeout: 8_000 };
const titlesOf = ({ catalogue }: ContentState) => catalogue.items.map(({ title }) => title);

describe('the content folder', () => {
  test('tells of a scan that found nothing new with the state that it told before', async () => {
    await folders.write('a.md', 'Bonjour.');
    const { contentFolder, states } = await open();
    await expect.poll(() => titlesOf(contentFolder.state()), SOON).toEqual(['a.md']);
    const state = contentFolder.state();
    const told = states.length;
    contentFolder.refresh();
    await expect.poll(() => states.length, SOON).toBeGreaterThan(told);
    expect(states.slice(told).every((each) => each === state)).toBe(true);
  });

  test('tells of each change with a new state, in which what has not changed is the same', async () => {
    await folders.write('a.md', 'Bonjour.');
    const { contentFolder } = await open();
    const { catalogue } = contentFolder.state();
    await folders.write('b.md', 'Bonsoir.');
    await expect.poll(() => titlesOf(contentFolder.state()), SOON).toEqual(['a.md', 'b.md']);
    expect(contentFolder.state().catalogue.items[0]).toBe(catalogue.items[0]);
    expect([...contentFolder.listing().files.keys()]).toEqual(['a.md', 'b.md']);
    await folders.remove('a.md');
    await expect.poll(() => titlesOf(contentFolder.state()), SOON).toEqual(['b.md']);
  });

  test('follows files that come in a new folder, and a folder that is removed', async () => {
    await folders.write('dossier/a.md', 'Bonjour.');
    const { contentFolder } = await open();
    await folders.write('dossier/sous/b.md', 'Bonsoir.');
    await expect.poll(() => titlesOf(contentFolder.state()), SOON).toEqual(['dossier/a.md', 'dossier/sous/b.md']);
    await folders.remove('dossier');
    await folders.write('c.md', 'Bonne nuit.');
    await expect.poll(() => titlesOf(contentFolder.state()), SOON).toEqual(['c.md']);
  });
});
