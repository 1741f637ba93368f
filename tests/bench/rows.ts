import type { Row } from './row.ts';

/** What staff do and see first, then what grows with how much there is, then what lasts. Others follow by their names. */
const ORDER = [
  'drop',
  'copy',
  'start',
  'cold',
  'frames',
  'idle',
  'folder',
  'first',
  'screens',
  'programme',
  'many',
  'media',
  'memory',
  'peer',
];

const modules = import.meta.glob<{ readonly row: Row }>('./rows/*.ts', { eager: true });

/** The rows of all files of `rows`, in the order in which they run and are printed. */
export function allRows(): Row[] {
  const place = ({ name }: Row) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return Object.entries(modules)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row }]) => row)
    .toSorted((a, b) => place(a) - place(b));
}
