// Writes the lab to dist/lab, unless what is there was made of the same sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runInstalled } from './set-up.mjs';

const SOURCES = ['lab', 'src', 'searches', 'limits', 'models', 'package.json', 'package-lock.json'];
const mark = join(root, 'dist/lab.digest');

function filesIn(path) {
  const entry = join(root, path);
  if (!existsSync(entry)) return [];
  try {
    return readdirSync(entry, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? filesIn(`${path}/${one.name}`) : [`${path}/${one.name}`],
    );
  } catch {
    return [path];
  }
}

const digest = createHash('sha256');
for (const file of SOURCES.flatMap(filesIn).sort()) {
  if (file.endsWith('.test.ts')) continue;
  digest.update(file).update(readFileSync(join(root, file)));
}
const made = digest.digest('hex');
const known = existsSync(mark) && existsSync(join(root, 'dist/lab/index.html')) ? readFileSync(mark, 'utf8') : '';
if (known !== made) {
  const code = runInstalled('vite/bin/vite.js', ['build', '--config', 'lab/vite.config.ts', '--logLevel', 'warn']);
  if (code === 0) writeFileSync(mark, made);
  process.exitCode ||= code;
}
