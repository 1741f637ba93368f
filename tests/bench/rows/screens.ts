/**
 * One text changes → the last of 1, 100 and 500 screens has its event; and what a connected screen takes of the memory of the
 * service. All screens follow the same rules, as those of one school do; the second folder is ten times as large.
 *
 * What would make it lie: streams that share one connection; a client that parses (it would be measured itself: it shares the two
 * cores with the service, and reads 500 streams in one process); memory read before the garbage is collected (opening 500 streams
 * leaves 20 to 40 MB of it behind, of which some is there at each reading: it is collected before each, and what the heap keeps
 * free is not counted); screens that read nothing, which are dropped.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Folders } from '../../support/service.ts';
import { type Measurable, startMeasurable } from '../in-use.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { openStream, type Stream } from '../stream.ts';
import { folderOfTexts, rewrite, startWith } from '../texts.ts';

export const row: Row = {
  name: 'screens',
  notShown: 'A network between the service and its screens: what 500 screens are sent has to pass through it.',
  run: benchScreens,
};

const SCREENS = [1, 100, 500];
/** The texts in the folder. */
const SIZES = [100, 1_000];
/** Between two changes, and before the memory is read, milliseconds. */
const PAUSE_MS = 500;

async function benchScreens(bench: Bench): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const size of SIZES) measured.push(...(await benchSize(bench, size)));
  return measured;
}

async function benchSize(bench: Bench, size: number): Promise<Measured[]> {
  const folders = await folderOfTexts(size);
  const measurable = await startMeasurable(() => startWith(folders, size));
  const streams: Stream[] = [];
  const measured: Measured[] = [];
  const memory: number[] = [];
  try {
    for (const count of SCREENS) {
      while (streams.length < count) streams.push(await openStream(measurable.service.url, `ecran ${streams.length}`));
      const values = await rounds(bench, { folders, streams, size });
      memory.push(await memoryOf(measurable));
      measured.push({
        what: `a text changes among ${size.toLocaleString('en')} → the last of ${count} screens has it`,
        against: null,
        unit: 'ms',
        values,
        aims: count === SCREENS.at(-1) ? [{ of: 'median', most: 500 }] : [],
      });
    }
  } finally {
    for (const stream of streams) stream.close();
    await measurable.stop();
    await folders.dispose();
  }
  const [first = 0, last = 0] = [memory.at(0), memory.at(-1)];
  const each = (last - first) / ((SCREENS.at(-1) ?? 1) - 1);
  return [...measured, memoryRow(size, Math.max(0, each))];
}

const memoryRow = (size: number, kilobytes: number): Measured => ({
  what: `memory of one of 500 screens, ${size.toLocaleString('en')} texts`,
  against: null,
  unit: 'KB',
  values: [kilobytes],
  aims: [{ of: 'worst', most: 60 }],
});

async function rounds(
  bench: Bench,
  { folders, streams, size }: { folders: Folders; streams: readonly Stream[]; size: number },
): Promise<number[]> {
  const values: number[] = [];
  for (let round = 0; round <= bench.rounds(10); round += 1) {
    const word = `Changement${round}de${streams.length}`;
    const arrivals = streams.map((stream) => stream.arrival(word));
    const begun = performance.now();
    await rewrite(folders, (round * 7) % size, word);
    const last = Math.max(...(await Promise.all(arrivals)));
    // One round before is measured for nobody.
    if (round > 0) values.push(last - begun);
    await pause(PAUSE_MS);
  }
  return values;
}

/** The smallest of some readings, in KB: what was on its way to the screens, or is written to the disk, is done by then. */
async function memoryOf(measurable: Measurable): Promise<number> {
  const readings: number[] = [];
  for (let n = 0; n < 4; n += 1) {
    await pause(PAUSE_MS);
    readings.push(await measurable.inUse());
  }
  return Math.min(...readings);
}
