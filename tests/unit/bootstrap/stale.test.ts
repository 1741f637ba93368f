import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, installIsStale, sameAsInstalled, staleParts } from '../../../main/bootstrap/stale.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'preau-bootstrap-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': { name: 'preau' },
      'node_modules/a': { version },
      'node_modules/other-platform': { version: '1.0.0', optional: true },
    },
  });

describe('what is installed', () => {
  it('is stale where there is nothing', () => {
    put('package-lock.json', lock('1.0.0'));
    expect(installIsStale(root)).toBe(true);
  });

  it('is fresh where npm noted what the lock file asks for, without the packages of other platforms', () => {
    put('package-lock.json', lock('1.0.0'));
    put('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
    expect(installIsStale(root)).toBe(false);
    expect(installIsStale(root)).toBe(false);
  });

  it('is stale again as soon as the lock file asks for another version', () => {
    put('package-lock.json', lock('1.0.0'));
    put('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
    expect(installIsStale(root)).toBe(false);
    put('package-lock.json', lock('1.0.1'));
    expect(installIsStale(root)).toBe(true);
  });

  it('is compared package by package', () => {
    expect(sameAsInstalled(lock('1.0.0'), lock('1.0.0'))).toBe(true);
    expect(sameAsInstalled(lock('2.0.0'), lock('1.0.0'))).toBe(false);
    expect(sameAsInstalled(lock('1.0.0'), '{}')).toBe(false);
  });
});

describe('what is built', () => {
  const PART = { name: 'part', from: ['src', 'config.json'], gives: ['build/out.js'], run: [], says: '' };
  const stale = () => staleParts(root, [PART]).map(({ name }) => name);
  const build = () => {
    put('build/out.js', '');
    for (const part of staleParts(root, [PART])) put('build/.part.stamp', part.hash);
  };

  beforeEach(() => {
    put('src/deep/a.ts', 'a');
    put('config.json', '{}');
    put('package-lock.json', '{}');
  });

  it('is built once, and then left alone', () => {
    expect(stale()).toEqual(['part']);
    build();
    expect(stale()).toEqual([]);
  });

  it.each([
    ['a source is changed', () => put('src/deep/a.ts', 'b')],
    ['a source is added', () => put('src/b.ts', '')],
    [
      'a source is renamed',
      () => {
        rmSync(join(root, 'src/deep/a.ts'));
        put('src/deep/b.ts', 'a');
      },
    ],
    ['a source is removed', () => rmSync(join(root, 'src/deep/a.ts'))],
    ['the configuration is changed', () => put('config.json', '{"a":1}')],
    ['packages are others', () => put('package-lock.json', '{"a":1}')],
    ['the result is gone', () => rmSync(join(root, 'build/out.js'))],
  ])('is built again when %s', (_what, change) => {
    build();
    change();
    expect(stale()).toEqual(['part']);
  });

  it('is not built again for a file that was only touched', () => {
    const before = fingerprint(root, PART.from);
    put('src/deep/a.ts', 'a');
    expect(fingerprint(root, PART.from)).toBe(before);
  });
});
