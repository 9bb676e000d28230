// Writes the registries, compiles to dist/, removes from dist/ what no longer has a source, says what was compiled (what is
// kept between commands holds for one program alone), bundles the command line and, meanwhile, the lab.
// With --to-run only what runs: types are neither checked nor declared, which takes most of the time.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './index-leaves.mjs';
import { root, runInstalled } from './set-up.mjs';

const toRun = process.argv.includes('--to-run');
const lab = existsSync(join(root, 'lab'))
  ? spawn(process.execPath, [join(root, 'scripts/build-lab.mjs')], { cwd: root, stdio: 'inherit' })
  : undefined;
const labBuilt = lab === undefined ? undefined : once(lab, 'exit');

const untyped = toRun ? ['--noCheck', '--declaration', 'false'] : [];
process.exitCode = runInstalled('typescript/bin/tsc', ['-p', 'tsconfig.build.json', ...untyped]);

const dist = join(root, 'dist');
/** What tsc wrote, now or earlier: other folders have their own builder, at work or not. */
const compiled = (existsSync(dist) ? readdirSync(dist, { withFileTypes: true }) : [])
  .filter(({ name }) => !/^(lab|docs|program)\b/.test(name))
  .flatMap((found) =>
    found.isDirectory()
      ? readdirSync(join(dist, found.name), { recursive: true, encoding: 'utf8' }).map((file) => join(found.name, file))
      : [found.name],
  );
const digest = createHash('sha256');
for (const file of compiled.sort()) {
  const source = file.replace(/\.(js|d\.ts)$/, '.ts');
  const undeclared = toRun && file.endsWith('.d.ts');
  if (file.endsWith('.map') || undeclared || (source !== file && !existsSync(join(root, source))))
    rmSync(join(dist, file));
  else if (file.endsWith('.js')) digest.update(file).update(readFileSync(join(dist, file)));
}
writeFileSync(join(dist, 'program.digest'), digest.digest('hex'));

if (process.exitCode === 0)
  process.exitCode = runInstalled('vite/bin/vite.js', ['build', '--config', 'scripts/program.config.mjs']);
if (labBuilt !== undefined) {
  if (process.exitCode !== 0) lab.kill();
  const [code] = await labBuilt;
  process.exitCode ||= code ?? 1;
}
