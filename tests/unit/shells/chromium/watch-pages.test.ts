import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createDeferred } from '../../../../main/lib/deferred.ts';
import { watchPages } from '../../../../main/shells/chromium/watch-pages.ts';
import { handTimers } from '../../../support/hand-timers.ts';

const ATTACHED = { method: 'Target.attachedToTarget', params: { sessionId: 'P', targetInfo: { type: 'page' } } };

const ADDRESS = 'http://127.0.0.1:1/';

/** A Chromium of which only the debugging pipes are there. */
function watched(address: () => Promise<string> = async () => ADDRESS) {
  const fromChromium = new PassThrough();
  const asked: { id: number; method: string; sessionId?: string; params?: object }[] = [];
  const toChromium = new PassThrough().setEncoding('utf8');
  toChromium.on('data', (text: string) => {
    for (const one of text.split('\0').filter(Boolean)) asked.push(JSON.parse(one));
  });
  const lost: string[] = [];
  let paints = 0;
  const timers = handTimers();
  const pace = { everyMs: 100, limitMs: 1000, misses: 2 };
  watchPages(
    toChromium,
    fromChromium,
    { onLost: (why) => lost.push(why), onPainted: () => paints++ },
    { address, timers, pace },
  );
  const send = (value: object) => fromChromium.write(`${JSON.stringify(value)}\0`);
  return { fromChromium, send, asked, lost, timers, paints: () => paints };
}

describe('a page that crashes', () => {
  it('is noticed on the debugging pipe, also when the message comes in pieces', async () => {
    const { fromChromium, asked, lost } = watched();
    await expect.poll(() => asked.map(({ method }) => method)).toContain('Target.setDiscoverTargets');
    fromChromium.write('{"id":1,"result":{}}\0{"method":"Target.targetCreated","params":{}}\0');
    fromChromium.write('{"method":"Target.target');
    expect(lost).toEqual([]);
    fromChromium.write('Crashed","params":{"targetId":"A"}}\0');
    await expect.poll(() => lost).toEqual(['crashed']);
  });
});

describe('a page that paints', () => {
  it('is noticed once it has painted text or a picture, and not for its background, nor for another page', async () => {
    const { send, asked, paints } = watched();
    send(ATTACHED);
    send({ method: 'Page.lifecycleEvent', sessionId: 'P', params: { name: 'firstPaint' } });
    send({ method: 'Page.lifecycleEvent', sessionId: 'Q', params: { name: 'firstContentfulPaint' } });
    send({ method: 'Page.lifecycleEvent', sessionId: 'P', params: { name: 'firstContentfulPaint' } });
    await expect.poll(paints).toBe(1);
    // The page gets a mouse that moves, so that its pointer, which is none, is the one that is seen.
    await expect.poll(() => asked.map(({ method }) => method)).toContain('Input.dispatchMouseEvent');
    // The black page that it came after is not one that a key leads back to.
    await expect.poll(() => asked.map(({ method }) => method)).toContain('Page.resetNavigationHistory');
  });
});

describe('a Chromium that is open before the service answers', () => {
  it('opens the address once it does, and nothing is expected of its black page however long that takes', async () => {
    const up = createDeferred<string>();
    const { send, asked, lost, timers } = watched(() => up.promise);
    send(ATTACHED);
    await expect.poll(() => asked.at(-1)?.method).toBe('Page.setLifecycleEventsEnabled');
    let answered = asked.length;
    for (let n = 0; n < 300; n += 1) {
      timers.pass(1_000);
      await new Promise(setImmediate);
      for (; answered < asked.length; answered += 1) send({ id: asked[answered]?.id, sessionId: 'P', result: {} });
      await new Promise(setImmediate);
    }
    const opened = () => asked.filter(({ method }) => /^Page\.(?:navigate|reload)$/u.test(method));
    expect([opened(), lost]).toEqual([[], []]);
    up.resolve(ADDRESS);
    await expect.poll(opened).toMatchObject([{ method: 'Page.navigate', params: { url: ADDRESS }, sessionId: 'P' }]);
  });
});

describe('a page that hangs', () => {
  it('is asked on its own thread, and is lost after two missing answers', async () => {
    const { send, asked, lost, timers } = watched();
    send(ATTACHED);
    await expect.poll(() => asked.at(-1)?.method).toBe('Page.navigate');
    timers.pass(100);
    await expect.poll(() => asked.at(-1)).toMatchObject({ method: 'Runtime.evaluate', sessionId: 'P' });
    send({ id: asked.at(-1)?.id, sessionId: 'P', result: {} });
    const questions = asked.length;
    const passed = () => {
      timers.pass(100);
      return asked.length;
    };
    await expect.poll(passed).toBe(questions + 1);
    timers.pass(1000);
    expect(lost).toEqual([]);
    timers.pass(1000);
    expect(lost).toEqual(['hung']);
  });
});

describe('a page that answers, but paints nothing any more', () => {
  it('is loaded again, and lost where that does not help', async () => {
    const { send, asked, lost, timers } = watched();
    send(ATTACHED);
    await expect.poll(() => asked.at(-1)?.method).toBe('Page.navigate');
    let answered = asked.length;
    /** A second passes; each question of the page is answered with eight paints, and slides of twelve seconds. */
    const second = async (): Promise<void> => {
      timers.pass(1_000);
      await new Promise(setImmediate);
      for (; answered < asked.length; answered += 1) {
        send({ id: asked[answered]?.id, sessionId: 'P', result: { result: { type: 'string', value: '8 12000' } } });
      }
      await new Promise(setImmediate);
    };
    const reloads = () => asked.filter(({ method }) => method === 'Page.reload').length;
    for (let n = 0; n < 30; n += 1) await second();
    expect([reloads(), lost]).toEqual([0, []]);
    for (let n = 0; n < 40; n += 1) await second();
    expect([reloads(), lost]).toEqual([1, []]);
    for (let n = 0; n < 45; n += 1) await second();
    expect([reloads(), lost]).toEqual([1, ['silent']]);
  });
});
