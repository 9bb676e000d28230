// What a command costs from process start, against bare Node: the part that is Spillway's is the difference.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measure } from './measure.ts';

const program = resolve('bin/spillway.js');
if (!existsSync(resolve('dist/src/cli/main.js'))) throw new Error('dist is missing: run npm run build first');

const folder = mkdtempSync(join(tmpdir(), 'spillway-bench-'));
const workspace = join(folder, 'workspace.json');
writeFileSync(
  workspace,
  JSON.stringify({
    channels: [
      {
        name: 'one',
        samples: [
          { name: 'signal', data: [12, 11], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
          { name: 'background', data: [50, 52], modifiers: [{ name: 'b', type: 'shapesys', data: [3, 7] }] },
        ],
      },
    ],
    observations: [{ name: 'one', data: [51, 48] }],
    measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
    version: '1.0.0',
  }),
);

const BARE = 'node, bare';
const COUNTS = ['--observed', '0', '--background', '0.26', '--background-error', '0.04'];
const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
  [BARE, ['-e', '0']],
  ['spillway --help', [program, '--help']],
  ['spillway limit, of counts', [program, 'limit', ...COUNTS, '--ses', '3.5e-11']],
  ['spillway significance', [program, 'significance', ...COUNTS]],
  ['spillway limit, of a workspace', [program, 'limit', workspace]],
  ['spillway list', [program, 'list']],
];

const results = measure(
  commands.map(([name, args]) => ({
    name,
    seconds: () => {
      const from = performance.now();
      execFileSync(process.execPath, args, { stdio: 'ignore' });
      return (performance.now() - from) / 1000;
    },
  })),
  10,
);
rmSync(folder, { recursive: true, force: true });

const bare = results[0].seconds;
const width = Math.max(...results.map(({ name }) => name.length));
console.log(`${'wall time from process start'.padEnd(width)}  seconds  / bare Node`);
for (const { name, seconds } of results) {
  console.log(`${name.padEnd(width)}  ${seconds.toFixed(3).padStart(7)}  ${(seconds / bare).toFixed(2).padStart(11)}`);
}
console.log('aim: a limit of counts within 0.2 s where bare Node needs 0.06 s, a ratio of 3.3');
