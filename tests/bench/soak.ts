import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../e2e/fixtures.ts';
import * as files from '../support/media-files.ts';
import { descendants, isRenderer, isService } from '../support/processes.ts';
import type { Folders, RunningService } from '../support/service.ts';
import { nextIsPrepared } from '../support/wall.ts';
import { type BarePage, openBarePage } from './bare-page.ts';
import { counted, hurryScript } from './hurry.ts';
import { photo } from './lived-in-files.ts';
import { residentMb } from './memory-of.ts';
import { level, type Sample, soakCurve } from './soak-curve.ts';

/**
 * `npm run soak`: months of a wall in little more than an hour. Twenty thousand slide changes of every kind at twenty times the
 * speed, with the folder edited all along; afterwards memory, nodes, descriptors and handles have to be within 5 % of what
 * they were after the first thousand, and no slide may have been skipped. `CHANGES` and `MINUTES` make it shorter, and a machine
 * with nothing else to do manages a `SPEED` of 40.
 */
const CHANGES = Number(process.env.CHANGES ?? 20_000);
const MINUTES = Number(process.env.MINUTES ?? 600);
const SPEED = Number(process.env.SPEED ?? 20);
/** Changes after which everything is loaded and every cache is full. */
const WARM = 1_000;
/** One edit to some five changes. */
const EDIT_EVERY_MS = 1_000;
/** As many are compared at least. */
const MIN_SAMPLES = 9;
/** Most slides are pictures, which pass the fastest; the others are in every turn all the same. */
const PHOTOS = 150;
/** The front matter of texts and events: as long as a picture, since what counts is the change and not the reading. */
const BRIEF = 'duree: 3\n';
/** The events of the sample folder. */
const EVENTS = 'evenements';
/** How far the measures may move. */
const TOLERANCE = 0.05;
const CURVE = fileURLToPath(new URL('../../docs/soak.svg', import.meta.url));

const anonymousMb = (pid: number) =>
  Number(/RssAnon:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
const descriptors = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;

/** Media, texts, events, an exhibition and a tree, beside the week of the sample folder. */
async function fill(folders: Folders, photos: readonly Buffer[]): Promise<void> {
  await folders.write(
    'preau.yml',
    'lieu: Ici\nville: Amiens\ndurees:\n  image: 3\n  exposition: 3\n  arbre: 3\nrappel: 0\ntour: 0\n',
  );
  for (let n = 0; n < PHOTOS; n += 1) await folders.write(`Photo ${n}.jpg`, photos[n % photos.length] ?? '');
  await folders.write('Film.mp4', await files.committed('film-h264.mp4'));
  await folders.write('Film du voyage.webm', await files.committed('film-vp9.webm'));
  await folders.write('Document.pdf', files.pdf());
  await folders.write(
    'Club.md',
    `---\ntitre: Club théâtre\ndates: tous les jours\nheures: 12h-13h\n${BRIEF}---\nVenez essayer.\n`,
  );
  for (const name of await readdir(join(folders.content, EVENTS))) {
    const text = await readFile(join(folders.content, EVENTS, name), 'utf8');
    await folders.write(join(EVENTS, name), text.replace(/^---\n/u, `---\n${BRIEF}`));
  }
}

/** What is edited in turn, for ever. Nothing grows: what is added is taken out again. */
function editsOf(folders: Folders, photos: readonly Buffer[]): readonly ((turn: number) => Promise<void>)[] {
  const some = (turn: number) => photos[turn % photos.length] ?? Buffer.alloc(0);
  return [
    (turn) => folders.write('Mot.md', `---\n${BRIEF}---\n# Un mot\n\nTour ${turn % 50} de cette journée.\n`),
    (turn) => folders.write(`Ajoutée ${turn % 3}.jpg`, some(turn)),
    (turn) => folders.remove(`Ajoutée ${(turn + 1) % 3}.jpg`),
    (turn) => folders.write('exposition En cuisine/13 Ajoutée.jpg', some(turn + 1)),
    (turn) =>
      folders.write(
        'arbre de la perseverance/messages.txt',
        Array.from({ length: 12 }, (_, n) => `Message ${(turn + n) % 30} de la classe.`).join('\n'),
      ),
    (turn) => folders.write('alerte/Urgence.md', `# Exercice\n\nSortie par la cour ${turn % 4}.\n`),
    () => folders.remove('alerte/Urgence.md'),
    (turn) => folders.write('Photo 0.jpg', some(turn + 2)),
    (turn) => folders.write('Abîmée.jpg', 'x'.repeat(100 + (turn % 7))),
    () => folders.remove('exposition En cuisine/13 Ajoutée.jpg'),
  ];
}

async function measure(page: BarePage, service: number, renderer: number): Promise<Sample['values']> {
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send<{ usedSize: number }>('Runtime.getHeapUsage');
  const counters = await page.send<{ nodes: number; jsEventListeners: number }>('Memory.getDOMCounters');
  return {
    'page heap, MB': usedSize / 2 ** 20,
    'page nodes': counters.nodes,
    'page listeners': counters.jsEventListeners,
    'page memory, MB': anonymousMb(renderer),
    'page descriptors': descriptors(renderer),
    'service memory, MB': residentMb(service),
    'service descriptors': descriptors(service),
  };
}

/**
 * Runs in the page: resolves when the tree is on the wall again. The page has as many nodes as its slide has, so that measures
 * are only compared at the same slide.
 */
async function treeIsOn(shownBefore: number): Promise<void> {
  while ((window.counted?.kinds.tree ?? 0) <= shownBefore) await new Promise((resolve) => setTimeout(resolve, 500));
}

const idOnWall = (page: BarePage) => page.evaluate(() => document.documentElement.dataset.slide);

/** Slides that the screen has said it could not play. */
async function putAside(service: RunningService): Promise<number> {
  const metrics = await (await fetch(new URL('metrics', service.url))).text();
  return Number(/^preau_slides_put_aside_total\S* (\d+)/mu.exec(metrics)?.[1] ?? 0);
}

test('months of changes leave memory, nodes and descriptors where they were', async ({ sample, start }) => {
  const photos = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => photo(1_600, 1_200, n)));
  await fill(sample, photos);
  const service = await start(sample, '--at=2026-05-05T12:10');
  const page = await openBarePage({ width: 960, height: 540 });
  await page.addInitScript(hurryScript(SPEED));
  await page.goto(service.url);
  await page.evaluate(treeIsOn, 0);
  const serviceId = descendants(service.process.pid ?? 0).find(isService)?.pid ?? 0;
  // Chromium keeps others in reserve, which hold nothing.
  const renderers = descendants(page.pid).filter(isRenderer);
  const rendererId = renderers.toSorted((a, b) => anonymousMb(b.pid) - anonymousMb(a.pid))[0]?.pid ?? 0;
  expect([serviceId, rendererId]).not.toContain(0);
  const edits = editsOf(sample, photos);
  const samples: Sample[] = [];
  const begun = performance.now();
  let edited = 0;
  let isOver = false;
  const editing = (async () => {
    for (; !isOver; edited += 1) {
      await pause(EDIT_EVERY_MS);
      await edits[edited % edits.length]?.(Math.floor(edited / edits.length));
    }
  })();
  for (let trees = 0; !isOver; ) {
    await page.evaluate(treeIsOn, trees);
    const on = await idOnWall(page);
    await page.evaluate(nextIsPrepared);
    const values = await measure(page, serviceId, rendererId);
    const { changes, kinds } = await page.evaluate(counted);
    trees = kinds.tree ?? 0;
    isOver = changes >= CHANGES || performance.now() - begun > MINUTES * 60_000;
    // An alert, or what was edited, may have taken its place meanwhile.
    if ((await idOnWall(page)) !== on) continue;
    samples.push({ changes, values });
    process.stdout.write(`${JSON.stringify({ ...samples.at(-1), kinds, edited, skipped: await putAside(service) })}\n`);
  }
  await editing;
  const made = samples.at(-1)?.changes ?? 0;
  const warm = samples.filter(({ changes }) => changes >= (made > 1.2 * WARM ? WARM : made / 4));
  const tenth = Math.max(MIN_SAMPLES, Math.round(warm.length / 10));
  const [first, last] = [warm.slice(0, tenth), warm.slice(-tenth)];
  const { changes, kinds } = await page.evaluate(counted);
  const skipped = await putAside(service);
  await page.close();
  const title = `${changes.toLocaleString('en')} slide changes, ${edited.toLocaleString('en')} edits`;
  await writeFile(CURVE, soakCurve(samples, first, title));
  process.stdout.write(`${title}; ${JSON.stringify(kinds)}; skipped ${skipped}\n`);
  expect(skipped).toBe(0);
  for (const name of Object.keys(first[0]?.values ?? {})) {
    const share = level(last, name) / level(first, name);
    process.stdout.write(
      `${name}: ${level(first, name).toFixed(1)} → ${level(last, name).toFixed(1)} (${(share * 100).toFixed(1)} %)\n`,
    );
    expect.soft(share, name).toBeLessThan(1 + TOLERANCE);
  }
});
