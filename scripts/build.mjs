// Writes the registries, compiles to dist/, removes from dist/ what no longer has a source, bundles the lab.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import './index-leaves.mjs';
import { root, runInstalled } from './set-up.mjs';

process.exitCode = runInstalled('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);

const dist = join(root, 'dist');
for (const file of existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }) : []) {
  const source = file.replace(/\.(js|d\.ts)$/, '.ts');
  const stale = file.endsWith('.map') || (source !== file && !existsSync(join(root, source)));
  if (stale && !file.startsWith('lab')) rmSync(join(dist, file));
}

if (process.exitCode === 0) await import('./build-lab.mjs');
