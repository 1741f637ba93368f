/**
 * `npm run dist [-- amd64 arm64]`: builds what is out of date, then makes the Debian packages with `dist.ts`, run by Vite
 * because Node 20 does not run TypeScript.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

async function main() {
  const build = spawn(process.execPath, [join(root, 'main/bootstrap.mjs'), 'build'], { cwd: root, stdio: 'inherit' });
  const [code] = await once(build, 'exit');
  if (code !== 0) return code ?? 1;
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'packaging/dist.ts'), { configFile: false, root });
  return module.dist(process.argv.slice(2), root);
}

process.exitCode = await main();
