import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { playerStream } from '../../../main/server/programme-stream.ts';

const toClose: (() => void)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

/** A player that has sent its request, and the answer as the server writes it. */
async function connected(): Promise<{ readonly player: Socket; readonly response: ServerResponse }> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const player = connect((server.address() as AddressInfo).port, '127.0.0.1');
  toClose.push(() => {
    player.destroy();
    server.close();
  });
  player.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  return { player, response };
}

const shared = (revision: string, padding = 0) => ({
  revision,
  nextChange: null,
  day: '2031-03-11',
  lit: true,
  theme: 'clair' as const,
  week: [],
  recallMs: 0,
  turnMs: 0,
  slides: [],
  padding: '.'.repeat(padding),
});

test('a player is told of its own screen, with the bytes that all screens share', async () => {
  const { player, response } = await connected();
  let text = '';
  player.on('data', (bytes) => {
    text += bytes;
  });
  const stream = playerStream(response);
  stream.programme({ at: '2031-03-11T09:00', screen: 'hall', shared: shared('one') });
  stream.alive({ at: '2031-03-11T09:01' });
  await expect.poll(() => text).toContain('event: alive');
  const [, data = ''] = /data: (\{.*?)\r?\n/u.exec(text.replace(/\r\n[0-9a-f]+\r\n/gu, '')) ?? [];
  expect(JSON.parse(data)).toMatchObject({ at: '2031-03-11T09:00', screen: 'hall', revision: 'one' });
});

test('for a player that does not read, the newest programme alone waits; when it takes nothing, it is cut off', async () => {
  const { player, response } = await connected();
  player.pause();
  let now = 0;
  const stream = playerStream(response, () => now);
  const send = (revision: string) => stream.programme({ at: '', screen: '', shared: shared(revision, 4_000_000) });
  for (let n = 0; n < 20; n += 1) send(`n${n}`);
  expect(response.writableLength).toBeLessThan(5_000_000);
  let text = '';
  player.on('data', (bytes) => {
    text += bytes;
  });
  player.resume();
  await expect.poll(() => text.match(/(?<="revision":")n\d+/gu)).toEqual(['n0', 'n19']);
  player.pause();
  send('unread');
  now = 29_000;
  stream.alive({ at: '' });
  expect(response.destroyed).toBe(false);
  now = 31_000;
  stream.alive({ at: '' });
  expect(response.destroyed).toBe(true);
});
