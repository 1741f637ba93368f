/**
 * `npm run test:dist`: makes the Debian package of this machine's processor, then installs, starts, photographs, upgrades,
 * removes and purges it on a clean Debian. Needs root, debootstrap, Xvfb and ImageMagick; never part of `npm test`.
 */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { module } = await runnerImport(join(root, 'tests/dist/test-dist.ts'), { configFile: false, root });
process.exitCode = await module.testDist(root, process.argv.slice(2));
