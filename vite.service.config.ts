import { relative, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const SOURCES = resolve(import.meta.dirname, 'main');

/** What is started by its name: the command line, the main process of Electron, the service and its threads. */
const ENTRIES = [
  'cli',
  'service',
  'run-service',
  'shells/provision',
  'shells/electron/electron-main',
  'content/reading/text-worker',
  'content/preparation/worker',
];

/** Packages that start a file, or load a library, which lies beside them: the `dependencies`, and Electron. */
export const NOT_BUNDLED = ['@hyzyla/pdfium', 'electron', 'libheif-js', 'sharp', 'tinypool'];

/**
 * What packages load at the start for services unlike this one: schemas of routes (a request is checked by the contract), requests
 * without a network, patterns of served files, traces. A third of the service, which would be read at each start.
 */
const NEVER_USED = new Set([
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  '@opentelemetry/api',
  'glob',
  'light-my-request',
]);

/**
 * The service and the shells, each in few files: a start takes half the processor time that it takes where 1,100 modules are looked
 * for and read one by one. They are CommonJS, because what V8 has compiled of it can be kept (`main/lib/kept-code.ts`). `main/` in,
 * `build/main` out.
 */
export default defineConfig({
  publicDir: false,
  plugins: [ownPlaces(), withoutUnused(), asCommonJs()],
  // For Node, rxjs gives its CommonJS, of which nothing can be left out.
  resolve: { alias: [{ find: /^rxjs$/u, replacement: resolve(SOURCES, '../node_modules/rxjs/dist/esm/index.js') }] },
  ssr: { target: 'node', noExternal: true, external: NOT_BUNDLED },
  build: {
    ssr: true,
    outDir: 'build/main',
    emptyOutDir: true,
    // The licences of the packages that are built in ask to be passed on.
    license: { fileName: 'licenses.txt' },
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(ENTRIES.map((name) => [name, resolve(SOURCES, `${name}.ts`)])),
      output: {
        format: 'cjs',
        strict: true,
        dynamicImportInCjs: false,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
      },
    },
  },
});

/**
 * A module finds what is beside it (the player, a thread's entry) as if it were built alone, in a file that stands where its source
 * does: `import.meta.url` of a chunk would name another folder.
 */
function ownPlaces(): Plugin {
  const BUILT = '__PREAU_BUILT__';
  return {
    name: 'own-places',
    transform(code, id) {
      const path = relative(SOURCES, id);
      if (path.startsWith('..') || !code.includes('import.meta.url')) return null;
      const place = `new URL(${JSON.stringify(path.replace(/\.ts$/u, '.js'))}, ${BUILT}).href`;
      return { code: code.replaceAll('import.meta.url', place), map: null };
    },
    renderChunk(code, { fileName }) {
      const up = '../'.repeat(fileName.split('/').length - 1) || './';
      return {
        code: code.replaceAll(BUILT, `new URL('${up}', require('node:url').pathToFileURL(__filename))`),
        map: null,
      };
    },
  };
}

/** In the place of each package that is never used stands one that says so where it is used all the same. */
function withoutUnused(): Plugin {
  const MARK = '\0never-used:';
  return {
    name: 'without-unused',
    enforce: 'pre',
    resolveId: (id) => (NEVER_USED.has(id) ? `${MARK}${id}` : null),
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const message = JSON.stringify(`${id.slice(MARK.length)} is left out by vite.service.config.ts`);
      // Fastify makes a compiler of schemas at its start, and calls it where a route has a schema.
      return `module.exports = () => () => { throw new Error(${message}); };`;
    },
  };
}

/** package.json says of all else that it is modules. */
function asCommonJs(): Plugin {
  return {
    name: 'as-common-js',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
    },
  };
}
