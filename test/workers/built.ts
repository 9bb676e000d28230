import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..', '..');

/**
 * Makes sure that the compiled files of some source folders are there and not older than their sources: worker threads
 * of Node 20 and browsers cannot load TypeScript. Throws a sentence that says what to do.
 */
export function requireBuilt(...folders: readonly string[]): void {
  for (const folder of folders) {
    const sources = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const source of sources) {
      if (!source.endsWith('.ts') || source.endsWith('.test.ts')) continue;
      const built = join(root, 'dist', folder, source.replace(/\.ts$/, '.js'));
      const stale = !existsSync(built) || statSync(built).mtimeMs < statSync(join(root, folder, source)).mtimeMs;
      if (stale) throw new Error(`dist is missing or older than ${folder}/${source}: run 'npm run build' first`);
    }
  }
}

/** The compiled form of a source file, as an address to import. */
export function builtModule(source: string): string {
  return pathToFileURL(join(root, 'dist', source.replace(/\.ts$/, '.js'))).href;
}
