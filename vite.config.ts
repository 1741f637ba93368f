import { defineConfig } from 'vite';

/** The player is an ordinary page: `renderer/` in, `build/renderer` out. */
export default defineConfig({
  root: 'renderer',
  build: { outDir: '../build/renderer', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
});
