import type { z } from 'zod';
import { type SitePath, type SiteProblem, unknownKey, wrongValue } from './site-problem.ts';
import { isMapping, UNREADABLE } from './site-yaml.ts';

/** What each key of a mapping may hold. */
export type KeySchemas = Readonly<Record<string, z.ZodType>>;

/** A mapping, key by key. */
export interface KeysRead<S extends KeySchemas> {
  /** The value of each key that is written and right. An empty value counts as not written. */
  readonly values: { readonly [K in keyof S]?: z.output<S[K]> };
  /** The keys that are written and wrong: a problem tells of each. */
  readonly wrong: ReadonlySet<keyof S>;
}

/**
 * Reads a mapping key by key, so that a wrong or unknown key costs that key alone. What it finds is added to `problems`.
 * Returns null where `data` is no mapping.
 */
export function readKeys<S extends KeySchemas>(
  data: unknown,
  schemas: S,
  path: SitePath,
  problems: SiteProblem[],
): KeysRead<S> | null {
  if (data === UNREADABLE) return null;
  if (!isMapping(data)) {
    problems.push(wrongValue(path, data));
    return null;
  }
  const values: Record<string, unknown> = {};
  const wrong = new Set<keyof S>();
  for (const [key, value] of Object.entries(data)) {
    const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
    if (schema === undefined) problems.push(unknownKey(key, path, Object.keys(schemas)));
    else if (value === UNREADABLE) wrong.add(key);
    else if (value !== null) {
      const parsed = schema.safeParse(value);
      if (parsed.success) values[key] = parsed.data;
      else {
        wrong.add(key);
        problems.push(wrongValue([...path, key], value));
      }
    }
  }
  return { values: values as KeysRead<S>['values'], wrong };
}
