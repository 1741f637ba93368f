import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';

/** Electron finds its fuses behind this mark in its binary: a version, their number, and 0 (off) or 1 (on) for each. */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_AS_SHIPPED = `${MARK}\u0001\u000810110011`;

/** What the archive of the Electron packages holds. */
interface ElectronArchive {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Packs the application as electron-builder would for Linux, around a stand-in of Electron, and checks the archive: nothing
 * of development is in it, every library that the system loads lies unpacked beside it, and the fuses are switched.
 */
export async function checkElectronArchive(root: string): Promise<ElectronArchive> {
  const scratch = join(root, 'dist/electron-stand-in');
  await rm(scratch, { recursive: true, force: true });
  const electronDist = join(scratch, 'electron');
  await mkdir(electronDist, { recursive: true });
  for (const name of ['LICENSE', 'version']) await writeFile(join(electronDist, name), '');
  await writeFile(join(electronDist, 'electron'), FUSES_AS_SHIPPED);
  await chmod(join(electronDist, 'electron'), 0o755);
  const output = join(scratch, 'out');
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    config: { electronDist, directories: { output } },
    publish: 'never',
  });
  const archive = join(output, 'linux-unpacked/resources/app.asar');
  const files = listArchive(archive);
  checkFiles(files, `${archive}.unpacked`, JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  checkFuses(await readFile(join(output, 'linux-unpacked/preau-electron'), 'latin1'));
  const { size } = await stat(archive);
  await rm(scratch, { recursive: true });
  return { files: files.length, bytes: size };
}

function listArchive(archive: string): string[] {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const { listPackage } = createRequire(builder.resolve('app-builder-lib'))('@electron/asar');
  return listPackage(archive, { isPack: false }) as string[];
}

function checkFiles(
  files: readonly string[],
  unpacked: string,
  { devDependencies }: { devDependencies: Record<string, string> },
): void {
  assert.ok(files.includes('/build/main/shells/electron/electron-main.js'));
  assert.ok(files.includes('/build/renderer/index.html'));
  const development = Object.keys(devDependencies).map((name) => `/node_modules/${name}/`);
  const isUnwanted = (file: string) =>
    /\.(?:[cm]?ts|map)$|^\/(?:tests|main|renderer|packaging|content|docs)\//u.test(file) ||
    development.some((folder) => file.startsWith(folder));
  assert.deepEqual(files.filter(isUnwanted), []);
  const libraries = files.filter((file) => /\.(?:node|dylib|dll)$|\.so(?:\.|$)/u.test(file));
  assert.ok(libraries.length > 0);
  assert.deepEqual(
    libraries.filter((file) => !existsSync(join(unpacked, file))),
    [],
  );
}

/** In Electron's order: run as Node, encrypted cookies, NODE_OPTIONS, --inspect, integrity of the archive, only the archive. */
function checkFuses(binary: string): void {
  const at = binary.indexOf(MARK) + MARK.length + 2;
  assert.equal(binary.slice(at, at + 6), '010011');
}
