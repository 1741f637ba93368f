/**
 * The page and the service over some hundred slide changes of every kind, at twenty times the speed, with the folder edited all
 * along: what they hold in the last third of the run beside what they held in the second. Linux.
 *
 * What would make it lie: caches that still fill in the second third, or a leak smaller than the difference between two slides
 * (each measure is a median of samples, taken after a collection of garbage); a folder that grows (what is added is taken out
 * again); skipped slides, which hold nothing.
 */
import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import * as files from '../../support/media-files.ts';
import { descendants, isRenderer, isService } from '../../support/processes.ts';
import { createFolders, type Folders, startService } from '../../support/service.ts';
import { counted, hurryScript } from '../hurry.ts';
import { residentMb } from '../memory-of.ts';
import { show } from '../peer-pages.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';

export const row: Row = {
  name: 'memory',
  notShown:
    'A leak that takes days to be seen: `npm run soak` makes 20,000 changes, and `docs/soak.svg` is its curve. This row only ' +
    'sees what grows within minutes.',
  run: benchMemory,
};

const SPEED = 20;
const EDIT_EVERY_MS = 1_000;
const SAMPLE_EVERY_MS = 3_000;

async function benchMemory(bench: Bench): Promise<Measured[]> {
  const folders = await createFolders('sample');
  const photos = await Promise.all([0, 1, 2, 3].map(() => photo(1_600, 1_200)));
  await fill(folders, photos);
  const service = await startService(folders, ['--at=2026-05-05T12:10']);
  const blank = await show({ url: 'about:blank', process: service.process, stop: () => service.stop() });
  try {
    const { page, pids } = blank;
    const cdp = await page.context().newCDPSession(page);
    await page.addInitScript({ content: hurryScript(SPEED) });
    await page.goto(service.url);
    const serviceId = descendants(pids[0] ?? 0).find(isService)?.pid ?? 0;
    const renderers = () => descendants(pids[1] ?? 0).filter(isRenderer);
    const samples: Readonly<Record<Measure, number>>[] = [];
    const begun = performance.now();
    const runMs = bench.quick ? 45_000 : 75_000;
    for (let turn = 0; performance.now() - begun < runMs; turn += 1) {
      await pause(EDIT_EVERY_MS);
      await edit(folders, photos, turn);
      if (performance.now() - begun < samples.length * SAMPLE_EVERY_MS) continue;
      samples.push(await measure(cdp, serviceId, renderers().at(-1)?.pid ?? 0));
    }
    const { changes } = await page.evaluate(counted);
    return [
      { what: 'slide changes of every kind', against: null, unit: '', values: [changes], aims: [] },
      ...MEASURES.map((name) => comparedWith(name, samples)),
    ];
  } finally {
    await blank.close();
    await folders.dispose();
  }
}

const MEASURES = ['page heap', 'page nodes', 'page handles', 'service memory', 'service descriptors'] as const;
type Measure = (typeof MEASURES)[number];

function comparedWith(name: Measure, samples: readonly Readonly<Record<Measure, number>>[]): Measured {
  const third = Math.floor(samples.length / 3);
  const of = (some: typeof samples) => some.map((sample) => sample[name]);
  return {
    what: `${name}, the last third of these changes`,
    against: 'the second third',
    unit: name === 'page heap' || name === 'service memory' ? 'MB' : '',
    values: of(samples.slice(-third)),
    reference: of(samples.slice(third, -third)),
    aims: [{ of: 'ratio', most: 1.05 }],
  };
}

async function measure(cdp: CDPSession, service: number, renderer: number): Promise<Record<Measure, number>> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const descriptors = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;
  return {
    'page heap': usedSize / 2 ** 20,
    'page nodes': nodes,
    'page handles': jsEventListeners + descriptors(renderer),
    'service memory': residentMb(service),
    'service descriptors': descriptors(service),
  };
}

async function fill(folders: Folders, photos: readonly Buffer[]): Promise<void> {
  await folders.write(
    'preau.yml',
    'lieu: Ici\nville: Amiens\ndurees:\n  image: 3\n  exposition: 3\n  arbre: 8\nrappel: 0\ntour: 0\n',
  );
  for (const [n, bytes] of photos.entries()) await folders.write(`Photo ${n}.jpg`, bytes);
  await folders.write('Film.webm', await files.committed('film-vp9.webm'));
  await folders.write('Document.pdf', files.pdf());
}

/** Changes a text, a picture, the tree and an alert in turn, for ever. */
async function edit(folders: Folders, photos: readonly Buffer[], turn: number): Promise<void> {
  const round = Math.floor(turn / 6);
  const messages = Array.from({ length: 12 }, (_, n) => `Message ${(round + n) % 30} de la classe.`).join('\n');
  const edits = [
    () => folders.write('Mot.md', `# Un mot\n\nTour ${round % 50} de cette journée.\n`),
    () => folders.write(`Ajoutée ${round % 3}.jpg`, photos[round % photos.length] ?? ''),
    () => folders.remove(`Ajoutée ${(round + 1) % 3}.jpg`),
    () => folders.write('arbre de la perseverance/messages.txt', messages),
    () => folders.write('alerte/Urgence.md', `# Exercice\n\nSortie par la cour ${round % 4}.\n`),
    () => folders.remove('alerte/Urgence.md'),
  ];
  await edits[turn % edits.length]?.();
}
