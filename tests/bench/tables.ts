import type { Machine } from './machine.ts';
import type { Result, Spread } from './result.ts';
import type { Aim, Unit } from './row.ts';
import type { Outcome } from './run-rows.ts';

/** A whole run: what `bench.json` holds. */
export interface Run {
  readonly machine: Machine;
  /** Of the last minute, when the run ended. */
  readonly loadAtEnd: number;
  readonly minutes: number;
  readonly quick: boolean;
  readonly rows: readonly Outcome[];
}

/** Three digits, or all those before the point. */
function amount(value: number, unit: Unit): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = Number.isInteger(value) ? String(value) : value.toFixed(digits);
  return unit === '' ? text : `${text} ${unit}`;
}

/** « 218 ms (p95 240, 10 runs) »; with the other values that the aims are about. Of a throughput the low values are the bad ones. */
function figureText({ figure, unit, aims }: Result): string {
  const named = aims.flatMap(({ of }) => (of === 'p99' || of === 'worst' ? [of] : []));
  const more = named.map((of) => `${of} ${amount(figure[of], '')}`);
  if (figure.runs === 1) return amount(figure.median, unit);
  const bad = unit === 'MB/s' ? `p5 ${amount(figure.p5, '')}` : `p95 ${amount(figure.p95, '')}`;
  return `${amount(figure.median, unit)} (${[bad, ...more, `${figure.runs} runs`].join(', ')})`;
}

function referenceText(against: string | null, reference: Spread | null, unit: Unit): string {
  if (reference === null) return against ?? '–';
  return `${against ?? 'reference'}: ${amount(reference.median, unit)}`;
}

function aimText(aim: Aim, unit: Unit): string {
  if (aim.of !== 'ratio') return `${aim.of === 'median' ? '' : `${aim.of} `}≤ ${amount(aim.most, unit)}`;
  if ('least' in aim) return `≥ ${aim.least}x`;
  return `≤ ${aim.most}x${aim.plus === undefined ? '' : ` + ${amount(aim.plus, unit)}`}`;
}

/** The cells of one line: what, figure, against, ratio, aim, met. */
function cellsOf(result: Result): string[] {
  return [
    result.what,
    figureText(result),
    referenceText(result.against, result.reference, result.unit),
    result.ratio === null ? '–' : `${amount(result.ratio, '')}x`,
    result.aims.length === 0 ? '–' : result.aims.map((aim) => aimText(aim, result.unit)).join(', '),
    result.met === null ? '–' : result.met ? 'met' : '**missed**',
  ];
}

const HEAD = ['what', 'figure', 'against', 'ratio', 'aim', 'met?'];

interface Line {
  readonly name: string;
  readonly cells: readonly string[];
  /** Null where the row has none. */
  readonly result: Result | null;
}

function linesOf(rows: readonly Outcome[]): Line[] {
  return rows.flatMap((row): Line[] => {
    if (row.state !== 'measured') {
      const cells = [`${row.state}: ${row.reason.split('\n')[0]}`, '–', '–', '–', '–', row.state];
      return [{ name: row.name, cells, result: null }];
    }
    return row.results.map((result) => ({ name: row.name, cells: cellsOf(result), result }));
  });
}

/** « 14 of 17 aims are met; 1 row failed. » */
export function score(rows: readonly Outcome[]): string {
  const judged = rows.flatMap((row) => (row.state === 'measured' ? row.results : [])).filter(({ met }) => met !== null);
  const failed = rows.filter(({ state }) => state === 'failed').map(({ name }) => name);
  const absent = rows.filter(({ state }) => state === 'not measured').map(({ name }) => name);
  const rest = [
    ...(failed.length > 0 ? [`failed: ${failed.join(', ')}`] : []),
    ...(absent.length > 0 ? [`not measured: ${absent.join(', ')}`] : []),
  ];
  return `${[`${judged.filter(({ met }) => met).length} of ${judged.length} aims are met`, ...rest].join('; ')}.`;
}

/** One table for a terminal. */
export function plainTable(rows: readonly Outcome[]): string {
  const table = [['row', ...HEAD], ...linesOf(rows).map(({ name, cells }) => [name, ...cells])];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => (line[column] ?? '').length))) ?? [];
  return table
    .map((line) => line.map((cell, column) => cell.replaceAll('**', '').padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function markdownTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...lines.map(line)].join('\n');
}

function machineText({ machine, loadAtEnd, minutes, quick }: Run): string {
  const { cores, processor, memoryGb, node, chromium, commit, at, load } = machine;
  return (
    `${at.slice(0, 10)}, commit ${commit}${quick ? ', **a quick run**' : ''}: ${cores} cores (${processor}), ${memoryGb} GB, ` +
    `no graphics card, Node ${node.slice(1)}, Chromium ${chromium}. Load ${load} at the start and ${loadAtEnd} at the end of ${minutes} minutes.`
  );
}

/** What `docs/speed.md` has between its marks. */
export function speedTables(run: Run): string {
  const table = markdownTable(
    ['row', ...HEAD],
    linesOf(run.rows).map(({ name, cells }) => [`\`${name}\``, ...cells]),
  );
  const limits = run.rows.map(({ name, notShown }) => `- \`${name}\`: ${notShown}`).join('\n');
  return `${machineText(run)}\n\n${score(run.rows)}\n\n${table}\n\n## What the figures do not show\n\n${limits}`;
}

/** What the README has between its marks: the same cells of fewer lines. */
export function headlineTable(run: Run): string {
  const lines = linesOf(run.rows).filter(({ result, cells }) => result?.headline || cells.at(-1) === 'failed');
  return `${score(run.rows)}\n\n${markdownTable(
    HEAD,
    lines.map(({ cells }) => cells),
  )}`;
}

const [BEGIN, END] = ['<!-- bench: written by npm run bench -- --write -->', '<!-- /bench -->'];

/** @throws {Error} where the page has no marks. */
export function betweenMarks(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`there is no ${BEGIN} … ${END}`);
  return page.slice(from + BEGIN.length, to).trim();
}

export function withBetweenMarks(page: string, text: string): string {
  betweenMarks(page);
  return `${page.slice(0, page.indexOf(BEGIN))}${BEGIN}\n${text}\n${page.slice(page.indexOf(END))}`;
}
