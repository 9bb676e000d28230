// What a stranger gets: `npm pack`, an installation in an empty folder, a page built with Vite 8 (and 7, where npm finds
// it), no Node module in it, and a size that is said.   node scripts/check-package.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './set-up.mjs';

const folder = mkdtempSync(join(tmpdir(), 'spillway-package-'));
const npm = (args, cwd = folder) =>
  spawnSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
let failed = false;
const say = (ok, text) => {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}`);
  failed ||= !ok;
};
try {
  const packed = npm(['pack', '--pack-destination', folder], root);
  if (packed.status !== 0) throw new Error(packed.stderr);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  console.log(`     ${tarball}: ${(statSync(join(folder, tarball)).size / 1e6).toFixed(2)} MB`);
  writeFileSync(join(folder, 'package.json'), '{"name":"stranger","private":true,"type":"module"}');
  const installed = npm(['install', '--omit=optional', '--no-audit', '--no-fund', `./${tarball}`]);
  say(installed.status === 0, `installs ${installed.stderr.trim().split('\n')[0] ?? ''}`);
  const names = readdirSync(join(folder, 'node_modules/spillway/dist'), { recursive: true, encoding: 'utf8' });
  const mapped = names
    .filter((name) => name.endsWith('.js'))
    .filter((name) =>
      /sourceMappingURL=(?!data:)/.test(readFileSync(join(folder, 'node_modules/spillway/dist', name), 'utf8')),
    );
  say(names.every((name) => !name.endsWith('.map')) && mapped.length === 0, 'no source map to an absent source');
  writeFileSync(
    join(folder, 'main.js'),
    "import { countingLimit } from 'spillway/statistics';\nimport { planOf, run } from 'spillway';\ndocument.title = String(countingLimit({ observed: 0, background: 0.3 }).signalEvents.observed) + typeof run + typeof planOf;\n",
  );
  writeFileSync(join(folder, 'index.html'), '<script type="module" src="./main.js"></script>');
  for (const version of ['8', '7']) {
    const found = npm(['install', '--no-audit', '--no-fund', '--no-save', `vite@${version}`, `./${tarball}`]);
    if (found.status !== 0) {
      console.log(`     Vite ${version} cannot be installed here`);
      continue;
    }
    const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const text = `${built.stdout}${built.stderr}`;
    const external = /externalized for browser compatibility|__vite-browser-external/.test(text);
    const size = /assets\/\S+\.js\s+([\d.,]+ kB)/.exec(text)?.[1] ?? '';
    say(
      built.status === 0 && !external,
      `builds with Vite ${/vite v(\S+)/.exec(text)?.[1] ?? version}, ${size}${external ? ': a Node module is in it' : ''}`,
    );
    if (built.status !== 0) console.log(text);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
process.exitCode = failed ? 1 : 0;
