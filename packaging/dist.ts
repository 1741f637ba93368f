import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDeb } from './debian/build-deb.ts';
import { ARCHITECTURES, type Architecture, placeholdersIn } from './debian/control.ts';
import { largestParts } from './largest-parts.ts';

/** Makes `dist/preau_VERSION_ARCH.deb` for these architectures, by default for all; resolves to the exit code. */
export async function dist(wanted: readonly string[], root: string): Promise<number> {
  const architectures = wanted.length === 0 ? ARCHITECTURES : ARCHITECTURES.filter((each) => wanted.includes(each));
  if (architectures.length < wanted.length || !existsSync('/usr/bin/dpkg-deb')) {
    process.stderr.write(`usage: npm run dist [-- ${ARCHITECTURES.join(' ')}], where dpkg-deb is installed\n`);
    return 2;
  }
  for (const architecture of architectures) await make(architecture, root);
  const unset = placeholdersIn(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  if (unset.length > 0) {
    process.stderr.write(`Before you publish these packages, put your own ${unset.join(' and ')} in package.json.\n`);
  }
  return 0;
}

async function make(architecture: Architecture, root: string): Promise<void> {
  const stage = join(root, 'dist', `stage-${architecture}`);
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const file = await buildDeb({ architecture, root, stage });
  const { size } = await stat(file);
  process.stdout.write(`${file}: ${megabytes(size)}\n`);
  for (const { path, bytes } of await largestParts(stage))
    process.stdout.write(`  ${megabytes(bytes).padStart(8)}  ${path}\n`);
  await rm(stage, { recursive: true, force: true });
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
