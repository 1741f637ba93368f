import { describe, expect, it } from 'vitest';
import { e2eCounts, unitCounts } from '../../run.mjs';

describe('the count in the last line of npm test', () => {
  it('takes each unit test for what it was', () => {
    const test = (status: string, fullName: string, reason?: string) => ({ status, fullName, meta: { reason } });
    const report = {
      testResults: [
        { name: '/x/a.test.ts', assertionResults: [test('passed', 'one'), test('failed', 'two')] },
        { name: '/x/b.test.ts', assertionResults: [test('skipped', 'three', 'no LibreOffice'), test('todo', 'four')] },
      ],
    };
    const counts = unitCounts(report);
    expect(counts).toMatchObject({ passed: 1, failed: 1 });
    expect(counts.skipped.map(({ reason }) => reason)).toEqual(['no LibreOffice', 'no reason given']);
  });

  it('takes each end-to-end test with the groups it stands in, and a lucky second try for a failure', () => {
    const spec = (title: string, status: string, annotations: object[] = []) => ({
      title,
      tests: [{ status, annotations }],
    });
    const report = {
      suites: [
        {
          title: 'shell.spec.ts',
          specs: [spec('a', 'expected'), spec('b', 'flaky')],
          suites: [{ title: 'Electron', specs: [spec('c', 'skipped', [{ type: 'skip', description: 'no binary' }])] }],
        },
      ],
    };
    expect(e2eCounts(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [{ name: 'tests/e2e/shell.spec.ts › Electron › c', reason: 'no binary' }],
    });
  });
});
