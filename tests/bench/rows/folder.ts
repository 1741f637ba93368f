/**
 * One text is written anew in folders of 100, 1,000 and 10,000 texts → its event has arrived on the stream of a screen.
 *
 * What would make it lie: changes that follow each other so closely that one waits for the work that another one left behind
 * (or so rarely that they never do: the pause is that of a person who saves twice); a folder of texts that are not on the wall, so
 * that the event is short (all of them are: the event of 10,000 has some megabytes); changes of one file only; a client that
 * parses what it reads, which costs more than sending it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Folders, RunningService } from '../../support/service.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { openStream, type Stream } from '../stream.ts';
import { folderOfTexts, rewrite, startWith } from '../texts.ts';

export const row: Row = {
  name: 'folder',
  notShown:
    'A network share, which sends no events: there a change waits for the next scan, every 5 s, and an alert 0.5 s.',
  run: benchFolder,
};

const COUNTS = [100, 1_000, 10_000];
/** The pause between two changes of one folder, milliseconds. */
const PAUSE_MS = 2_000;

interface Watched {
  readonly count: number;
  readonly folders: Folders;
  readonly service: RunningService;
  readonly stream: Stream;
  readonly values: number[];
}

async function benchFolder(bench: Bench): Promise<Measured[]> {
  const watched: Watched[] = [];
  try {
    for (const count of bench.quick ? COUNTS.slice(0, 2) : COUNTS) watched.push(await watch(count));
    // One round before is measured for nobody.
    for (let round = 0; round <= bench.rounds(12); round += 1) {
      for (const each of round % 2 === 0 ? watched : watched.toReversed()) {
        const ms = await change(each, round);
        if (round > 0) each.values.push(ms);
        await pause(PAUSE_MS / watched.length);
      }
    }
  } finally {
    for (const { stream, service, folders } of watched) {
      stream.close();
      await service.stop();
      await folders.dispose();
    }
  }
  const [smallest] = watched;
  return watched.map(({ count, values }) => ({
    what: `a text changes among ${count.toLocaleString('en')} → event on the stream`,
    unit: 'ms',
    values,
    ...(count === COUNTS[0] || !smallest
      ? { against: null, aims: [] }
      : {
          against: `among ${smallest.count}`,
          reference: smallest.values,
          aims: [{ of: 'ratio' as const, most: 1.5 }],
        }),
    headline: count === COUNTS.at(-1),
  }));
}

async function watch(count: number): Promise<Watched> {
  const folders = await folderOfTexts(count);
  const service = await startWith(folders, count);
  return { count, folders, service, stream: await openStream(service.url, ''), values: [] };
}

async function change({ folders, stream, count }: Watched, round: number): Promise<number> {
  const word = `Changement${round}de${count}`;
  const arrived = stream.arrival(word);
  const begun = performance.now();
  await rewrite(folders, (round * 7) % count, word);
  return (await arrived) - begun;
}
