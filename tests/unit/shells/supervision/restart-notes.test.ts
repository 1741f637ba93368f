import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restartNotes } from '../../../../main/shells/supervision/restart-notes.ts';
import { eventually } from '../../../support/eventually.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-notes-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A module of the build, and all that are loaded with it. */
async function loadedWith(path: string, known = new Set<string>()): Promise<Set<string>> {
  if (known.has(path)) return known;
  known.add(path);
  const code = await readFile(path, 'utf8');
  for (const [, from = ''] of code.matchAll(/^(?:const \w+ = )?require\("(\.{1,2}\/[^"]+)"\);$/gmu))
    await loadedWith(join(dirname(path), from), known);
  return known;
}

describe('what the shell notes', () => {
  it('is in its log, which is opened only where something was started again', async () => {
    const note = restartNotes(folder);
    const file = join(folder, 'preau-shell.log');
    expect(existsSync(file)).toBe(false);
    note('Chromium', 'the page crashed', 500);
    note('the service', 'code 70', 0);
    const lines = await eventually(
      () => readFile(file, 'utf8').catch(() => ''),
      (text) => text.split('\n').length === 3,
    );
    expect(lines).toContain('"why":"the page crashed","delayMs":500,"msg":"Chromium ended; it is started again"');
    expect(lines).toContain('the service ended; it is started again');
  });

  it('keeps neither the service nor the browser waiting: a start on one machine loads no logger before them, and nothing that checks a code', async () => {
    const build = fileURLToPath(new URL('../../../../build/main', import.meta.url));
    const loaded = [
      ...(await loadedWith(join(build, 'cli.js'))),
      ...(await loadedWith(join(build, 'chunks/start.js'))),
    ];
    expect(loaded.length).toBeGreaterThan(10);
    expect(loaded.filter((path) => /open-log|access-code|schemas/u.test(path))).toEqual([]);
  });
});
