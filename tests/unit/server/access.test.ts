import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { beforeEach, describe, expect, type TestContext, test } from 'vitest';
import type { Programme } from '../../../main/contract.ts';
import { isFromLoopback } from '../../../main/server/access.ts';
import { createSessions, SESSION_SECONDS } from '../../../main/server/sessions.ts';
import { isCode, keepCode, newCode, readKeptCode } from '../../../main/settings/access-code.ts';
import { prepareStateFolder } from '../../../main/settings/state-folder.ts';
import type { RunningApp } from '../../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { ownAddress } from '../../support/own-address.ts';
import { skipBecause } from '../../support/skip-because.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);
const address = ownAddress();
const CODE = 'K7QM-3XPD-W2RA';

function skipWithoutAddress(context: TestContext): void {
  if (address === null) skipBecause(context, 'this machine has no address but its loopback');
}

/** A service on the network, with an affiche, and how another machine asks it. */
async function onNetwork(code: string | null = CODE) {
  await prepareStateFolder(folders.state);
  if (code !== null) await keepCode(folders.state, code);
  const picture = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#c8452b' } })
    .png()
    .toBuffer();
  await folders.write('Affiche secrète.png', picture);
  const app = await start('2031-03-11T09:00', { host: '0.0.0.0' });
  const { port } = new URL(app.url);
  const origin = `http://${address}:${port}`;
  const ask = (path: string, init: RequestInit = {}) => {
    const abort = AbortSignal.timeout(30_000);
    return fetch(new URL(path, origin), { signal: abort, ...init, headers: { origin, ...init.headers } });
  };
  return { app, ask, origin };
}

const localProgramme = async (app: RunningApp): Promise<Programme> => {
  const url = app.url.replace('0.0.0.0', '127.0.0.1');
  return eventually(
    async () => (await (await fetch(`${url}api/programme`)).json()) as Programme,
    ({ slides }) => slides.some(({ kind }) => kind === 'image'),
  );
};

/** Every route, and what a machine of the network gets of it without a code: a status. */
const TABLE: readonly (readonly [method: string, path: string, status: number, body?: unknown])[] = [
  ['GET', '/', 200],
  ['GET', '/regie', 200],
  ['GET', '/api/regie/week', 401],
  ['GET', '/api/regie/files', 401],
  ['GET', '/api/regie/screens', 401],
  ['GET', '/api/regie/screens/hall/picture', 401],
  ['GET', '/api/regie/stream', 401],
  ['GET', '/api/regie/folders', 401],
  ['GET', '/api/regie/bin', 401],
  ['POST', '/api/regie/bin/x/restore', 401],
  ['POST', '/api/regie/trials?name=a.txt', 401],
  ['GET', '/api/regie/trials/x/programme', 401],
  ['POST', '/api/regie/trials/x/save', 401],
  ['DELETE', '/api/regie/trials/x', 401],
  ['POST', '/api/regie/urgent', 401, { text: 'x', until: '23:00' }],
  ['GET', '/api/display', 200],
  ['GET', '/api/programme', 200],
  ['GET', '/api/programme?at=2031-03-12T09:00', 401],
  ['GET', '/api/programme/stream', 200],
  ['POST', '/api/screens', 204, { screen: '', width: 1, height: 1, dpr: 1, slide: null }],
  ['GET', '/api/catalogue', 401],
  ['GET', '/health', 401],
  ['GET', '/metrics', 401],
  ['GET', '/api/regie/session', 200],
  ['POST', '/api/regie/session', 401, { code: 'AAAA-AAAA-AAAA' }],
  ['DELETE', '/api/regie/session', 204],
  ['GET', '/media/00000000000000000000000000000000/a.webp', 404],
  ['GET', '/api/regie/pictures/00000000000000000000000000000000', 401],
  ['GET', '/nulle-part', 404],
  ['GET', '/../../etc/passwd', 404],
];

describe('a machine of the network without a code', () => {
  beforeEach(skipWithoutAddress);

  test('gets the player, the programme and its media, and nothing else: every route', async () => {
    const { app, ask } = await onNetwork();
    await localProgramme(app);
    for (const [method, path, status, body] of TABLE) {
      const init =
        body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const answer = await ask(path, {
        method,
        ...init,
        ...(path.endsWith('/stream') ? { headers: { accept: 'text/event-stream' } } : {}),
      });
      expect([method, path, answer.status]).toEqual([method, path, status]);
      if (path.endsWith('/stream') && status === 200) await answer.body?.cancel();
      else expect(await answer.text()).not.toContain('secrète.png');
      // Whoever may not read a route may not ask for its head either.
      if (method === 'GET' && !path.endsWith('/stream'))
        expect([path, (await ask(path, { method: 'HEAD' })).status]).toEqual([path, status]);
    }
  });

  test('is given no name of a file, and can fetch the picture of its slide', async () => {
    const { app, ask } = await onNetwork();
    const local = await localProgramme(app);
    const answer = await ask('/api/programme');
    const programme = (await answer.json()) as Programme;
    expect(programme.slides.map(({ id }) => id)).toEqual(local.slides.map(({ id }) => id));
    const image = programme.slides.find((slide) => slide.kind === 'image');
    expect(JSON.stringify([image?.source, image?.item, image?.group])).not.toMatch(/Affiche/u);
    expect((await ask(image?.src ?? '')).headers.get('content-type')).toBe('image/jpeg');
  });

  test('may not write from the page of another site', async () => {
    const { ask } = await onNetwork();
    const foreign = await ask('/api/regie/session', { method: 'POST', headers: { origin: 'http://ailleurs.example' } });
    expect([foreign.status, await foreign.json()]).toEqual([
      403,
      { message: 'Seule la page de Préau peut envoyer cela.' },
    ]);
  });

  test('has five tries a minute, and a thousand wrong codes do not stop the programme', async () => {
    const { ask } = await onNetwork();
    const tryCode = (code: string) =>
      ask('/api/regie/session', {
        method: 'POST',
        body: JSON.stringify({ code }),
        headers: { 'content-type': 'application/json' },
      });
    const statuses: number[] = [];
    for (let n = 0; n < 50; n++) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => tryCode(`AAAA-${n}-${index}`)));
      for (const answer of answers) {
        statuses.push(answer.status);
        await answer.body?.cancel();
      }
    }
    expect(await (await tryCode('AAAA')).json()).toEqual({ message: 'Trop d’essais\u00a0: attendez une minute.' });
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect((await tryCode(CODE)).status).toBe(429);
    expect((await ask('/api/programme')).status).toBe(200);
  });

  test('is told to have one set where none is', async () => {
    const { ask } = await onNetwork(null);
    expect(await (await ask('/api/regie/session')).json()).toMatchObject({ open: false, message: /preau code/u });
  });
});

describe('a machine of the network with the code', () => {
  beforeEach(skipWithoutAddress);

  test('sees all in a session, whose cookie scripts cannot read and other sites cannot send', async () => {
    const { ask } = await onNetwork();
    const opened = await ask('/api/regie/session', {
      method: 'POST',
      body: JSON.stringify({ code: 'k7qm 3xpd w2ra' }),
      headers: { 'content-type': 'application/json' },
    });
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect([opened.status, cookie]).toEqual([204, expect.stringMatching(/HttpOnly; SameSite=Strict/u)]);
    const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
    for (const path of ['/health', '/api/catalogue', '/metrics', '/api/programme?at=2031-03-12T09:00'])
      expect([path, (await ask(path, { headers })).status]).toEqual([path, 200]);
    await keepCode(folders.state, newCode());
    expect((await ask('/health', { headers })).status).toBe(401);
    const forged = { cookie: `${headers.cookie.slice(0, -4)}AAAA` };
    expect((await ask('/health', { headers: forged })).status).toBe(401);
  });

  test('in a header, as Prometheus sends it, reads the metrics as often as it asks', async () => {
    const { ask } = await onNetwork();
    for (let n = 0; n < 12; n++)
      expect((await ask('/metrics', { headers: { authorization: `Bearer ${CODE}` } })).status).toBe(200);
    expect((await ask('/metrics', { headers: { authorization: 'Bearer faux' } })).status).toBe(401);
  });
});

describe('the loopback', () => {
  const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
    isFromLoopback({ headers, socket: { remoteAddress } } as Parameters<typeof isFromLoopback>[0]);

  test.each(['127.0.0.1', '127.0.0.2', '::1', '::ffff:127.0.0.1'])('%s is this machine', (remote) => {
    expect(from(remote)).toBe(true);
  });

  test.each(['192.168.1.2', '::ffff:192.168.1.2', 'fe80::1', '128.0.0.1', ''])('%s is another machine', (remote) => {
    expect(from(remote)).toBe(false);
  });

  test('is not what a proxy passes on', () => {
    expect(from('127.0.0.1', { 'x-forwarded-for': '10.0.0.7' })).toBe(false);
    expect(from('127.0.0.1', { via: '1.1 nginx' })).toBe(false);
  });
});

describe('the code', () => {
  test('is kept as a digest, in a file that only its owner reads', async () => {
    await prepareStateFolder(folders.state);
    await keepCode(folders.state, CODE);
    const text = readFileSync(join(folders.state, 'code.json'), 'utf8');
    expect(text).not.toContain('K7QM');
    const kept = await readKeptCode(folders.state);
    if (kept === null) throw new Error('no code is kept');
    expect([await isCode('K7QM3XPDW2RA', kept), await isCode('K7QM-3XPD-W2RB', kept)]).toEqual([true, false]);
  });

  test('that is garbage on the disk opens nothing', async () => {
    await prepareStateFolder(folders.state);
    const sessions = createSessions(folders.state);
    expect([await sessions.hasCode(), await sessions.open(''), await sessions.isOpen('1.x')]).toEqual([
      false,
      null,
      false,
    ]);
  });

  test('opens a session of eight days', async () => {
    await prepareStateFolder(folders.state);
    await keepCode(folders.state, CODE);
    let nowMs = 1_000_000;
    const sessions = createSessions(folders.state, () => nowMs);
    const cookie = (await sessions.open(CODE)) ?? '';
    nowMs += (SESSION_SECONDS - 1) * 1000;
    expect(await sessions.isOpen(cookie)).toBe(true);
    nowMs += 2_000;
    expect(await sessions.isOpen(cookie)).toBe(false);
  });
});

test('every route that the server has is in the table', async () => {
  const routes: { readonly method: string; readonly url: string }[] = [];
  // Fastify tells of each server that is made: what is asked here is its own list, whoever adds a route to it.
  const listen = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) routes.push({ method: each, url });
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    await start('2031-03-11T09:00');
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
  expect(routes.length).toBeGreaterThan(25);
  const untried = routes.filter(({ method, url }) => {
    const path = new RegExp(`^${url.replace(/:\w+|\*/gu, '[^/?]+')}(?:\\?|$)`, 'u');
    return !TABLE.some(([asked, row]) => (method === 'HEAD' ? 'GET' : method) === asked && path.test(row));
  });
  expect(untried).toEqual([]);
});
