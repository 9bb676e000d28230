import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type SourceFile } from './source-files.ts';

/** Layer of each folder of src, from the table in CONTRIBUTING.md. */
export function readLayers(): ReadonlyMap<string, number> {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const layers = new Map<string, number>();
  for (const [, number, folders] of text.matchAll(/^\|\s*(\d+)\s*\|([^|]*)\|/gm)) {
    for (const [, folder] of folders.matchAll(/`([a-z-]+)`/g)) layers.set(folder, Number(number));
  }
  return layers;
}

/** 'src/stages/trigger/x.ts' → 'stages'; undefined for what is not in a folder of src. */
export const folderOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

/** 'src/stages/trigger/x.ts' → 'stages/trigger'; undefined for what is in no room whose neighbours are strangers. */
const roomOf = (path: string): string | undefined => /^src\/((?:stages|modes|hosts)\/[^/]+)\//.exec(path)?.[1];

/** What is wrong with the imports of a file, in sentences. */
export function importFaults({ path, imports }: SourceFile, layers: ReadonlyMap<string, number>): string[] {
  const from = folderOf(path);
  if (from === undefined) return [];
  const own = layers.get(from);
  if (own === undefined) return [`${path}: folder '${from}' is not in the table of layers`];
  const faults: string[] = [];
  for (const target of imports) {
    if (target.startsWith('spillway')) faults.push(`${path} imports ${target}: inside src imports are relative`);
    if (target.startsWith('searches/') && own < (layers.get('hosts') ?? 0)) faults.push(`${path} imports ${target}`);
    const to = folderOf(target);
    if (to === undefined) {
      if (/^src\/[^/]+$/.test(target)) faults.push(`${path} imports the package's entry ${target}`);
      continue;
    }
    if (to !== from && !((layers.get(to) ?? Number.POSITIVE_INFINITY) < own)) faults.push(`${path} imports ${target}`);
    if (to === from && roomOf(path) !== undefined && roomOf(target) !== undefined && roomOf(path) !== roomOf(target)) {
      faults.push(`${path} imports its neighbour ${target}`);
    }
  }
  return faults;
}
