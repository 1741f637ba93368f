import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFfmpeg } from '../../../../main/content/kinds/videos/find-ffmpeg.ts';
import { committed } from '../../../support/media-files.ts';
import { type NowBench, openNowBench } from '../../../support/prepare-now.ts';
import { skipBecause } from '../../../support/skip-because.ts';

const installed = await findFfmpeg();
const isElsewhere = (await findFfmpeg('')) !== null;

describe('a film that no browser plays on every machine', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());
  afterEach(() => vi.unstubAllEnvs());

  it.for([
    ['film-hevc.mp4', 'HEVC'],
    ['film-prores.mov', 'Apple ProRes'],
  ] as const)(
    'is converted where ffmpeg is there, and staff are told: %s',
    { timeout: 60_000 },
    async ([file, codec], context) => {
      if (installed === null) skipBecause(context, 'ffmpeg is not installed');
      const prepared = await bench.prepare(file, await committed(file));
      expect(prepared).toMatchObject({
        ok: true,
        kind: 'video',
        media: [{ name: expect.stringMatching(/\.mp4$/u) }],
        warnings: [{ code: 'video-converted', about: 'guessed', message: expect.stringContaining(codec) }],
      });
    },
  );

  it('of a telephone is played as it is without ffmpeg, and the sentence says how to send it otherwise', async (context) => {
    if (isElsewhere) skipBecause(context, 'ffmpeg stands outside the PATH');
    vi.stubEnv('PATH', '');
    expect(await bench.prepare('IMG_1.mov', await committed('film-hevc.mp4'))).toMatchObject({
      ok: true,
      kind: 'video',
      warnings: [
        { code: 'video-hevc', about: 'guessed', advice: expect.stringMatching(/MP4, H\.264.*iPhone.*Android/su) },
      ],
    });
  });

  it('of a camera is refused without ffmpeg, and named as staff find it in their software', async (context) => {
    if (isElsewhere) skipBecause(context, 'ffmpeg stands outside the PATH');
    vi.stubEnv('PATH', '');
    expect(await bench.prepare('a.mov', await committed('film-prores.mov'))).toMatchObject({
      ok: false,
      fault: { code: 'video-codec', message: expect.stringContaining('Apple ProRes') },
    });
  });
});
