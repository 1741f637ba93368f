import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allRows } from '../../bench/rows.ts';

const fileOf = (name: string) => readFileSync(new URL(`../../bench/rows/${name}.ts`, import.meta.url), 'utf8');

describe('the rows of the bench', () => {
  test.each(allRows())('$name is short, and says at its top what would make it lie', ({ name, notShown }) => {
    const text = fileOf(name);
    const comment = /^\/\*\*.*?\*\//su.exec(text)?.[0];
    expect(comment).toContain('What would make it lie:');
    expect(text.trimEnd().split('\n').length).toBeLessThan(150);
    expect(notShown).not.toBe('');
  });

  test('each has its own name, which is that of its file', () => {
    const names = allRows().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(0);
  });
});
