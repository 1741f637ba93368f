import { describe, expect, it } from 'vitest';
import { e2eCounts, unitCounts } from '../../run.mjs';

describe('the count in the last line of npm test', () => {
  it('takes each unit test for what it was', () => {
    const test = (status: string, fullName: string, reason?: string) => ({ status, fullName, meta: { reason } });
    const failed = {
      ...test('failed', 'two'),
      failureMessages: ['\u001b[31mAssertionError: 3 is not 4\u001b[39m\n    at x.ts:1'],
    };
    const report = {
      testResults: [
        { name: '/x/a.test.ts', assertionResults: [test('passed', 'one'), failed] },
        { name: '/x/b.test.ts', assertionResults: [test('skipped', 'three', 'no LibreOffice'), test('todo', 'four')] },
        { name: '/x/c.test.ts', assertionResults: [], status: 'failed', message: 'Error: no such module' },
      ],
    };
    const counts = unitCounts(report);
    expect(counts.passed).toBe(1);
    expect(counts.failed).toEqual([
      { name: expect.stringContaining('a.test.ts › two'), reason: 'AssertionError: 3 is not 4' },
      { name: expect.stringContaining('c.test.ts'), reason: 'Error: no such module' },
    ]);
    expect(counts.skipped.map(({ reason }) => reason)).toEqual(['no LibreOffice', 'no reason given']);
  });

  it('takes each end-to-end test with the groups it stands in, and a lucky second try for a failure', () => {
    const spec = (title: string, status: string, annotations: object[] = [], results: object[] = []) => ({
      title,
      tests: [{ status, annotations, results }],
    });
    const tries = [{ error: { message: 'Error: no picture\n  at y.ts:2' } }, {}];
    const report = {
      suites: [
        {
          title: 'shell.spec.ts',
          specs: [spec('a', 'expected'), spec('b', 'flaky', [], tries)],
          suites: [{ title: 'Electron', specs: [spec('c', 'skipped', [{ type: 'skip', description: 'no binary' }])] }],
        },
      ],
    };
    expect(e2eCounts(report)).toEqual({
      passed: 1,
      failed: [{ name: 'tests/e2e/shell.spec.ts › b', reason: 'Error: no picture' }],
      skipped: [{ name: 'tests/e2e/shell.spec.ts › Electron › c', reason: 'no binary' }],
    });
  });
});
