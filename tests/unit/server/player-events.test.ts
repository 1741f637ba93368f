import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import type { ScreenProgramme } from '../../../main/programme/screen-programme.ts';
import { aliveEvent, programmeEvent, writeEvent } from '../../../main/server/player-events.ts';

const shared = {
  revision: 'one',
  nextChange: null,
  day: '2031-03-11',
  lit: true,
  theme: 'clair' as const,
  week: [],
  recallMs: 0,
  turnMs: 0,
  slides: [
    { id: 'a', kind: 'idle' as const, title: 'É', durationMs: 1, source: 'secret.md', serial: 0, item: 'secret.md' },
    {
      ...{
        id: 'b',
        kind: 'absences' as const,
        title: 'Absences',
        durationMs: 1,
        source: null,
        serial: 0,
        today: true as const,
      },
      ...{ day: '2031-03-11', label: 'Aujourd’hui', entries: [{ teacher: 'M. Martin', item: 'secret.csv#2' }] },
    },
    {
      ...{ id: 'c', kind: 'agenda' as const, title: 'Aujourd’hui', durationMs: 1, source: null, serial: 0 },
      ...{ label: 'Aujourd’hui', day: '2031-03-11' },
      sections: [{ heading: 'Ce mardi', entries: [{ town: '', title: 'Forum', item: 'secret.ics#1' }] }],
    },
  ],
};
const [hall, cdi] = ['hall', 'cdi'].map((screen) => ({ at: '2031-03-11T09:00', screen, shared }));

const eventOf = (programme: ScreenProgramme, isTrusted: boolean) =>
  firstValueFrom(programmeEvent(programme, isTrusted));
const textOf = ({ data }: Awaited<ReturnType<typeof eventOf>>) => data.map(String).join('');

test('each screen is told its own name and what all of them share, whose bytes are the same ones', async () => {
  if (!hall || !cdi) throw new Error('two screens are needed');
  const [one, other] = await Promise.all([eventOf(hall, true), eventOf(cdi, true)]);
  const { at, screen } = hall;
  expect(JSON.parse(textOf(one))).toEqual({ at, screen, ...shared });
  expect(JSON.parse(textOf(other))).toMatchObject({ screen: 'cdi', revision: 'one' });
  expect(other.data.at(-1)).toBe(one.data.at(-1));
  expect(textOf(await eventOf(hall, false))).not.toContain('secret');
});

test('an event is written until its player has taken it, or has left', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const player = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  try {
    player.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
    await writeEvent(response, aliveEvent({ at: '2031-03-11T09:00' }));
    const large = { event: 'programme' as const, data: ['', Buffer.alloc(16_000_000, '.')] as const };
    const listeners = [response.listenerCount('drain'), response.listenerCount('close')];
    let taken = false;
    const writing = writeEvent(response, large).then(() => {
      taken = true;
    });
    await new Promise(setImmediate);
    expect(taken).toBe(false);
    player.resume();
    await writing;
    player.pause();
    const left = writeEvent(response, large);
    player.destroy();
    await left;
    expect([response.listenerCount('drain'), response.listenerCount('close')]).toEqual(listeners);
  } finally {
    player.destroy();
    server.close();
  }
});
