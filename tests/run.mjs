/**
 * Runs every check, always all of them, and says last how many there were: `N passed, N failed, N skipped`. Types count as
 * one, and lint (Biome and knip) as one. Skipped tests are listed by name, each with its reason.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, 'test-results');
const unitReport = join(results, 'unit.json');
const e2eReport = join(results, 'e2e.json');

/** @typedef {{passed: number, failed: number, skipped: {name: string, reason: string}[]}} Counts */

function run(title, script, args) {
  process.stdout.write(`\n── ${title}\n`);
  return new Promise((done) => {
    const stdio = ['ignore', 'inherit', 'inherit'];
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio });
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** The counts of one check that passes or fails as a whole. `codes`: exit codes of its parts. */
function check(...codes) {
  const failed = codes.some((code) => code !== 0) ? 1 : 0;
  return { passed: 1 - failed, failed, skipped: [] };
}

/**
 * The counts of a suite, from its report. A suite that left no report, or that failed although none of its tests did, counts
 * as one failure: it must not look like success.
 */
function suite(code, report, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] };
  const counts = read(JSON.parse(readFileSync(report, 'utf8')));
  const silent = code !== 0 && counts.failed === 0;
  return { ...counts, failed: counts.failed + (silent ? 1 : 0) };
}

/** The counts of a report of Vitest, which has the form of Jest's. @returns {Counts} */
export function unitCounts(report) {
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: relative(root, file.name) })),
  );
  const skipped = tests.filter(({ status }) => !['passed', 'failed'].includes(status));
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length,
    skipped: skipped.map((test) => ({
      name: `${test.file} › ${test.fullName}`,
      reason: test.meta?.reason ?? 'no reason given',
    })),
  };
}

/** The counts of a report of Playwright. A test that passed only when it was tried again counts as failed. @returns {Counts} */
export function e2eCounts(report) {
  const inSuite = (group, path) => [
    ...(group.suites ?? []).flatMap((child) => inSuite(child, [...path, child.title])),
    ...(group.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({ ...test, name: [...path, spec.title].join(' › ') })),
    ),
  ];
  const tests = report.suites.flatMap((group) => inSuite(group, [group.title]));
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length,
    skipped: tests
      .filter(({ status }) => status === 'skipped')
      .map((test) => ({
        name: `tests/e2e/${test.name}`,
        reason: test.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given',
      })),
  };
}

async function runAll() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const types = check(await run('types', 'node_modules/typescript/bin/tsc', ['-b']));
  const lint = check(
    await run('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']),
    await run('unused code', 'node_modules/knip/bin/knip.js', ['--treat-config-hints-as-errors']),
  );
  const unitCode = await run('unit tests', 'node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  const e2eCode = await run('end-to-end tests', 'node_modules/@playwright/test/cli.js', ['test']);
  const all = [types, lint, suite(unitCode, unitReport, unitCounts), suite(e2eCode, e2eReport, e2eCounts)];
  const skipped = all.flatMap((counts) => counts.skipped);
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
  process.stdout.write('\n');
  for (const { name, reason } of skipped) process.stdout.write(`skipped: ${name}: ${reason}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await runAll();
