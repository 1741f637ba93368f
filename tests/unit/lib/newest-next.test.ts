import { of, Subject } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { newestNext } from '../../../main/lib/newest-next.ts';

/** Makes something of numbers when it is told to; those from 100 on are urgent. */
function making() {
  const values$ = new Subject<number>();
  const done = new Map<number, Subject<string>>();
  const [begun, seen, ends]: [number[], string[], string[]] = [[], [], []];
  const make = (value: number) => {
    begun.push(value);
    const result$ = new Subject<string>();
    done.set(value, result$);
    return result$;
  };
  const subscription = values$.pipe(newestNext(make, (value) => value >= 100)).subscribe({
    next: (result) => seen.push(result),
    error: (error: Error) => ends.push(error.message),
    complete: () => ends.push('complete'),
  });
  const end = (value: number) => {
    done.get(value)?.next(`made of ${value}`);
    done.get(value)?.complete();
  };
  return { values$, done, begun, seen, ends, end, subscription };
}

describe('of values that come while something is made of another', () => {
  test('the first is made to its end, and then the newest; those between are passed over', () => {
    const { values$, begun, seen, end } = making();
    for (const value of [1, 2, 3, 4]) values$.next(value);
    expect(begun).toEqual([1]);
    end(1);
    expect(begun).toEqual([1, 4]);
    end(4);
    expect(seen).toEqual(['made of 1', 'made of 4']);
  });

  test('an urgent one takes the place of what is being made', () => {
    const { values$, begun, seen, end, done } = making();
    for (const value of [1, 2, 100]) values$.next(value);
    expect(begun).toEqual([1, 100]);
    expect(done.get(1)?.observed).toBe(false);
    end(100);
    expect([begun, seen]).toEqual([[1, 100], ['made of 100']]);
  });

  test('the newest is still made where no more will come; an error ends all', () => {
    const whole = making();
    for (const value of [1, 2]) whole.values$.next(value);
    whole.values$.complete();
    expect(whole.ends).toEqual([]);
    whole.end(1);
    whole.end(2);
    expect([whole.seen, whole.ends]).toEqual([['made of 1', 'made of 2'], ['complete']]);
    const broken = making();
    broken.values$.next(1);
    broken.done.get(1)?.error(new Error('no'));
    expect([broken.ends, broken.values$.observed]).toEqual([['no'], false]);
  });

  test('nothing goes on where nobody listens any more', () => {
    const { values$, done, subscription } = making();
    values$.next(1);
    subscription.unsubscribe();
    expect([values$.observed, done.get(1)?.observed]).toEqual([false, false]);
  });
});

test('what is made at once is there at once', () => {
  const seen: number[] = [];
  of(1, 2, 3)
    .pipe(
      newestNext(
        (value) => of(value, value * 10),
        () => false,
      ),
    )
    .subscribe((result) => seen.push(result));
  expect(seen).toEqual([1, 10, 2, 20, 3, 30]);
});
