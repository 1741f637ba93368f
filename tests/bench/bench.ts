import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { browserLaunch } from '../support/browser.ts';
import { currentLoad, machineNow } from './machine.ts';
import type { Row } from './row.ts';
import { allRows } from './rows.ts';
import { type Outcome, runRows } from './run-rows.ts';
import { headlineTable, plainTable, type Run, score, speedTables, withBetweenMarks } from './tables.ts';

interface Options {
  readonly quick: boolean;
  /** Also writes the tables of `docs/speed.md` and of the README. */
  readonly write: boolean;
  readonly rows: readonly Row[];
}

/**
 * `npm run bench [-- --quick] [-- --only=A,B] [-- --write]`: runs the rows, prints one table, and writes `bench.json` at the top
 * of the checkout, which Git ignores. `row.ts` says how a row is added.
 *
 * @returns the exit code: 1 where a row failed. A missed aim is a figure, and not a failure.
 */
export async function bench(args: readonly string[], root: string): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n`);
    return 2;
  }
  const begun = performance.now();
  const machine = await machineNow(root);
  const rows = await measure(options);
  const minutes = Math.round((performance.now() - begun) / 6_000) / 10;
  const run: Run = { machine, loadAtEnd: currentLoad(), minutes, quick: options.quick, rows };
  await writeFile(join(root, 'bench.json'), `${JSON.stringify(run, null, 1)}\n`);
  process.stdout.write(`\n${plainTable(rows)}\n${score(rows)} ${minutes} minutes; bench.json has all figures.\n`);
  if (options.write) {
    await writeTables(join(root, 'docs/speed.md'), speedTables(run));
    await writeTables(join(root, 'README.md'), headlineTable(run));
  }
  return rows.some(({ state }) => state === 'failed') ? 1 : 0;
}

/** What the arguments ask for, or what is wrong with them. */
function optionsOf(args: readonly string[]): Options | string {
  const [quick, write] = [args.includes('--quick'), args.includes('--write')];
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const all = allRows();
  const names = only?.split(',') ?? all.map(({ name }) => name);
  const unknown = names.filter((name) => !all.some((row) => row.name === name));
  const known = all.map(({ name }) => name).join(',');
  if (unknown.length > 0) return `no row is called ${unknown.join(', ')}; there are ${known}`;
  if (write && (quick || only !== undefined)) return '--write is for a full run, without --quick and --only';
  return { quick, write, rows: all.filter(({ name }) => names.includes(name)) };
}

async function measure({ rows, quick }: Options): Promise<Outcome[]> {
  let opened: Promise<Browser> | null = null;
  const launch = browserLaunch();
  const context = {
    quick,
    rounds: (full: number) => (quick ? Math.max(2, Math.round(full / 5)) : full),
    browser() {
      // Software rendering, as on the machines in schools that have no usable graphics card.
      opened ??= chromium.launch({ ...launch, args: [...(launch.args ?? []), '--disable-gpu'] });
      return opened;
    },
  };
  const tell = ({ name, state, seconds, ...rest }: Outcome) =>
    process.stderr.write(
      `${name}: ${state} in ${seconds} s${'reason' in rest ? `: ${rest.reason.split('\n')[0]}` : ''}\n`,
    );
  try {
    return await runRows(rows, context, tell);
  } finally {
    await (await (opened as Promise<Browser> | null))?.close();
  }
}

async function writeTables(path: string, text: string): Promise<void> {
  await writeFile(path, withBetweenMarks(await readFile(path, 'utf8'), text));
}
