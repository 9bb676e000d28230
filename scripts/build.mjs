// Writes the registries, compiles to dist/, removes from dist/ what no longer has a source, says what was compiled (what is
// kept between commands holds for one program alone), bundles the command line and the lab.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './index-leaves.mjs';
import { root, runInstalled } from './set-up.mjs';

process.exitCode = runInstalled('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);

const dist = join(root, 'dist');
for (const file of existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }) : []) {
  const source = file.replace(/\.(js|d\.ts)$/, '.ts');
  const stale = file.endsWith('.map') || (source !== file && !existsSync(join(root, source)));
  if (stale && !/^(lab|docs)\b/.test(file)) rmSync(join(dist, file));
}

const digest = createHash('sha256');
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort())
  if (file.endsWith('.js') && !/^(lab|docs|program)\b/.test(file))
    digest.update(file).update(readFileSync(join(dist, file)));
writeFileSync(join(dist, 'program.digest'), digest.digest('hex'));

if (process.exitCode === 0)
  process.exitCode = runInstalled('vite/bin/vite.js', ['build', '--config', 'scripts/program.config.mjs']);
if (process.exitCode === 0 && existsSync(join(root, 'lab'))) await import('./build-lab.mjs');
