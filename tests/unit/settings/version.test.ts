import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { productVersion } from '../../../main/settings/version.ts';

test('the version is the one of package.json, from the sources and from the build', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const built = await import(new URL('../../../build/modules/settings/version.js', import.meta.url).href);
  expect([productVersion(), built.productVersion()]).toEqual([version, version]);
});
