import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCode } from '../../../main/commands/code.ts';
import { firstCode } from '../../../main/commands/first-code.ts';
import { isCode, readKeptCode } from '../../../main/settings/access-code.ts';
import { settle } from '../../../main/settings/machine-settings.ts';
import { foldersOfEachTest } from '../../support/each-test.ts';
import { testSettings } from '../../support/settings.ts';

const folders = foldersOfEachTest();
/** Asks for a code as a command line that says nothing of the state folder; resolves to what was printed. */
async function askForCode(kioskHome: string | null): Promise<string> {
  const { origins } = settle([], { content: null, state: '', log: '' });
  const printed: string[] = [];
  const code = await runCode({ settings: settings('127.0.0.1'), origins }, (text) => printed.push(text), kioskHome);
  expect(code).toBe(0);
  return codeIn(printed.join(''));
}
const settings = (host: string) => testSettings({ content: folders.content, state: folders.state, host });
async function isKept(stateDir: string, code: string): Promise<boolean> {
  const kept = await readKeptCode(stateDir);
  return kept !== null && isCode(code, kept);
}

const codeIn = (text: string) => /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(text)?.[0] ?? '';

test('« preau code » prints a code that opens the régie, and another one each time', async () => {
  const first = await askForCode(null);
  const second = await askForCode(null);
  expect(first).not.toBe(second);
  const kept = await readKeptCode(folders.state);
  if (kept === null) throw new Error('no code is kept');
  expect([await isCode(first, kept), await isCode(second, kept)]).toEqual([false, true]);
});

test('a code that root makes on the machine of a wall is that of the wall, once the wall has run', async () => {
  const home = join(folders.state, 'home');
  const ofWall = join(home, '.local/share/preau');
  const before = await askForCode(home);
  expect(await isKept(folders.state, before)).toBe(true);
  await mkdir(ofWall, { recursive: true });
  const code = await askForCode(home);
  expect([await isKept(ofWall, code), await isKept(folders.state, code)]).toEqual([true, false]);
});

test('the first start on the network tells its code once; on the loopback none is needed', async () => {
  expect(await firstCode(settings('127.0.0.1'))).toBeNull();
  const told = await firstCode(settings('0.0.0.0'));
  const kept = await readKeptCode(folders.state);
  if (kept === null) throw new Error('no code is kept');
  expect(await isCode(codeIn(told ?? ''), kept)).toBe(true);
  expect(await firstCode(settings('0.0.0.0'))).toBeNull();
});
