import { describe, expect, test } from 'vitest';
import { resultOf } from '../../bench/result.ts';
import { type Bench, type Measured, NotMeasured, type Row } from '../../bench/row.ts';
import { runRows } from '../../bench/run-rows.ts';
import {
  betweenMarks,
  headlineTable,
  plainTable,
  type Run,
  score,
  speedTables,
  withBetweenMarks,
} from '../../bench/tables.ts';

const bench: Bench = {
  quick: false,
  rounds: (full) => full,
  browser: () => Promise.reject(new Error('a fake row opens no browser')),
};

const measured: Measured = {
  what: 'a bell is rung → heard',
  against: 'a whistle',
  unit: 'ms',
  values: [30, 10, 20],
  reference: [10, 10, 10],
  aims: [{ of: 'ratio', most: 2 }],
  headline: true,
};

const rowOf = (name: string, run: Row['run']): Row => ({ name, notShown: 'The wind.', run });

const fake: readonly Row[] = [
  rowOf('bell', async () => [
    measured,
    { ...measured, what: 'a bell | in fog', aims: [{ of: 'p95', most: 29 }], headline: false },
  ]),
  rowOf('broken', async () => {
    throw new Error('the rope is torn');
  }),
  rowOf('absent', async () => {
    throw new NotMeasured('there is no tower here');
  }),
  rowOf('hung', () => new Promise(() => undefined)),
  rowOf('last', async () => [{ ...measured, what: 'the last', aims: [], headline: false }]),
];

async function fakeRun(): Promise<Run> {
  const machine = {
    cores: 2,
    processor: 'Some processor',
    memoryGb: 24,
    node: 'v20.20.2',
    chromium: '150.0',
    commit: 'abc1234',
    at: '2026-05-05T09:00:00.000Z',
    load: 0.1,
  };
  const rows = await runRows(fake, bench, () => undefined, 200);
  return { machine, loadAtEnd: 1.5, minutes: 12.3, quick: false, rows };
}

describe('npm run bench', () => {
  test('a row that throws or hangs is reported with its reason, and the others go on', async () => {
    const { rows } = await fakeRun();
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['bell', 'measured'],
      ['broken', 'failed'],
      ['absent', 'not measured'],
      ['hung', 'failed'],
      ['last', 'measured'],
    ]);
    expect(rows[1]).toMatchObject({ reason: 'the rope is torn' });
    expect(rows[3]).toMatchObject({ reason: 'it took more than 0.2 s' });
    expect(score(rows)).toBe('1 of 2 aims are met; failed: broken, hung; not measured: absent.');
  });

  test.each<[Measured['aims'], boolean | null]>([
    [[{ of: 'ratio', most: 2 }], true],
    [[{ of: 'ratio', most: 1.9 }], false],
    [[{ of: 'ratio', most: 1.5, plus: 5 }], true],
    [[{ of: 'ratio', most: 1.5, plus: 4.9 }], false],
    [[{ of: 'ratio', least: 2 }], true],
    [[{ of: 'ratio', least: 2.1 }], false],
    [[{ of: 'median', most: 20 }], true],
    [[{ of: 'p95', most: 29 }], false],
    [[{ of: 'worst', most: 30 }], true],
    [
      [
        { of: 'median', most: 20 },
        { of: 'p99', most: 29 },
      ],
      false,
    ],
    [[], null],
  ])('a median of 20 against 10, at most 30: %j is met: %s', (aims, met) => {
    expect(resultOf({ ...measured, aims }).met).toBe(met);
  });

  test('a ratio without a reference and a figure without a value fail, and are not met', () => {
    expect(() => resultOf({ ...measured, reference: [] })).toThrow('compared with nothing');
    expect(() => resultOf({ ...measured, values: [] })).toThrow('was not measured');
    expect(() => resultOf({ ...measured, values: [Number.NaN] })).toThrow('was not measured');
  });

  test('the table for a terminal says of each line what, against what, ratio, aim and met', async () => {
    const lines = plainTable((await fakeRun()).rows).split('\n');
    expect(lines[1]?.split(/ {2,}/u)).toEqual([
      'bell',
      'a bell is rung → heard',
      '20 ms (p95 30, 3 runs)',
      'a whistle: 10 ms',
      '2x',
      '≤ 2x',
      'met',
    ]);
    expect(lines[2]).toMatch(/p95 ≤ 29 ms {2,}missed$/u);
    expect(lines[3]).toMatch(/^broken {2,}failed: the rope is torn/u);
  });

  test('the page has every line, the machine and what is not shown; a miss stands there as a miss', async () => {
    const page = speedTables(await fakeRun());
    expect(page).toContain('commit abc1234: 2 cores (Some processor), 24 GB');
    expect(page).toContain('| `bell` | a bell \\| in fog |');
    expect(page).toContain('**missed**');
    expect(page).toContain('- `absent`: The wind.');
  });

  test('the README quotes the same cells of fewer lines, and what failed', async () => {
    const run = await fakeRun();
    const page = speedTables(run);
    const quoted = headlineTable(run)
      .split('\n')
      .filter((line) => /^\| (?!what)/u.test(line));
    expect(quoted).toHaveLength(3);
    for (const line of quoted) expect(page).toContain(line);
  });

  test('a page is written between its marks and nowhere else', () => {
    const page = 'Before\n\n<!-- bench: written by npm run bench -- --write -->\nold\n<!-- /bench -->\n\nAfter\n';
    const written = withBetweenMarks(page, 'new\n\n| a |');
    expect(betweenMarks(written)).toBe('new\n\n| a |');
    expect(withBetweenMarks(written, 'old')).toBe(page);
    expect(() => withBetweenMarks('no marks', 'new')).toThrow('there is no <!-- bench');
  });
});
