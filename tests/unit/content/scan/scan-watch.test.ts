import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyListing, type Listing } from '../../../../main/content/scan/listing.ts';
import { watchScan } from '../../../../main/content/scan/scan-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a scan hangs when it looks at nothing more for twenty seconds, however long it takes in all; it is waited for', async () => {
  const onHang = vi.fn();
  let look = () => {};
  let end = (_: Listing) => {};
  const scanned = watchScan((onLook) => {
    look = onLook;
    return new Promise((resolve) => {
      end = resolve;
    });
  }, onHang);
  for (let n = 0; n < 10; n += 1) {
    vi.advanceTimersByTime(19_000);
    look();
  }
  expect(onHang).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20_000);
  expect(onHang).toHaveBeenCalledOnce();
  end(emptyListing);
  expect(await scanned).toBe(emptyListing);
  expect(vi.getTimerCount()).toBe(0);
});
