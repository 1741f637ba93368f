import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';

/**
 * Bundles a module of the tests, with all that it imports, as a script for a page: its exports are then the properties of
 * the variable `name`. `page.evaluate` alone takes one function with nothing around it.
 */
export async function bundleForPage(module: URL, name: string): Promise<string> {
  const entry = fileURLToPath(module);
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, name, formats: ['iife'] } },
  })) as Rollup.RollupOutput[];
  const code = result[0]?.output[0].code;
  if (code === undefined) throw new Error(`nothing was built of ${entry}`);
  return code;
}
