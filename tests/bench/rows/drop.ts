/**
 * From writing a file, or taking it out, to its slide alone on the wall. A photo is compared with decoding, reducing and
 * encoding it once with the same library.
 *
 * What would make it lie: a mark that comes before the paint; a slide that was due anyway; reading the clock before the file
 * is written; photos that are alike, which the store has already.
 */
import sharp from 'sharp';
import { openWall, paintedAt, type Wall } from '../on-wall.ts';
import { photo } from '../pictures.ts';
import type { Bench, Measured, Row } from '../row.ts';
import { interleaved } from '../statistics.ts';

export const row: Row = {
  name: 'drop',
  notShown: 'A network share, on which events come late; a disk slower than this one; the fade is in the figures.',
  run: benchDrops,
};

async function benchDrops(bench: Bench): Promise<Measured[]> {
  const wall = await openWall(await bench.browser(), async (folders) => {
    await folders.write('Bienvenue.md', '# Bienvenue\n\nBonjour.\n');
    await folders.write('note.md', '# Note\n\nUne phrase.\n');
  });
  try {
    return [...(await benchTexts(wall, bench)), await benchPhoto(wall, bench)];
  } finally {
    await wall.close();
  }
}

async function benchTexts({ folders, page }: Wall, bench: Bench): Promise<Measured[]> {
  const [edits, alerts, ends]: [number[], number[], number[]] = [[], [], []];
  for (let round = 1; round <= bench.rounds(20); round += 1) {
    await folders.write('note.md', `# Note ${round}\n\nUne phrase.\n`);
    const written = Date.now();
    edits.push((await paintedAt(page, { title: `Note ${round}` })) - written);
  }
  for (let round = 1; round <= bench.rounds(20); round += 1) {
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

async function benchPhoto({ folders, page }: Wall, bench: Bench): Promise<Measured> {
  const photos: Buffer[] = [];
  const photoOf = async (round: number) => {
    photos[round] ??= await photo(4000, 3000);
    return photos[round];
  };
  const compared = await interleaved(bench.rounds(10), {
    async ours(round) {
      await folders.write(`photo-${round}.jpg`, await photoOf(round));
      const written = Date.now();
      return (await paintedAt(page, { source: `photo-${round}.jpg` })) - written;
    },
    async reference(round) {
      const bytes = await photoOf(round);
      const before = performance.now();
      await sharp(bytes)
        .autoOrient()
        .resize({ width: 1920, height: 1920, fit: 'inside' })
        .webp({ quality: 82, effort: 0 })
        .toBuffer();
      return performance.now() - before;
    },
  });
  return {
    what: 'a photo of 12 megapixels is dropped → painted',
    against: 'decoding and reducing it once',
    unit: 'ms',
    values: compared.ours,
    reference: compared.reference,
    aims: [{ of: 'ratio', most: 1.5, plus: 150 }],
    headline: true,
  };
}
