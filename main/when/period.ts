import type { When } from './when.ts';

/** The first and the last day that a When can name; null where it has no such end, or a calendar file says it. */
export function periodOf(when: When): { readonly from: string | null; readonly to: string | null } {
  if (when.type === 'calendar') return { from: null, to: null };
  const froms = when.ranges.map(({ from }) => from);
  const tos = when.ranges.map(({ to }) => to);
  return {
    from: froms.includes(null) ? null : (froms.toSorted()[0] ?? null),
    to: tos.includes(null) ? null : (tos.toSorted().at(-1) ?? null),
  };
}
