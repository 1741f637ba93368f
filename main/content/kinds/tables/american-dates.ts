import { type Fault, guessed, quoted } from '../../faults/fault.ts';
import type { Column } from './columns.ts';

/** Cells in the order and with the hours that French tables write, and what is told of it. */
interface FrenchCells {
  readonly rows: readonly (readonly string[])[];
  readonly faults: readonly Fault[];
}

const DAYS: ReadonlySet<Column | null> = new Set(['date', 'date de fin', 'début', 'fin', 'départ', 'retour']);
const HOURS: ReadonlySet<Column | null> = new Set([...DAYS, 'heure', 'heure de fin']);
/** `05/13/2026`, `5/13/26 9:00 AM` */
const FIGURES = /^(\d{1,2})\/(\d{1,2})\/(20\d\d|\d\d)(?=$|[ ,])/u;
/** `5:00 PM`, `9am`, `5:00:00 p.m.` */
const TWELVE_HOURS = /(?<![\d:])(1[0-2]|0?[1-9])(?::([0-5]\d))?(?::[0-5]\d)?\s?([ap])\.?m\.?(?![\p{L}\d])/giu;
/** `14h30`, `14:00`, `midi`: no program that writes « PM » writes them. */
const FRENCH_HOURS = /\d\s?h(?!\p{L})|(?<!\d)(?:1[3-9]|2[0-3]):\d\d|(?<!\p{L})(?:midi|matin|soir)/iu;
const ENGLISH =
  /^(?:start|end|subject|title|event|summary|day|time|from|to|when|where|location|room|venue|all day)\b/iu;

/**
 * The cells of a table that an English program wrote, `05/13/2026, 5:00 PM`, as French ones. The month stands first where no day can
 * be read otherwise, and most can only be read so; figures that could be either are told where the heading is English.
 */
export function frenchCells(
  rows: readonly (readonly string[])[],
  columns: readonly (Column | null)[],
  names: readonly string[],
): FrenchCells {
  const written = rows.flatMap((cells) =>
    cells.flatMap((cell, at) => (DAYS.has(columns[at] ?? null) ? [FIGURES.exec(cell) ?? []] : [])),
  );
  const figures = written.flatMap(([whole, first, second]) =>
    whole === undefined ? [] : [{ whole, first: Number(first), second: Number(second) }],
  );
  const isTwelve = rows.some((cells) =>
    cells.some((cell, at) => HOURS.has(columns[at] ?? null) && isTwelveHours(cell)),
  );
  // One cell with « PM » among « 14 h » was written by hand.
  const isFrench = rows.some((cells) =>
    cells.some((cell, at) => HOURS.has(columns[at] ?? null) && FRENCH_HOURS.test(cell)),
  );
  const order = orderOf(figures, names, isTwelve && !isFrench);
  if (order === null && !isTwelve) return { rows, faults: [] };
  const french = rows.map((cells) =>
    cells.map((cell, at) => {
      const column = columns[at] ?? null;
      if (!HOURS.has(column)) return cell;
      const hours = isTwelve ? withTwentyFour(cell) : cell;
      return order === 'month' && DAYS.has(column) ? hours.replace(FIGURES, isoOfAmerican) : hours;
    }),
  );
  const [example] = figures.toSorted((one, other) => other.second - one.second);
  return { rows: french, faults: order === null || example === undefined ? [] : [orderTold(example.whole, order)] };
}

/** Which figure stands first; null where it is the day, beyond doubt. */
function orderOf(
  figures: readonly { readonly first: number; readonly second: number }[],
  names: readonly string[],
  isTwelve: boolean,
): 'month' | 'day' | null {
  if (figures.length === 0 || figures.some(({ first }) => first > 12)) return null;
  const certain = figures.filter(({ second }) => second > 12).length;
  const isEnglish = names.some((name) => ENGLISH.test(name.trim()));
  if (certain > 0 && (isEnglish || isTwelve || certain * 2 >= figures.length)) return 'month';
  if (isTwelve) return 'month';
  return isEnglish && figures.some(({ first, second }) => first !== second) ? 'day' : null;
}

const isTwelveHours = (cell: string): boolean => cell.length < 60 && cell.search(TWELVE_HOURS) >= 0;

const withTwentyFour = (cell: string): string =>
  cell.replace(TWELVE_HOURS, (_whole, hour: string, minutes: string | undefined, half: string) => {
    const from = /p/iu.test(half) ? 12 : 0;
    return `${(Number(hour) % 12) + from}h${minutes ?? '00'}`;
  });

const isoOfAmerican = (_whole: string, month: string, day: string, year: string): string =>
  `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const orderTold = (example: string, order: 'month' | 'day'): Fault =>
  guessed(
    'csv-day-order',
    order === 'month'
      ? `Les dates de ce tableau sont lues comme mois/jour/année, à l’américaine (${quoted(example)}).`
      : `Les dates de ce tableau sont lues comme jour/mois/année (${quoted(example)}), bien que ses colonnes aient des titres anglais.`,
    'Si ce n’est pas cela, écrivez le mois en lettres, par exemple « 13 mai 2026 ».',
  );
