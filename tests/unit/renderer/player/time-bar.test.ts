import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TimeBar } from '../../../../renderer/player/time-bar.ts';

describe('the time bar', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function barOf() {
    const style = { color: '', transform: '' };
    const width = (): number => Number(/scaleX\((.+)\)/u.exec(style.transform)?.[1] ?? 0);
    return { bar: new TimeBar({ style } as unknown as HTMLElement), style, width };
  }

  it('grows to its full width in the time of the slide, in twelve steps', () => {
    const { bar, style, width } = barOf();
    bar.start(12_000, 'red', false);
    expect([style.color, width()]).toEqual(['red', 0]);
    const widths = new Set<number>();
    for (let second = 1; second <= 12; second += 1) {
      vi.advanceTimersByTime(1_000);
      expect(width()).toBeCloseTo(second / 12);
      widths.add(width());
    }
    vi.advanceTimersByTime(60_000);
    expect([widths.size, width(), vi.getTimerCount()]).toEqual([12, 1, 0]);
  });

  it('stays as it is during a pause', () => {
    const { bar, width } = barOf();
    bar.start(12_000, 'red', true);
    vi.advanceTimersByTime(60_000);
    expect(width()).toBe(0);
    bar.resume();
    vi.advanceTimersByTime(6_000);
    bar.pause();
    vi.advanceTimersByTime(60_000);
    expect(width()).toBeCloseTo(0.5);
  });

  it('begins again with each slide, and is gone where there is none', () => {
    const { bar, style, width } = barOf();
    bar.start(12_000, 'red', false);
    vi.advanceTimersByTime(5_000);
    bar.start(12_000, 'green', false);
    expect([style.color, width()]).toEqual(['green', 0]);
    vi.advanceTimersByTime(5_000);
    bar.clear();
    expect([style.transform, vi.getTimerCount()]).toEqual(['', 0]);
  });
});
