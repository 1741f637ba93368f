import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { compiledCode, forgetOtherCode } from '../../../main/settings/compiled-code.ts';

test('after an upgrade the compiled code of the version before is removed, and that of this one stays', async () => {
  const state = await mkdtemp(join(tmpdir(), 'preau-code-'));
  try {
    await forgetOtherCode(state);
    for (const folder of [compiledCode(state), join(state, 'compiled', '0.0.1-18.0.0')]) {
      await mkdir(join(folder, 'v18'), { recursive: true });
      await writeFile(join(folder, 'v18', 'service'), 'code');
    }
    await forgetOtherCode(state);
    expect(await readdir(join(state, 'compiled'))).toEqual([basename(compiledCode(state))]);
    expect(await readdir(join(compiledCode(state), 'v18'))).toEqual(['service']);
  } finally {
    await rm(state, { recursive: true, force: true });
  }
});
