import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFfmpeg } from '../../../../main/content/kinds/videos/find-ffmpeg.ts';
import { shown } from '../../../support/media-bench.ts';
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

describe('a film of less than a second', () => {
  it('is on the wall for the time of a picture, and staff are told', async () => {
    const bench = await openNowBench();
    try {
      expect(await bench.prepare('photo.mp4', await committed('film-wink.mp4'))).toMatchObject({
        ok: true,
        kind: 'video',
        durationMs: 12_000,
        warnings: [{ code: 'video-short', about: 'guessed' }],
      });
    } finally {
      await bench.close();
    }
  });
});

describe('a film as sites send it', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  /** The same film, with pictures that are locked in some way. */
  async function locked(protection: string): Promise<Buffer> {
    const film = Buffer.from(await committed('film-h264.mp4'));
    film.write(protection, film.indexOf('avc1', film.indexOf('stsd')), 'latin1');
    return film;
  }

  it('that is protected against copies is told before a screen has tried it, or refused for what it is', async () => {
    expect(await bench.prepare('film.mp4', await locked('drmi'))).toMatchObject({ fault: { code: 'video-protected' } });
    const film = await locked('encv');
    // What is locked (ISO 14496-12, 8.12.2), in the place of a box of the same length.
    film.write('sinf\0\0\0\x0cfrmaavc1', film.indexOf('btrt'), 'latin1');
    expect(await bench.prepare('film.mp4', film)).toMatchObject({
      ok: true,
      kind: 'video',
      warnings: [{ code: 'video-protected', about: 'guessed' }],
    });
  });

  it('in pieces, whose head names no length, lasts as long as its pictures', async () => {
    const film = await committed('film-h264.mp4');
    const usual = shown(await bench.prepare('film.mp4', film));
    const at = film.indexOf('moov') - 4;
    const end = at + film.readUInt32BE(at);
    // ISO 14496-12, 8.8.3: what holds for the pieces of the first track.
    const pieces = Buffer.from(
      `000000286d766578000000207472657800000000${'00000001'.repeat(2)}${'00000000'.repeat(3)}`,
      'hex',
    );
    const odd = Buffer.concat([film.subarray(0, end), pieces, film.subarray(end)]);
    odd.writeUInt32BE(end - at + pieces.length, at);
    for (const [box, length] of [
      ['mvhd', 20],
      ['tkhd', 24],
      ['mdhd', 20],
    ] as const) {
      odd.writeUInt32BE(0xffffffff, odd.indexOf(box) + length);
    }
    expect(shown(await bench.prepare('film.mp4', odd)).durationMs).toBe(usual.durationMs);
  });
});

describe('subtitles within a film', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  /** The same film with one more track in what describes it, of a handler. */
  async function withTrack(handler: string): Promise<Buffer> {
    const film = await committed('film-h264.mp4');
    const at = film.indexOf('moov') - 4;
    const size = film.readUInt32BE(at);
    const body = Buffer.from(`\0\0\0\x20hdlr\0\0\0\0\0\0\0\0${handler}${'\0'.repeat(12)}`, 'latin1');
    const track = Buffer.concat([Buffer.from('\0\0\0\x28free', 'latin1'), body]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(size + track.length);
    const grown = Buffer.concat([head, film.subarray(at + 4, at + size), track]);
    return Buffer.concat([film.subarray(0, at), grown, film.subarray(at + size)]);
  }

  it.each([
    ['sbtl', ['video-subtitles']],
    ['text', []],
  ])('are told, since the wall shows none; chapters are none (%s)', async (handler, codes) => {
    const prepared = shown(await bench.prepare('film.mp4', await withTrack(handler)));
    expect(prepared.warnings.map(({ code }) => code)).toEqual(codes);
  });

  it('a film in Matroska is played, and its subtitles are told', async () => {
    const film = await committed('film-vp9.webm');
    expect(shown(await bench.prepare('film.mkv', film))).toMatchObject({ kind: 'video', warnings: [] });
    // In the place of the name of the program, which stands near the tracks.
    const named = film.indexOf('Lavf');
    expect(named).toBeGreaterThan(0);
    const titled = Buffer.from(film);
    titled.write('S_VOBSUB', named, 'latin1');
    expect(shown(await bench.prepare('film.mkv', titled)).warnings).toMatchObject([{ code: 'video-subtitles' }]);
  });
});
