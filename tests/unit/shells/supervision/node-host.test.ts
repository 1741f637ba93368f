import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { nodeHost } from '../../../../main/shells/supervision/node-host.ts';
import { testSettings } from '../../../support/settings.ts';

/** Makes so many objects that new ones get all the memory that they ever get, and tells how much that is. */
const SERVICE = `
  import { getHeapSpaceStatistics } from 'node:v8';
  const kept = [];
  for (let n = 0; n < 4_000_000; n += 1) kept[n % 200_000] = { n };
  const { space_size: size } = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  process.send({ type: 'ready', url: String(size) }, () => process.disconnect());`;

it('what the service has just made takes 17 MB at most, and not the 34 that V8 takes by itself', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'preau-host-'));
  try {
    const entry = join(dir, 'service.mjs');
    await writeFile(entry, SERVICE);
    const bytes = await new Promise<number>((resolve, reject) => {
      nodeHost(pathToFileURL(entry)).start(testSettings({ content: dir, state: dir }), {
        onMessage: (message) => message.type === 'ready' && resolve(Number(message.url)),
        onExit: (why) => reject(new Error(why)),
      });
    });
    expect(bytes).toBeGreaterThan(4e6);
    expect(bytes).toBeLessThan(17e6);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
