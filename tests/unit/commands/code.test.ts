import { expect, test } from 'vitest';
import { firstCode, runCode } from '../../../main/commands/code.ts';
import { isCode, readKeptCode } from '../../../main/settings/access-code.ts';
import { foldersOfEachTest } from '../../support/each-test.ts';
import { testSettings } from '../../support/settings.ts';

const folders = foldersOfEachTest();
const settings = (host: string) => testSettings({ content: folders.content, state: folders.state, host });
const codeIn = (text: string) => /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(text)?.[0] ?? '';

test('« preau code » prints a code that opens the régie, and another one each time', async () => {
  const printed: string[] = [];
  expect(await runCode(settings('127.0.0.1'), (text) => printed.push(text))).toBe(0);
  expect(await runCode(settings('127.0.0.1'), (text) => printed.push(text))).toBe(0);
  const [first = '', second = ''] = printed.map(codeIn);
  expect(first).not.toBe(second);
  const kept = await readKeptCode(folders.state);
  if (kept === null) throw new Error('no code is kept');
  expect([await isCode(first, kept), await isCode(second, kept)]).toEqual([false, true]);
});

test('the first start on the network tells its code once; on the loopback none is needed', async () => {
  expect(await firstCode(settings('127.0.0.1'))).toBeNull();
  const told = await firstCode(settings('0.0.0.0'));
  const kept = await readKeptCode(folders.state);
  if (kept === null) throw new Error('no code is kept');
  expect(await isCode(codeIn(told ?? ''), kept)).toBe(true);
  expect(await firstCode(settings('0.0.0.0'))).toBeNull();
});
