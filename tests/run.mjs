/**
 * Runs every check, always all of them, and says last how many there were: `N passed, N failed, N skipped`. Types count as
 * one, and lint (Biome and knip) as one. Tests that were skipped or that failed are listed by name just before, each with its
 * reason: who has only the end of the log knows what to mend.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, 'test-results');
const unitReport = join(results, 'unit.json');
const e2eReport = join(results, 'e2e.json');

/** @typedef {{name: string, reason: string}} Named */
/** @typedef {{passed: number, failed: Named[], skipped: Named[]}} Counts */

function run(title, script, args) {
  process.stdout.write(`\n── ${title}\n`);
  return new Promise((done) => {
    const stdio = ['ignore', 'inherit', 'inherit'];
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio });
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** The counts of one check that passes or fails as a whole. `codes`: exit codes of its parts. @returns {Counts} */
function check(name, ...codes) {
  const failed = codes.some((code) => code !== 0);
  return failed
    ? { passed: 0, failed: [{ name, reason: 'see its words above' }], skipped: [] }
    : { passed: 1, failed: [], skipped: [] };
}

/**
 * The counts of a suite, from its report. A suite that left no report, or that failed although none of its tests did, counts
 * as one failure: it must not look like success. @returns {Counts}
 */
function suite(name, code, report, read) {
  if (!existsSync(report)) return { passed: 0, failed: [{ name, reason: 'it left no report' }], skipped: [] };
  const counts = read(JSON.parse(readFileSync(report, 'utf8')));
  const silent = code !== 0 && counts.failed.length === 0;
  return silent ? { ...counts, failed: [{ name, reason: `it ended with code ${code}` }] } : counts;
}

/** The first line of what a failed test said, without the colours of a terminal. */
function firstLine(message) {
  const [line] = stripVTControlCharacters(message ?? '')
    .trim()
    .split('\n');
  return line || 'no reason given';
}

/** The counts of a report of Vitest, which has the form of Jest's. A file that could not be loaded counts as one failure. @returns {Counts} */
export function unitCounts(report) {
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: relative(root, file.name) })),
  );
  const name = (test) => `${test.file} › ${test.fullName}`;
  const failed = tests.filter(({ status }) => status === 'failed');
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: [
      ...failed.map((test) => ({ name: name(test), reason: firstLine(test.failureMessages?.[0]) })),
      ...unloaded.map((file) => ({ name: relative(root, file.name), reason: firstLine(file.message) })),
    ],
    skipped: tests
      .filter(({ status }) => !['passed', 'failed'].includes(status))
      .map((test) => ({ name: name(test), reason: test.meta?.reason ?? 'no reason given' })),
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
    failed: tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map((test) => ({
        name: `tests/e2e/${test.name}`,
        reason: firstLine(test.results.find(({ error }) => error)?.error.message),
      })),
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
  const types = check('types', await run('types', 'node_modules/typescript/bin/tsc', ['-b']));
  const lint = check(
    'lint',
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
  const unit = suite('unit tests', unitCode, unitReport, unitCounts);
  const e2e = suite('end-to-end tests', e2eCode, e2eReport, e2eCounts);
  const all = [types, lint, unit, e2e];
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.flatMap((counts) => counts.failed);
  const skipped = all.flatMap((counts) => counts.skipped);
  const list = (word, tests) => tests.map(({ name, reason }) => `${word}: ${name}: ${reason}\n`).join('');
  process.stdout.write(`\n${list('skipped', skipped)}${list('failed', failed)}`);
  process.stdout.write(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped\n`);
  process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await runAll();
