// The command line in few files, dist/program, made of dist/src: hundreds of small modules take Node a quarter of a second.
import { join, relative } from 'node:path';
import { root } from './set-up.mjs';

const out = join(root, 'dist/program');

/** Files beside a module are still found from where it was compiled. */
const ownAddress = {
  name: 'own-address',
  transform(code, id) {
    if (!id.startsWith(join(root, 'dist')) || !code.includes('import.meta.url')) return null;
    // Threads are started from a file of the bundle.
    if (id.endsWith('/node-workers.js')) return null;
    const path = relative(out, id).replaceAll('\\', '/');
    return { code: code.replaceAll('import.meta.url', `new URL('${path}', import.meta.url).href`), map: null };
  },
};

export default {
  root,
  logLevel: 'error',
  publicDir: false,
  plugins: [ownAddress],
  // What light commands load; the rest is found where the library finds it.
  ssr: { noExternal: [/^@stricli\/core/, 'valibot', /^d3-/, 'internmap', /^@noble\/hashes/] },
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rollupOptions: {
      input: {
        main: join(root, 'dist/src/cli/main.js'),
        worker: join(root, 'dist/src/hosts/node/workers/worker.js'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};
