import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everySeconds } from '../../../main/lib/seconds.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('looks of any pace share one timer, which ends with the last of them', () => {
  const looks: string[] = [];
  const [root, store] = [1, 3].map((seconds) => everySeconds(seconds).subscribe(() => looks.push(`every ${seconds}`)));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(6_000);
  expect(looks.filter((look) => look === 'every 1')).toHaveLength(6);
  expect(looks.filter((look) => look === 'every 3')).toHaveLength(2);
  root?.unsubscribe();
  store?.unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
});

test('who begins between two seconds looks within the time asked for', () => {
  const other = everySeconds(1).subscribe();
  vi.advanceTimersByTime(700);
  let looks = 0;
  const late = everySeconds(3).subscribe(() => (looks += 1));
  vi.advanceTimersByTime(2_999);
  expect(looks).toBe(1);
  late.unsubscribe();
  other.unsubscribe();
});
