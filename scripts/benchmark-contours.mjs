// Contours of every benchmark at every dump, from nothing, with the compiled command line: pictures in a folder, seconds by the
// clock and of all processors on stdout. node scripts/build.mjs && node scripts/benchmark-contours.mjs FOLDER [MODEL,…] [DUMP,…]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './set-up.mjs';

const leptons = ['mumu', 'ee'];
const benchmarks = {
  BC1: ['dark-photon', leptons],
  BC4: ['dark-scalar', leptons],
  BC5: ['dark-scalar', leptons, '--production', 'beauty+quartic'],
  BC6: ['hnl-e', leptons],
  'BC6 Dirac': ['hnl-e-dirac', leptons],
  BC7: ['hnl-mu', leptons],
  'BC7 Dirac': ['hnl-mu-dirac', leptons],
  BC8: ['hnl-tau', leptons],
  'BC8 Dirac': ['hnl-tau-dirac', leptons],
  BC9: ['alp-photon', ['gg']],
  BC10: ['alp-fermion', leptons],
  BC11: ['alp-gluon', ['gg']],
};
const dumps = {
  na62: ['dump'],
  'na62-1e18': ['dump', '--pot', '1e18'],
  charm: ['charm'],
  nucal: ['nucal'],
  ship: ['ship'],
};

const SPILLWAY = join(root, 'bin', 'spillway.js');

/** User and system seconds of what a shell waited for: the second line of its `times`. */
function childSeconds(times) {
  const parts = times
    .trim()
    .split('\n')[1]
    .matchAll(/(\d+)m([\d.]+)s/g);
  return [...parts].reduce((sum, [, minutes, seconds]) => sum + 60 * minutes + Number(seconds), 0);
}

const [folder, models, places] = process.argv.slice(2);
if (folder === undefined) {
  console.error('node scripts/benchmark-contours.mjs FOLDER [BC1,BC4,…] [na62,charm,…]');
  process.exit(2);
}
const chosen = (list, all) => list?.split(',') ?? Object.keys(all);
let failed = 0;
for (const benchmark of chosen(models, benchmarks))
  for (const dump of chosen(places, dumps)) {
    const [model, states, ...more] = benchmarks[benchmark];
    const [prefix, ...protons] = dumps[dump];
    const searches = states.map((state) => `${prefix}-${state}`).join(',');
    const out = join(folder, `${benchmark.replace(' ', '-')}-${dump}`);
    const words = ['exclude', model, '--searches', searches, ...more, ...protons, '--earlier', 'all', '--out', out];
    const start = performance.now();
    const { status, stdout } = spawnSync(
      'sh',
      ['-c', '"$@" >/dev/null 2>&1; code=$?; times; exit $code', 'sh', process.execPath, SPILLWAY, ...words],
      { env: { ...process.env, SPILLWAY_CACHE: 'off' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    if (status !== 0) failed++;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const said =
      status === 0 ? `${seconds} s, ${childSeconds(stdout).toFixed(1)} s of processor` : `failed (${status})`;
    console.log(`${benchmark.padEnd(10)} ${dump.padEnd(10)} ${said}`);
  }
process.exitCode = failed === 0 ? 0 : 1;
