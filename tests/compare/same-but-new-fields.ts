/** A place where two values differ, as a path (`slides.2.title`), with both values. */
export interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** `slides.2.title` without its numbers: `slides.title`. */
const withoutIndexes = (path: string) => path.replace(/(^|\.)\d+(?=\.|$)/gu, '');

/**
 * The first difference between two values of JSON, whose fields have to come in the same order; null where there is none.
 * Fields that only `after` has are no difference: their paths, without indexes, are added to `fresh`.
 */
export function firstDifference(before: unknown, after: unknown, fresh: Set<string>, path = ''): Difference | null {
  const differ = { path, before, after };
  if (!isRecord(before) || !isRecord(after)) return Object.is(before, after) ? null : differ;
  if (Array.isArray(before) !== Array.isArray(after)) return differ;
  if (Array.isArray(before) && before.length !== Object.keys(after).length) return differ;
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  const known = Object.keys(after).filter((key) => key in before);
  for (const key of Object.keys(after)) if (!(key in before)) fresh.add(withoutIndexes(at(key)));
  if (known.join('\n') !== Object.keys(before).join('\n')) return differ;
  for (const key of known) {
    const found = firstDifference(before[key], after[key], fresh, at(key));
    if (found !== null) return found;
  }
  return null;
}
