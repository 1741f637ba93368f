import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Wait } from '../../../../renderer/player/wait.ts';

describe('a wait', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends after its time, with no timer longer than a minute', () => {
    const timer = vi.spyOn(globalThis, 'setTimeout');
    const done = vi.fn();
    new Wait(30 * 86_400_000, done);
    vi.advanceTimersByTime(30 * 86_400_000 - 1);
    expect(done).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(done).toHaveBeenCalledOnce();
    expect(Math.max(...timer.mock.calls.map(([, ms]) => ms ?? 0))).toBe(60_000);
  });

  it('does not count its pauses', () => {
    const done = vi.fn();
    const wait = new Wait(10_000, done);
    vi.advanceTimersByTime(4000);
    wait.pause();
    vi.advanceTimersByTime(60_000);
    wait.resume();
    vi.advanceTimersByTime(5999);
    expect(done).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(done).toHaveBeenCalledOnce();
  });
});
