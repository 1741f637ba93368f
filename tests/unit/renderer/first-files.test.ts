import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('the page of the wall asks for two fonts, two files of code and one of styles before it paints', async () => {
  const page = await readFile(new URL('../../../build/renderer/index.html', import.meta.url), 'utf8');
  const endings = [...page.matchAll(/"\/assets\/[^"]+\.(\w+)"/gu)].map(([, ending]) => ending);
  expect(endings.toSorted()).toEqual(['css', 'js', 'js', 'woff2', 'woff2']);
});
