/**
 * `npm run test:fleet`: the tests of many machines, with the real programs of a school's network: Syncthing, Prometheus and
 * Samba. What is missing is installed with apt-get, as root.
 */
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
/** Programs, and the packages of Debian that bring them. */
const PROGRAMS = {
  syncthing: 'syncthing',
  prometheus: 'prometheus',
  promtool: 'prometheus',
  smbd: 'samba',
  smbclient: 'smbclient',
};

const isThere = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

const missing = [...new Set(Object.entries(PROGRAMS).flatMap(([program, name]) => (isThere(program) ? [] : [name])))];
if (missing.length > 0) {
  process.stderr.write(`préau : installation de ${missing.join(', ')} (apt-get)…\n`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // A machine that never installed anything has no lists of packages; a list that is old still serves where there is no network.
  run('apt-get', ['update', '-q'], env);
  if (run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], env) !== 0) {
    process.stderr.write(
      `préau : installez d’abord ${missing.join(', ')} (en root : apt-get install ${missing.join(' ')}).\n`,
    );
    process.exit(1);
  }
}
const built = run(process.execPath, ['main/bootstrap.mjs', 'build']);
process.exitCode =
  built || run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/unit/fleet'], { PREAU_FLEET: '1' });
