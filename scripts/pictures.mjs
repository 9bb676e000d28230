// Makes the pictures of the documentation (docs/images) with the compiled command line:
// node scripts/build.mjs && node scripts/pictures.mjs
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './set-up.mjs';

const images = join(root, 'docs', 'images');
const folder = mkdtempSync(join(tmpdir(), 'spillway-pictures-'));
mkdirSync(images, { recursive: true });
try {
  const made = (inputs, figures) => {
    const { status } = spawnSync(process.execPath, [join(root, 'bin', 'spillway.js'), ...inputs], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) process.exit(status ?? 1);
    for (const [from, to] of Object.entries(figures)) copyFileSync(join(folder, from), join(images, to));
  };
  made(['run', 'kaon-munuee', '--out', 'run'], {
    'run/figures/discriminant.svg': 'kaon-munuee.svg',
    'run/figures/cut-flow-signal.svg': 'cut-flow.svg',
    'run/figures/error-budget.svg': 'error-budget.svg',
  });
  made(
    [
      'exclude',
      'dark-photon',
      '--searches',
      'dump-mumu,dump-ee',
      '--earlier',
      'all',
      '--events',
      '5000',
      '--out',
      'exclusion',
    ],
    {
      'exclusion/exclusion.svg': 'dark-photon.svg',
    },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
