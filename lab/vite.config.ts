import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { offline } from './offline.ts';
import { workerScripts } from './worker-scripts.ts';

/** The lab as static files in dist/lab, from the sources of the library; works in any folder of any host. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [workerScripts(), offline()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  resolve: {
    conditions: ['source', 'module', 'browser', 'production'],
    alias: Object.fromEntries(
      ['hyparquet-writer', 'd3-color', 'd3-format'].map((name) => [name, resolve(import.meta.dirname, 'left-out.ts')]),
    ),
  },
  build: {
    outDir: resolve(import.meta.dirname, '../dist/lab'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'files.json',
    // A worker has no document to put a preload into.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, deps, { hostId }) => (/engine/.test(hostId) ? [] : deps),
    },
    chunkSizeWarningLimit: 1000,
  },
});
