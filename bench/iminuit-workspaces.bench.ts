// CLs of 119 parameters and the limit of 50 bins beside iminuit's, in the same run: the same workspaces, iminuit on a
// vectorised numpy likelihood, with its limit observed and median only. Needs a python3 with iminuit (Debian:
// python3-iminuit), and says so when there is none.
import { spawnSync } from 'node:child_process';
import { workspaceCls } from '../src/statistics/histfactory/limits/workspace-cls.ts';
import { workspaceLimit } from '../src/statistics/histfactory/limits/workspace-limit.ts';
import { buildModel } from '../src/statistics/histfactory/model/build-model.ts';
import { measure } from './measure.ts';
import { peakedWorkspace } from './peaked-workspace.ts';

const MU = 1;
const REPEATS = 10;
const tasks = [
  { name: 'limit with band, 50 bins, 11 parameters', workspace: peakedWorkspace(1, 50, 10, false), limit: true },
  { name: 'limit with band, 50 bins, 61 parameters', workspace: peakedWorkspace(1, 50, 10, true), limit: true },
  { name: 'CLs, 60 bins, 119 parameters', workspace: peakedWorkspace(6, 10, 58, true), limit: false },
];
const input = JSON.stringify({ tasks: tasks.map((task) => ({ ...task, mu: MU, repeats: 1 })) });
const run = ['python3', '/usr/bin/python3']
  .map((python) =>
    spawnSync(python, ['bench/reference/iminuit-workspace.py'], { input, encoding: 'utf8', timeout: 110_000 }),
  )
  .find(({ status }) => status === 0);
if (run === undefined) console.log('No python3 here has iminuit (Debian: python3-iminuit): nothing to compare with.');
else {
  const theirs = JSON.parse(run.stdout) as readonly { readonly seconds: number; readonly answer: readonly number[] }[];
  for (const [k, { name, workspace, limit }] of tasks.entries()) {
    const model = buildModel(workspace);
    const answer = (): readonly (number | null)[] => {
      if (!limit) return [workspaceCls(model, MU).observed];
      const { observed, expected } = workspaceLimit(model);
      return [observed, expected[2]];
    };
    const [{ seconds }] = measure(
      [
        {
          name,
          run: () => {
            for (let i = 0; i < REPEATS; i++) answer();
          },
        },
      ],
      3,
    );
    const apart = answer().map((one, i) => Math.abs((one ?? Number.NaN) / theirs[k].answer[i] - 1));
    const [a, b] = [seconds / REPEATS, theirs[k].seconds];
    const said = `${(1e3 * a).toFixed(2)} ms, iminuit ${(1e3 * b).toFixed(0)} ms: ${(b / a).toFixed(0)} times as fast`;
    console.log(`${name.padEnd(42)} ${said}; apart by ${(100 * Math.max(...apart)).toFixed(2)} %`);
  }
}
