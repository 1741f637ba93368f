import { auditTime, buffer, connect, type OperatorFunction } from 'rxjs';

/** Gathers the values of each burst into one array, which is emitted `ms` milliseconds after the first value of the burst. */
export function gather<T>(ms: number): OperatorFunction<T, T[]> {
  return connect((values$) => values$.pipe(buffer(values$.pipe(auditTime(ms)))));
}
