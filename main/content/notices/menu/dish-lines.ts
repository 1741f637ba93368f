import { courseOf } from './menu-words.ts';

/** One dish of a cell, with the course that its own line names: « Dessert : fraises ». */
export interface WrittenDish {
  readonly course: string | null;
  readonly dish: string;
}

const INLINE_COURSE = /^([\p{L}’' -]{3,24}?)\s*:\s*(.+)$/u;

/** The dishes of the lines of a cell. */
export function dishesOf(lines: readonly string[]): WrittenDish[] {
  return joined(lines).map((line) => {
    const [, before = '', behind = ''] = INLINE_COURSE.exec(line) ?? [];
    const course = before === '' ? null : courseOf(before);
    return course === null ? { course, dish: line } : { course, dish: behind };
  });
}

/** A line of a menu without the mark of a list before it. */
export const withoutBullet = (line: string): string => line.replace(/^[-–—•*·○▪]\s+/u, '').trim();

/** Whether a line goes on with the dish of the one above it. */
export const goesOn = (above: string, line: string): boolean =>
  /(?<!\p{L})(?:ou|et)$/iu.test(above) || /^(?:ou|et)(?!\p{L})/iu.test(line) || /^[(/+&]/u.test(line);

/** « ou » at the end or the start of a line joins it with its neighbour, and bullets go. */
function joined(lines: readonly string[]): string[] {
  const dishes: string[] = [];
  for (const written of lines) {
    const line = withoutBullet(written);
    if (line === '') continue;
    const last = dishes.at(-1);
    if (last !== undefined && goesOn(last, line)) dishes[dishes.length - 1] = `${last} ${line}`;
    else dishes.push(line);
  }
  return dishes;
}
