/**
 * Beside MagicMirror² (`serveronly`, from npm, on the Node it asks for) with a clock, a picture and one headline: the same
 * Chromium, the same picture, the same cores. Linux.
 *
 * What would make it lie: one of them showing less than the other; a peer that has to wait for its feed (it is served from
 * here); an interval of the peer that nobody would wait for, so its change is measured with the shortest ones that it takes, and
 * its rest with those it has where nothing is said; a browser that is shared, whose memory would count for both.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { createFolders, type Folders, startService } from '../../support/service.ts';
import { countCpu } from '../cpu.ts';
import { fillMagicMirror, installMagicMirror, MAGICMIRROR, type Pace, startMagicMirror } from '../magicmirror.ts';
import { memoryMb } from '../memory-of.ts';
import { paintedAt } from '../on-wall.ts';
import type { Feed, Opened, Shown } from '../peer-pages.ts';
import { peerHeadlineAt, peerPictureIsShown, SIZE, show, startFeed } from '../peer-pages.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { interleaved } from '../statistics.ts';

export const row: Row = {
  name: 'peer',
  notShown:
    `That the two do the same: MagicMirror ${MAGICMIRROR} shows widgets and no slides, prepares no pictures, and reads its ` +
    'headline from a feed, which is here asked once a second, the shortest it takes, since it watches no folder. Modules of ' +
    'others may be faster or slower. Other signage players are not on npm. While its processor time is counted its page stands ' +
    'still; ours draws the bar of the slide each second, and the fade to the next slide falls into nearly every second window: without a graphics card it is nearly two thirds of it.',
  run: benchPeer,
};

const USUAL: Pace = { reloadMs: null, fadeMs: null };
/** The shortest interval it takes, and a fade as long as ours. */
const FASTEST: Pace = { reloadMs: 1_000, fadeMs: 600 };
const WINDOW_MS = 4_000;

/** How the two are started. */
interface Pair {
  readonly folders: Folders;
  readonly feed: Feed;
  ours(): Promise<Opened>;
  theirs(pace: Pace): Promise<Opened>;
}

async function benchPeer(bench: Bench): Promise<Measured[]> {
  const mirror = await installMagicMirror();
  const picture = await photo(SIZE.width, SIZE.height);
  await fillMagicMirror(mirror, picture);
  const [feed, folders] = [await startFeed(), await createFolders()];
  const pair: Pair = {
    folders,
    feed,
    ours: () => startService(folders),
    theirs: (pace) => startMagicMirror(mirror, feed.url, pace),
  };
  try {
    await folders.write('photo.jpg', picture);
    const starts = await benchStarts(bench, pair);
    await folders.write('mot.md', '# Mot 0\n\nUne phrase.\n');
    return [starts, ...(await benchRest(bench, pair)), await benchChange(bench, pair)];
  } finally {
    feed.close();
    await folders.dispose();
  }
}

/** All are compared with the same, and have to be better. */
const compared = { against: `MagicMirror ${MAGICMIRROR}`, aims: [{ of: 'ratio', most: 1 }] } as const;

async function benchStarts(bench: Bench, pair: Pair): Promise<Measured> {
  const browser = await bench.browser();
  const until = async (start: () => Promise<Opened>, isShown: (page: Page) => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    const opened = await start();
    const page = await browser.newPage({ viewport: SIZE });
    try {
      await page.goto(opened.url);
      await isShown(page);
      return performance.now() - begun;
    } finally {
      await page.close();
      await opened.stop();
    }
  };
  const { ours, reference } = await interleaved(bench.rounds(10), {
    ours: () => until(pair.ours, (page) => paintedAt(page, { kind: 'image' })),
    reference: () => until(() => pair.theirs(USUAL), peerPictureIsShown),
  });
  return { ...compared, what: 'start of the service → first picture', unit: 'ms', values: ours, reference };
}

async function benchRest(bench: Bench, pair: Pair): Promise<Measured[]> {
  const ours = await show(await pair.ours());
  const theirs = await show(await pair.theirs(USUAL));
  const values = { cpu: [] as number[], peerCpu: [] as number[], memory: [] as number[], peerMemory: [] as number[] };
  const memory = ({ pids }: Shown) => pids.reduce((sum, pid) => sum + memoryMb(pid), 0);
  try {
    await Promise.all([paintedAt(ours.page, { kind: 'image' }), peerPictureIsShown(theirs.page)]);
    await pause(WINDOW_MS);
    for (let round = 0; round < bench.rounds(10); round += 1) {
      const [mine, other, begun] = [countCpu(ours.pids), countCpu(theirs.pids), performance.now()];
      await pause(WINDOW_MS);
      const percent = 100_000 / (performance.now() - begun);
      values.cpu.push(mine() * percent);
      values.peerCpu.push(other() * percent);
      values.memory.push(memory(ours));
      values.peerMemory.push(memory(theirs));
    }
  } finally {
    await ours.close();
    await theirs.close();
  }
  const cpu = { values: values.cpu, reference: values.peerCpu };
  return [
    {
      ...compared,
      what: 'memory of service and browser',
      unit: 'MB',
      values: values.memory,
      reference: values.peerMemory,
    },
    { ...compared, what: 'CPU of service and browser, of one core', unit: '%', ...cpu },
  ];
}

async function benchChange(bench: Bench, pair: Pair): Promise<Measured> {
  const ours = await show(await pair.ours());
  const theirs = await show(await pair.theirs(FASTEST));
  try {
    await paintedAt(ours.page, {});
    await peerHeadlineAt(theirs.page, 'Mot 0');
    const { ours: values, reference } = await interleaved(bench.rounds(10), {
      async ours(round) {
        await pair.folders.write('mot.md', `# Mot ${round + 1}\n\nUne phrase.\n`);
        const written = Date.now();
        return (await paintedAt(ours.page, { title: `Mot ${round + 1}` })) - written;
      },
      async reference(round) {
        pair.feed.set(`Mot ${round + 1}`);
        const written = Date.now();
        return (await peerHeadlineAt(theirs.page, `Mot ${round + 1}`)) - written;
      },
    });
    return { ...compared, what: 'one changed text → painted', unit: 'ms', values, reference, headline: true };
  } finally {
    await ours.close();
    await theirs.close();
  }
}
