/**
 * From writing a file, or taking it out, to its slide alone on the wall, without the fade of 250 ms (the page asks for reduced
 * motion). A picture is compared with decoding, reducing and encoding it once with the same library, in this process.
 *
 * What would make it lie: a mark that comes before the paint; a slide that was due anyway; reading the clock before the file
 * is written; photos that are alike, which the store has already; a reference that does more than it must.
 */
import { DROPPED, type Dropped } from '../drop-files.ts';
import { openWall, paintedAt, type Wall } from '../on-wall.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { interleaved } from '../statistics.ts';

export const row: Row = {
  name: 'drop',
  notShown: 'The fade, 250 ms; a network share, on which events come late; a disk slower than this one.',
  run: benchDrops,
};

async function benchDrops(bench: Bench): Promise<Measured[]> {
  const wall = await openWall(await bench.browser(), async (folders) => {
    await folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n');
    await folders.write('note.md', '# Note\n\nUne phrase.\n');
  });
  try {
    await wall.page.emulateMedia({ reducedMotion: 'reduce' });
    const measured = await benchTexts(wall, bench);
    for (const dropped of DROPPED) {
      const picture = await benchPicture(wall, bench, dropped);
      if (picture) measured.push(picture);
    }
    return measured;
  } finally {
    await wall.close();
  }
}

async function benchTexts({ folders, page }: Wall, bench: Bench): Promise<Measured[]> {
  const [edits, alerts, ends]: [number[], number[], number[]] = [[], [], []];
  for (let round = 1; round <= bench.rounds(12); round += 1) {
    await folders.write('note.md', `# Note ${round}\n\nUne phrase.\n`);
    const written = Date.now();
    edits.push((await paintedAt(page, { title: `Note ${round}` })) - written);
  }
  for (let round = 1; round <= bench.rounds(12); round += 1) {
    await folders.write('alerte/fermeture.md', `# Fermeture ${round}\n\nCe soir.\n`);
    const written = Date.now();
    alerts.push((await paintedAt(page, { kind: 'alert', after: written })) - written);
    await folders.remove('alerte/fermeture.md');
    const removed = Date.now();
    ends.push((await paintedAt(page, { notKind: 'alert', after: removed })) - removed);
  }
  const aims = [{ of: 'median', most: 300 }] as const;
  return [
    { what: 'a text is saved → painted', against: null, unit: 'ms', values: edits, aims, headline: true },
    { what: 'an alert is dropped → painted', against: null, unit: 'ms', values: alerts, aims, headline: true },
    { what: 'an alert is taken out → gone', against: null, unit: 'ms', values: ends, aims },
  ];
}

/** Null where such a file cannot be made on this machine. */
async function benchPicture({ folders, page }: Wall, bench: Bench, dropped: Dropped): Promise<Measured | null> {
  const files: (Uint8Array | null)[] = [];
  for (let round = 0; round <= bench.rounds(10); round += 1) files.push(await dropped.make(round));
  if (files.includes(null)) return null;
  const bytesOf = (round: number) => files[round] ?? new Uint8Array();
  const { ours, reference } = await interleaved(bench.rounds(10), {
    async ours(round) {
      const name = `fichier-${round}.${dropped.ending}`;
      await folders.write(name, bytesOf(round));
      const written = Date.now();
      const painted = await paintedAt(page, { source: name, after: written });
      // Documents would fill the round.
      await folders.remove(name);
      await paintedAt(page, { notSource: name });
      return painted - written;
    },
    async reference(round) {
      const before = performance.now();
      await dropped.reduce(bytesOf(round));
      return performance.now() - before;
    },
  });
  return {
    what: `${dropped.what} is dropped → painted`,
    against: 'decoding and reducing it once',
    unit: 'ms',
    values: ours,
    reference,
    aims: [{ of: 'ratio', most: 1.5, plus: 150 }],
    headline: dropped.ending === 'jpg',
  };
}
