// npm run bench [-- NAME…]   runs bench/*.bench.ts, or those named, one after the other, each in a process of its own.
// Every benchmark prints ratios between things measured in the same run; nothing here asserts a time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const build = join(root, 'bench/build');
const all = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .sort();
const wanted = process.argv.slice(2).map((name) => name.replace(/^.*\//, '').replace(/\.bench\.ts$/, ''));
const unknown = wanted.find((name) => !all.includes(name));
if (unknown !== undefined) {
  console.error(`There is no benchmark '${unknown}'. There are: ${all.join(', ')}.`);
  process.exit(2);
}

spawnSync(process.execPath, [join(root, 'scripts/index-leaves.mjs')], { stdio: 'inherit' });
const compiler = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'bench'], {
  cwd: root,
  encoding: 'utf8',
});
// The compiler writes what it can even where a type is wrong; `npm run check` is the judge of types.
if (compiler.status !== 0) console.error(compiler.stdout.split('\n').slice(0, 5).join('\n'));

// The package's own names ('spillway/search') lead to the copy that is measured.
const { name, version, type, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const own = Object.entries(exports).map(([key, value]) => [key, value.source?.replace(/\.ts$/, '.js') ?? value]);
mkdirSync(build, { recursive: true });
writeFileSync(join(build, 'package.json'), JSON.stringify({ name, version, type, exports: Object.fromEntries(own) }));

console.log(`${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}\n`);
let failed = false;
for (const bench of wanted.length > 0 ? wanted : all) {
  const file = join(build, 'bench', `${bench}.bench.js`);
  if (!existsSync(file)) {
    console.error(`${bench}: did not compile.`);
    failed = true;
    continue;
  }
  console.log(`── ${bench} ${'─'.repeat(Math.max(0, 70 - bench.length))}`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit', cwd: root });
  if (status !== 0) failed = true;
  console.log('');
}
process.exit(failed ? 1 : 0);
