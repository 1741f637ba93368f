import type { Tinypool } from 'tinypool';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { threadsWithin } from '../../../../main/content/preparation/threads.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Threads that are never there, and how often they were started and ended. */
function counted() {
  const counts = { started: 0, ended: 0 };
  const open = () => {
    counts.started += 1;
    const destroy = async () => {
      counts.ended += 1;
    };
    return { destroy } as unknown as Tinypool;
  };
  return { counts, open };
}

describe('threads that prepare pictures', () => {
  it('start when a file needs them, and once', () => {
    const { counts, open } = counted();
    const threads = threadsWithin(10_000, open);
    expect(counts.started).toBe(0);
    const pool = threads.pool();
    vi.advanceTimersByTime(20_000);
    expect(threads.pool()).toBe(pool);
    expect(counts.started).toBe(1);
  });

  it('are there for the first file that comes long after the start', () => {
    const { counts, open } = counted();
    threadsWithin(10_000, open);
    vi.advanceTimersByTime(10_000);
    expect(counts.started).toBe(1);
  });

  it('are not started where the service is closed before', async () => {
    const { counts, open } = counted();
    const threads = threadsWithin(10_000, open);
    await threads.close();
    vi.advanceTimersByTime(20_000);
    expect(() => threads.pool()).toThrow('closed');
    expect(counts).toEqual({ started: 0, ended: 0 });
  });

  it('end with the service', async () => {
    const { counts, open } = counted();
    const threads = threadsWithin(0, open);
    threads.pool();
    await threads.close();
    expect(counts).toEqual({ started: 1, ended: 1 });
  });
});
