// HistFactory models: limits, CLs and fits by exact derivatives and warm starts. Beside iminuit's:
// `npm run bench -- iminuit`.
import { workspaceFit } from '../src/statistics/histfactory/fit/workspace-fit.ts';
import { workspaceCls } from '../src/statistics/histfactory/limits/workspace-cls.ts';
import { workspaceLimit } from '../src/statistics/histfactory/limits/workspace-limit.ts';
import { buildModel } from '../src/statistics/histfactory/model/build-model.ts';
import { type HistFactoryModel, observedData } from '../src/statistics/histfactory/model/model.ts';
import { toyStatistics } from '../src/statistics/histfactory/toys/toy-ensemble.ts';
import { measure } from './measure.ts';
import { peakedWorkspace } from './peaked-workspace.ts';

const task = (title: string, aim: number, run: () => void): void => {
  const repeats = 20;
  const [ours] = measure(
    [
      {
        name: title,
        run: () => {
          for (let k = 0; k < repeats; k++) run();
        },
      },
    ],
    3,
  );
  const seconds = ours.seconds / repeats;
  console.log(`${title.padEnd(64)} ${(seconds * 1e3).toFixed(2).padStart(8)} ms (aim ${aim} ms)`);
};

const [m11, m61, m63, m119] = [
  peakedWorkspace(1, 50, 10, false),
  peakedWorkspace(1, 50, 10, true),
  peakedWorkspace(4, 8, 30, true),
  peakedWorkspace(6, 10, 58, true),
].map((d) => buildModel(d));
const count = (m: HistFactoryModel): string => `${m.bins} bins, ${m.parameters.length} parameters`;

task(`upper limit with its band, ${count(m11)}`, 25, () => void workspaceLimit(m11));
task(`CLs with its band, ${count(m61)}`, 20, () => void workspaceCls(m61, 1));
task(`CLs with its band, ${count(m63)}`, 20, () => void workspaceCls(m63, 1));
task(`CLs with its band, ${count(m119)}`, 40, () => void workspaceCls(m119, 1));
task(`upper limit with its band, ${count(m119)}`, 400, () => void workspaceLimit(m119));
task(`fit with HESSE, ${count(m119)}`, 40, () => void workspaceFit(m119, { minos: false }));

const counting = buildModel({
  channels: [
    {
      name: 'c',
      samples: [
        { name: 's', data: [1], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
        { name: 'b', data: [3], modifiers: [{ name: 'db', type: 'shapesys', data: [0.6] }] },
      ],
    },
  ],
  observations: [{ name: 'c', data: [4] }],
  measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
  version: '1.0.0',
});
task('upper limit with its band, one bin, 2 parameters', 1, () => void workspaceLimit(counting));
const toys = measure(
  [
    {
      name: 'toys',
      run: () => void toyStatistics(counting, observedData(counting), { mu: 3, hypothesis: 'signal', count: 10_000 }),
    },
  ],
  3,
);
console.log(`${'toys, one bin, 2 parameters'.padEnd(64)} ${(toys[0].seconds * 100).toFixed(2).padStart(8)} µs per toy`);
