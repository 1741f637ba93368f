/**
 * `npm run bench [-- --quick] [-- --only=drop,idle] [-- --write]`: builds what is out of date, then runs `bench.ts` with Vite, because
 * Node 20 does not run TypeScript.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

async function main() {
  const build = spawn(process.execPath, [join(root, 'main/bootstrap.mjs'), 'build'], { cwd: root, stdio: 'inherit' });
  const [code] = await once(build, 'exit');
  if (code !== 0) return code ?? 1;
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'tests/bench/bench.ts'), { configFile: false, root });
  return module.bench(process.argv.slice(2), root);
}

process.exitCode = await main();
