import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = import.meta.dirname;

/** What a bundler makes of some modules of the test pages, each a file of its own name. */
export interface Bundle {
  readonly folder: string;
  /** Text of everything that was written. */
  readonly text: string;
  /** Size of what an entry loads, its chunks included, gzipped (bytes). */
  sizeOf(entry: string): number;
  remove(): void;
}

/** Bundles modules of this folder for a page, from the sources, as a user's bundler would. */
export async function bundle(...entries: readonly string[]): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-bundle-'));
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    resolve: { conditions: ['source'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: {
        input: Object.fromEntries(entries.map((name) => [name, join(here, `${name}.js`)])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  });
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const loaded = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const [, other] of read(name).matchAll(/["']\.\/([\w.-]+\.js)["']/g))
      if (files.includes(other)) loaded(other, seen);
    return seen;
  };
  return {
    folder,
    text: files.map(read).join('\n'),
    sizeOf: (entry) => gzipSync([...loaded(`${entry}.js`)].map(read).join('')).length,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
