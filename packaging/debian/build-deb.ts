import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { run } from '../run.ts';
import { type Architecture, controlFile, type Product } from './control.ts';
import { placeNode } from './node-binary.ts';
import { processorOf } from './processor-of.ts';

export interface DebOptions {
  readonly architecture: Architecture;
  /** The checkout, which is built. */
  readonly root: string;
  /** An empty folder: the files of the package are laid out in it. */
  readonly stage: string;
  /** True: gzip in place of xz, which takes a minute; the package is larger by a third. */
  readonly isDraft?: boolean;
}

/** Where the product lies on the machine. */
const HOME = 'usr/lib/preau';
/** npm's names of the processors. */
const CPUS: Readonly<Record<Architecture, string>> = { amd64: 'x64', arm64: 'arm64' };
const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

/** Files of packages that nothing reads at run time; their licences are passed on. */
const NOT_NEEDED =
  /(?<!\/licen[cs]e)\.(?:d\.[cm]?ts|[cm]?ts|map|md|markdown|flow|tsbuildinfo)$|\/(?:test|tests|docs|benchmarks?|examples?|\.github)\//iu;

/** Each file of `packaging/linux`, where it goes and whether it is run. */
const PLACES: Readonly<Record<string, string>> = {
  'preau.sh': 'usr/bin/preau',
  'session.sh': `${HOME}/session`,
  'preau.service': 'usr/lib/systemd/user/preau.service',
  'preau-kiosk.service': 'usr/lib/systemd/system/preau-kiosk.service',
  'srv-preau.mount.conf': 'usr/lib/systemd/system/srv-preau.mount.d/preau.conf',
  'journald@preau.conf': 'etc/systemd/journald@preau.conf',
  'fr.preau.ecran.desktop': 'usr/share/applications/fr.preau.ecran.desktop',
  // No conffile: `preau setup` writes in it, and dpkg would then ask about it at an upgrade that changes its comments.
  'preau.conf': 'usr/share/preau/preau.conf',
  'labwc/rc.xml': 'usr/share/preau/labwc/rc.xml',
};
const RUN = ['preau.sh', 'session.sh'];

/** Makes the package; resolves to its path. Two builds of one commit give the same bytes. */
export async function buildDeb({ architecture, root, stage, isDraft = false }: DebOptions): Promise<string> {
  const product = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Product;
  const epoch = (await run('git', ['log', '-1', '--format=%ct'], { cwd: root })).trim();
  await placeProduct(root, stage, architecture, epoch);
  await placeNode(
    architecture,
    { binary: join(stage, HOME, 'bin/node'), licence: join(stage, 'usr/share/doc/preau/LICENSE.node') },
    join(root, 'dist/cache'),
  );
  await checkProcessors(stage, architecture);
  await placeSystemFiles(root, stage);
  await placeIcons(root, stage);
  await placeDocs(root, stage, product.version, epoch);
  await placeControl(root, stage, product, architecture);
  const file = join(root, 'dist', `preau_${product.version}_${architecture}.deb`);
  const options = ['--root-owner-group', ...(isDraft ? ['-Zgzip', '-z1'] : ['-Zxz', '-z6']), '--build'];
  await settleTimes(stage, Number(epoch));
  await run('dpkg-deb', [...options, stage, file], { env: { SOURCE_DATE_EPOCH: epoch } });
  return file;
}

/** The built service and player, and the packages that they need on this processor. */
async function placeProduct(root: string, stage: string, architecture: Architecture, epoch: string): Promise<void> {
  const home = join(stage, HOME);
  await mkdir(home, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) await cp(join(root, name), join(home, name));
  const target = [`--cpu=${CPUS[architecture]}`, '--os=linux', '--libc=glibc'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['ci', '--omit=dev', ...target, ...quiet], { cwd: home });
  await rm(join(home, 'package-lock.json'));
  await rm(join(home, 'node_modules/.package-lock.json'), { force: true });
  for (const name of ['.bin', '@types']) await rm(join(home, 'node_modules', name), { recursive: true, force: true });
  for (const folder of ['build/main', 'build/renderer', 'content']) {
    await cp(join(root, folder), join(home, folder), { recursive: true });
  }
  await rm(join(home, 'content/_état.html'), { force: true });
  // Hours in which the clock of the machine may be trusted begin with the commit, so that two builds are the same.
  const builtAt = new Date(Number(epoch) * 1000).toISOString();
  await writeFile(join(home, 'build/main/built-at.json'), JSON.stringify(builtAt));
  for (const path of await filesOf(home)) {
    if (NOT_NEEDED.test(`/${relative(home, path)}`) && !path.startsWith(join(home, 'content'))) await rm(path);
  }
}

/** npm installs for the processor that it is told, unless a package brings the wrong binary: such a package would not start. */
async function checkProcessors(stage: string, architecture: Architecture): Promise<void> {
  for (const path of await filesOf(stage)) {
    const processor = processorOf(await readFile(path));
    if (processor !== null && processor !== architecture) throw new Error(`${path} is no binary for ${architecture}`);
  }
}

async function placeSystemFiles(root: string, stage: string): Promise<void> {
  for (const [name, place] of Object.entries(PLACES)) {
    await mkdir(dirname(join(stage, place)), { recursive: true });
    await cp(join(root, 'packaging/linux', name), join(stage, place));
    await chmod(join(stage, place), RUN.includes(name) ? 0o755 : 0o644);
  }
}

async function placeIcons(root: string, stage: string): Promise<void> {
  const svg = await readFile(join(root, 'packaging/icons/preau.svg'));
  const place = async (size: string, name: string, bytes: Buffer) => {
    const folder = join(stage, 'usr/share/icons/hicolor', size, 'apps');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), bytes);
  };
  await place('scalable', 'preau.svg', svg);
  for (const size of ICON_SIZES) {
    const png = await sharp(svg, { density: (72 * size) / 512 })
      .resize(size, size)
      .png()
      .toBuffer();
    await place(`${size}x${size}`, 'preau.png', png);
  }
}

async function placeDocs(root: string, stage: string, version: string, epoch: string): Promise<void> {
  const folder = join(stage, 'usr/share/doc/preau');
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'LICENSE'), join(folder, 'copyright'));
  // Of the packages that are built in; those in node_modules have their own files.
  for (const part of ['main', 'renderer'])
    await cp(join(root, 'build', part, 'licenses.txt'), join(folder, `licenses-${part}.txt`));
  await cp(join(root, 'docs/installer.md'), join(folder, 'installer.md'));
  await cp(join(root, 'content/LISEZMOI.md'), join(folder, 'LISEZMOI.md'));
  const date = new Date(Number(epoch) * 1000).toUTCString().replace('GMT', '+0000');
  const entry = `preau (${version}) stable; urgency=medium\n\n  * Version ${version}.\n\n -- Préau  ${date}\n`;
  await writeFile(join(folder, 'changelog.gz'), gzipSync(entry, { level: 9 }));
}

/** The package's own description, its scripts, and the sums of its files. */
async function placeControl(root: string, stage: string, product: Product, architecture: Architecture): Promise<void> {
  const folder = join(stage, 'DEBIAN');
  const paths = await filesOf(stage);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const sums = await Promise.all(
    paths.map(async (path) => {
      const sum = createHash('md5')
        .update(await readFile(path))
        .digest('hex');
      return `${sum}  ${relative(stage, path)}`;
    }),
  );
  await mkdir(folder);
  const conffiles = Object.values(PLACES).filter((place) => place.startsWith('etc/'));
  await writeFile(join(folder, 'control'), controlFile(product, architecture, bytes));
  await writeFile(join(folder, 'conffiles'), conffiles.map((place) => `/${place}\n`).join(''));
  await writeFile(join(folder, 'md5sums'), `${sums.join('\n')}\n`);
  for (const script of ['postinst', 'prerm', 'postrm']) {
    await cp(join(root, 'packaging/debian', script), join(folder, script));
    await chmod(join(folder, script), 0o755);
  }
}

/** The files below a folder, in the order of their paths. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && basename(entry.parentPath) !== 'DEBIAN')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every file of the time of the commit, and readable by all: what the umask and the clock of the build gave is forgotten. */
async function settleTimes(stage: string, seconds: number): Promise<void> {
  for (const entry of await readdir(stage, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const { mode } = await stat(path);
    await chmod(path, entry.isDirectory() || mode & 0o100 ? 0o755 : 0o644);
    await utimes(path, seconds, seconds);
  }
}
