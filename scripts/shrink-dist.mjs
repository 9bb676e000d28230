// What is packed: compiled code without comments and blanks (names, constants and bits stay), and the types that an
// import of the package can reach. `npm pack` runs it after a build; the next build writes dist/ anew.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { minifySync } from 'vite';
import { root } from './set-up.mjs';

const dist = join(root, 'dist');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Every declaration that these files lead to, themselves included. */
function reachable(starts) {
  const found = new Set(starts);
  const left = [...found];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import|import\()\s*["'](\.[^"']+)["']/g)) {
      const path = join(dirname(file), target).replace(/\.(js|ts)$/, '.d.ts');
      if (found.has(path) || !existsSync(path)) continue;
      found.add(path);
      left.push(path);
    }
  }
  return found;
}

const types = reachable(Object.values(exports).map(({ types: path }) => join(root, path)));
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const path = join(dist, name);
  if (name.endsWith('.d.ts') ? !types.has(path) : name.endsWith('.map')) rmSync(path);
  else if (name.endsWith('.js') && !name.startsWith('lab')) {
    const { code, errors } = minifySync(name, readFileSync(path, 'utf8'), {
      module: true,
      compress: false,
      mangle: { toplevel: false, keepNames: true },
    });
    if (errors.length > 0) throw new Error(`${relative(root, path)}: ${errors[0].message}`);
    writeFileSync(path, code);
  }
}
