import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidInput } from '../../../schema/index.ts';

/** A file of the lab, as it is served. */
export interface LabFile {
  readonly type: string;
  readonly content: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

/** Where the build puts the lab: beside the compiled library. */
const BUILT = fileURLToPath(new URL('../../../../lab/', import.meta.url));

/**
 * Every file of the built lab by its path from the root of the site ('/', '/assets/…'), read once: what is not in this
 * list is not served. Throws InvalidInput where the lab was not built.
 */
export async function labFiles(folder = BUILT): Promise<ReadonlyMap<string, LabFile>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, LabFile>();
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = `/${path.slice(join(folder, sep).length).split(sep).join('/')}`;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    files.set(name, { type, content: await readFile(path) });
  }
  const front = files.get('/index.html');
  if (front === undefined) throw new InvalidInput('lab', 'is not built here; `npm run build` makes it');
  return files.set('/', front);
}
