import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { betweenMarks } from '../../bench/tables.ts';

const written = (path: string) => betweenMarks(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

describe('the figures of the README', () => {
  test('are those of docs/speed.md, line by line, and the score as well', () => {
    const page = written('docs/speed.md');
    const lines = written('README.md')
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^\| what \||^\|---/u.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(page).toContain(line);
  });

  test('do not come from a quick run', () => {
    expect(written('docs/speed.md')).not.toContain('a quick run');
  });
});
