import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { productVersion } from './version.ts';

const FOLDER = 'compiled';

/** Compiled code is of one version of Préau and one of Node: another one has a folder of its own. */
const ownName = (): string => `${productVersion()}-${process.versions.node}`;

/** Where Node keeps what it has compiled of the service. */
export const compiledCode = (state: string): string => join(state, FOLDER, ownName());

/** Removes what other versions have left there: upgrades would fill a small disk. Never rejects. */
export async function forgetOtherCode(state: string): Promise<void> {
  const others = (await readdir(join(state, FOLDER)).catch(() => [])).filter((name) => name !== ownName());
  await Promise.allSettled(others.map((name) => rm(join(state, FOLDER, name), { recursive: true, force: true })));
}
