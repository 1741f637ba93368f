/**
 * `npm run test:dist`: makes the Debian package of this machine's processor, then installs, starts, photographs, upgrades,
 * removes and purges it on a clean Debian. Needs root, debootstrap and Xvfb; never part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
// The package holds what was built: it must be this checkout.
const build = spawnSync(process.execPath, [join(root, 'main/bootstrap.mjs'), 'build'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
const { module } = await runnerImport(join(root, 'tests/dist/test-dist.ts'), { configFile: false, root });
process.exitCode = await module.testDist(root, process.argv.slice(2));
