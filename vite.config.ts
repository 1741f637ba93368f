import { defineConfig } from 'vite';

/** The player, the form of the first start and the régie are ordinary pages: `renderer/` in, `build/renderer` out. */
export default defineConfig({
  root: 'renderer',
  build: {
    outDir: '../build/renderer',
    emptyOutDir: true,
    // The licences of the packages that are built in ask to be passed on.
    license: { fileName: 'licenses.txt' },
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['renderer/index.html', 'renderer/setup.html', 'renderer/regie.html'],
      // What pages share is one file, and not one for each set of pages that shares it: the wall asks for five files and not eight.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
    },
  },
});
