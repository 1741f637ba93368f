/**
 * `npm run compare -- OTHER_CHECKOUT`: builds what is stale here and in the other checkout, then runs `programmes.ts`. Node 20
 * reads no TypeScript; Vite, which builds the player, runs it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

async function build(checkout) {
  const script = join(checkout, 'main/bootstrap.mjs');
  const [code] = await once(spawn(process.execPath, [script, 'build'], { cwd: checkout, stdio: 'inherit' }), 'exit');
  return code === 0;
}

async function main() {
  const [other] = process.argv.slice(2);
  if (other === undefined) {
    process.stderr.write('usage: npm run compare -- OTHER_CHECKOUT\n');
    return 2;
  }
  const checkout = resolve(other);
  if (!(await build(root)) || !(await build(checkout))) return 1;
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'tests/compare/programmes.ts'), { configFile: false, root });
  return module.compareProgrammes(root, checkout);
}

process.exitCode = await main();
