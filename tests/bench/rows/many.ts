/**
 * Hundreds of photos of 12 megapixels at once, and a poster dropped while they are being prepared. Linux.
 *
 * What would make it lie: photos that are known by their content after the first (they are links to one file, each prepared
 * under its own name: `all prepared` would then be a matter of milliseconds); a poster dropped when they are all done.
 */
import { link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { descendants, isService } from '../../support/processes.ts';
import { residentMb } from '../memory-of.ts';
import { openWall, paintedAt } from '../on-wall.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';

const SAMPLE_MS = 500;
const MAX_WAIT_MS = 1_800_000;

export const row: Row = {
  name: 'many',
  notShown: 'Photos on a network share; photos that differ, whose bytes come from the disk and not from the cache.',
  run: benchMany,
};

async function benchMany(bench: Bench): Promise<Measured[]> {
  const count = bench.rounds(250);
  const wall = await openWall(await bench.browser(), (folders) =>
    folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n'),
  );
  const { folders, service, page } = wall;
  let sampling: NodeJS.Timeout | undefined;
  try {
    const pid = descendants(service.process.pid ?? 0).find(isService)?.pid ?? 0;
    const rest = Math.round(residentMb(pid));
    let max = rest;
    sampling = setInterval(() => {
      max = Math.max(max, Math.round(residentMb(pid)));
    }, SAMPLE_MS);
    const poster = await photo(2480, 3508);
    await mkdir(join(folders.content, 'photos'));
    await writeFile(join(folders.content, 'photos/photo-0000.jpg'), await photo(4000, 3000));
    for (let n = 1; n < count; n += 1) {
      const name = `photos/photo-${String(n).padStart(4, '0')}.jpg`;
      await link(join(folders.content, 'photos/photo-0000.jpg'), join(folders.content, name));
    }
    const begun = performance.now();
    await readAtLeast(wall, count / 4);
    await folders.write('affiche.jpg', poster);
    const dropped = Date.now();
    const shown = (await paintedAt(page, { source: 'affiche.jpg' })) - dropped;
    await readAtLeast(wall, count + 2);
    const seconds = Math.round((performance.now() - begun) / 1000);
    return [
      { what: `${count} photos of 12 megapixels: all prepared`, against: null, unit: 's', values: [seconds], aims: [] },
      {
        what: `${count} photos of 12 megapixels: memory of the service, at most`,
        against: 'at rest',
        unit: 'MB',
        values: [max],
        reference: [rest],
        aims: [],
        headline: true,
      },
      {
        what: `a poster dropped among ${count} photos → painted`,
        against: null,
        unit: 'ms',
        values: [shown],
        aims: [],
        headline: true,
      },
    ];
  } finally {
    clearInterval(sampling);
    await wall.close();
  }
}

async function readAtLeast(
  { service }: { service: { health(): Promise<{ items: number }> } },
  count: number,
): Promise<void> {
  const until = performance.now() + MAX_WAIT_MS;
  while ((await service.health()).items < count) {
    if (performance.now() > until) throw new Error(`fewer than ${count} files were read within the time`);
    await pause(SAMPLE_MS);
  }
}
