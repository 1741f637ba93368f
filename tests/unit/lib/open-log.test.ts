import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLog } from '../../../main/lib/open-log.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'preau-log-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('a log in a folder stays within its bound, and keeps what was written last', async () => {
  const path = await folder();
  const log = openLog('preau', path, 4_000);
  for (let n = 0; n < 500; n++) log.info({ n }, 'something happened');
  const names = (await readdir(path)).sort();
  expect(names).toEqual(['preau.1.log', 'preau.log']);
  for (const name of names) expect((await stat(join(path, name))).size).toBeLessThanOrEqual(4_000);
  const texts = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
  expect(texts.join('')).toContain('"n":499');
});

test('a log names no file of the content folder, nor what an error quotes of it', async () => {
  const path = await folder();
  const file = 'photos/Léa Martin 06 12 34 56 78.jpg';
  const failure = Object.assign(new Error(`ENOENT: no such file, open '/srv/${file}'`), { code: 'ENOENT' });
  openLog('preau', path).warn({ file, err: new Error('text not read', { cause: failure }) }, 'preparation failed');
  const text = await readFile(join(path, 'preau.log'), 'utf8');
  expect(text).not.toMatch(/Léa|Martin|06 12/u);
  expect(JSON.parse(text)).toMatchObject({
    msg: 'preparation failed',
    file: expect.stringMatching(/^[\da-f]{8}\.jpg$/u),
    err: { message: 'text not read', cause: { code: 'ENOENT', message: "ENOENT: no such file, open '…'" } },
  });
});
