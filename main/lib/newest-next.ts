import { Observable, type OperatorFunction, Subscription } from 'rxjs';

/**
 * Makes something of each value, one at a time and to the end; of the values that come meanwhile, only the newest is next. In its
 * place, `switchMap` would never end while values come faster than something is made of one, and `exhaustMap` would lose
 * the last of them. A value that `isUrgent` takes the place of the one of which something is being made.
 */
export function newestNext<T, R>(
  make: (value: T) => Observable<R>,
  isUrgent: (value: T, madeOf: T) => boolean,
): OperatorFunction<T, R> {
  return (values$) =>
    new Observable<R>((subscriber) => {
      let making: { readonly of: T; readonly subscription: Subscription } | null = null;
      let next: { readonly value: T } | null = null;
      let hasEnded = false;
      const begin = (value: T): void => {
        next = null;
        const subscription = new Subscription();
        making = { of: value, subscription };
        const made = make(value).subscribe({
          next: (result) => subscriber.next(result),
          error: (error: unknown) => subscriber.error(error),
          complete() {
            making = null;
            if (next !== null) begin(next.value);
            else if (hasEnded) subscriber.complete();
          },
        });
        subscription.add(made);
      };
      const values = values$.subscribe({
        next(value) {
          if (making !== null && !isUrgent(value, making.of)) {
            next = { value };
            return;
          }
          making?.subscription.unsubscribe();
          begin(value);
        },
        error: (error: unknown) => subscriber.error(error),
        complete() {
          hasEnded = true;
          if (making === null) subscriber.complete();
        },
      });
      return () => {
        values.unsubscribe();
        making?.subscription.unsubscribe();
      };
    });
}
