import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOpenFiles } from '../../../main/server/open-files.ts';
import { createPieces } from '../../../main/server/pieces.ts';
import { sendFile } from '../../../main/server/send-file.ts';

const film = randomBytes(2_300_000);
const app = fastify({ forceCloseConnections: true });
let folder = '';
let url = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-send-'));
  await writeFile(join(folder, 'film'), film);
  await writeFile(join(folder, 'empty'), '');
  await writeFile(join(folder, 'damaged'), film);
  const pieces = createPieces(3);
  const files = createOpenFiles();
  app.addHook('onClose', async () => files.close());
  app.get<{ Params: { name: string } }>('/:name', (request, reply) =>
    sendFile(request, reply.type('video/mp4'), `/${request.params.name}`, {
      root: folder,
      contentType: false,
      immutable: true,
      maxAge: '1y',
      files,
      pieces,
      mayUse: Promise.resolve(request.params.name !== 'damaged'),
    }),
  );
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const ask = (range?: string, name = 'film', method = 'GET') =>
  fetch(`${url}/${name}`, { method, ...(range !== undefined && { headers: { range } }) });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe('a file of the store is sent', () => {
  test('whole, with what a browser needs to keep it', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(film.length),
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await bytesOf(answer)).equals(film)).toBe(true);
  });

  test('in any range, to many clients at once, with more pieces than are kept in memory', async () => {
    const place = fc.nat(film.length - 1);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 12 }), async (ranges) => {
        const asked = ranges.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
        const answers = await Promise.all(asked.map(([from, to]) => ask(`bytes=${from}-${to}`).then(bytesOf)));
        answers.forEach((bytes, n) => {
          const [from = 0, to = 0] = asked[n] ?? [];
          expect(bytes.equals(film.subarray(from, to + 1))).toBe(true);
        });
      }),
      { numRuns: 10 },
    );
  });

  test('from a place to its end, and its end, as players ask for it', async () => {
    const rest = await ask('bytes=2000000-');
    expect(rest.status).toBe(206);
    expect(rest.headers.get('content-range')).toBe('bytes 2000000-2299999/2300000');
    expect((await bytesOf(rest)).equals(film.subarray(2_000_000))).toBe(true);
    expect((await bytesOf(await ask('bytes=-5'))).equals(film.subarray(-5))).toBe(true);
  });

  test('not at all where the range is not in it, the client has it, or it is empty, damaged or not there', async () => {
    const outside = await ask('bytes=9000000-');
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */2300000']);
    const etag = (await ask(undefined, 'film', 'HEAD')).headers.get('etag') ?? '';
    // `fetch` would ask for it again, whatever it knows.
    const [known] = await once(get(`${url}/film`, { headers: { 'if-none-match': etag } }), 'response');
    known.resume();
    expect([known.statusCode, known.headers['content-length']]).toEqual([304, undefined]);
    const empty = await ask(undefined, 'empty');
    expect([empty.status, (await bytesOf(empty)).length]).toEqual([200, 0]);
    const refused = await Promise.all(['nothing', 'damaged'].map((name) => ask(undefined, name)));
    expect(refused.map(({ status }) => status)).toEqual([404, 404]);
  });

  test('as its head alone', async () => {
    const head = await ask(undefined, 'film', 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(film.length)]);
  });

  test('to those who stay, when more have left or do not read than there are pieces', async () => {
    const stopped = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const request = get(`${url}/film`);
        const [answer] = await once(request, 'response');
        answer.pause();
        return request;
      }),
    );
    expect((await bytesOf(await ask())).equals(film)).toBe(true);
    for (const request of stopped) request.destroy();
    expect((await bytesOf(await ask())).equals(film)).toBe(true);
  });

  test('as it is by now, where another one has taken its place meanwhile', async () => {
    const version = async (bytes: Buffer) => {
      await writeFile(join(folder, 'next'), bytes);
      await rename(join(folder, 'next'), join(folder, 'changed'));
      return bytesOf(await ask('bytes=0-9', 'changed'));
    };
    for (const size of [20, 30, 40]) {
      const bytes = randomBytes(size);
      expect((await version(bytes)).equals(bytes.subarray(0, 10))).toBe(true);
    }
  });

  test('as it is by now, to whoever asks for all of it again and again', async () => {
    const put = [
      (bytes: Buffer) => writeFile(join(folder, 'again'), bytes),
      async (bytes: Buffer) => {
        await writeFile(join(folder, 'next'), bytes);
        await rename(join(folder, 'next'), join(folder, 'again'));
      },
    ];
    for (const size of [700_000, 700_001, 700_002, 700_003]) {
      const bytes = randomBytes(size);
      await put[size % 2]?.(bytes);
      for (let asked = 0; asked < 4; asked += 1) {
        expect((await bytesOf(await ask(undefined, 'again'))).equals(bytes)).toBe(true);
        // Its bytes are in memory no more, and it is still open.
        await bytesOf(await ask());
      }
    }
  });

  test('with a broken connection where the file ends too early, and never as if it were complete', async () => {
    const short = join(folder, 'short');
    await writeFile(short, film);
    const request = get(`${url}/short`);
    const [answer] = await once(request, 'response');
    await truncate(short, 100);
    await expect(
      (async () => {
        let length = 0;
        for await (const chunk of answer) length += (chunk as Buffer).length;
        return length;
      })(),
    ).rejects.toThrow('aborted');
  });
});
