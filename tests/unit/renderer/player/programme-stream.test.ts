import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { type Message, pauseMs, programmeMessages } from '../../../../renderer/player/programme-stream.ts';

class FakeSource extends EventTarget {
  closed = false;
  close(): void {
    this.closed = true;
  }
  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: typeof data === 'string' ? data : JSON.stringify(data) }));
  }
}

function listen(life: (source: FakeSource, n: number, scheduler: VirtualTimeScheduler) => void, until: number) {
  const scheduler = new VirtualTimeScheduler(undefined, until);
  const sources: { readonly source: FakeSource; readonly at: number }[] = [];
  const messages: Message[] = [];
  const subscription = programmeMessages(() => {
    const source = new FakeSource();
    sources.push({ source, at: scheduler.now() });
    scheduler.schedule(() => life(source, sources.length, scheduler), 0);
    return source;
  }, scheduler).subscribe((message) => messages.push(message));
  scheduler.flush();
  subscription.unsubscribe();
  return { sources, messages };
}

describe('the stream of the programme', () => {
  it('marks the first programme of each connection as fresh', () => {
    const { messages } = listen((source, n) => {
      source.say('programme', { day: `${n}a` });
      source.say('programme', { day: `${n}b` });
      if (n === 1) source.dispatchEvent(new Event('error'));
    }, 5000);
    expect(messages.map((one) => one.kind === 'programme' && [one.programme.day, one.fresh])).toEqual([
      ['1a', true],
      ['1b', false],
      ['2a', true],
      ['2b', false],
    ]);
  });

  it('is opened again after 30 s of silence, and the silent source is closed', () => {
    const { sources } = listen(() => undefined, 30_600);
    expect(sources.map((one) => one.at)).toEqual([0, 30_500]);
    expect(sources[0]?.source.closed).toBe(true);
  });

  it('stays open as long as the service says that it is alive', () => {
    const { sources } = listen((source, _n, scheduler) => {
      for (let at = 10_000; at <= 90_000; at += 10_000) scheduler.schedule(() => source.say('alive', { at: 'x' }), at);
    }, 95_000);
    expect(sources).toHaveLength(1);
  });

  it('waits longer before each attempt while the service is away, 5 s at most', () => {
    const { sources } = listen((source) => source.dispatchEvent(new Event('error')), 60_000);
    const gaps = sources.slice(1).map((one, index) => one.at - (sources[index]?.at ?? 0));
    expect(gaps.slice(0, 5)).toEqual([500, 1000, 2000, 2000, 2000]);
    expect(Math.max(...gaps)).toBe(2_000);
    expect(pauseMs(2000)).toBe(2_000);
  });

  it('ignores a message that was cut', () => {
    const { messages } = listen((source) => {
      source.say('programme', '{"day":');
      source.say('alive', { at: 'now', build: 'b' });
    }, 100);
    expect(messages).toEqual([{ kind: 'alive', at: 'now', build: 'b' }]);
  });
});
