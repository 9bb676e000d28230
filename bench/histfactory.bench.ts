// HistFactory models: limits, CLs and fits by exact derivatives and warm starts, against a naive twin: the likelihood
// walked through the JSON document at every call, numerical derivatives, no warm start (and of a limit only the observed
// one, without its band).
import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { normalCdf } from '../src/math/special/index.ts';
import { checkWorkspace } from '../src/statistics/histfactory/document/load-workspace.ts';
import type { ModifierDocument, WorkspaceDocument } from '../src/statistics/histfactory/document/workspace-document.ts';
import { workspaceFit } from '../src/statistics/histfactory/fit/workspace-fit.ts';
import { workspaceCls } from '../src/statistics/histfactory/limits/workspace-cls.ts';
import { workspaceLimit } from '../src/statistics/histfactory/limits/workspace-limit.ts';
import { buildModel } from '../src/statistics/histfactory/model/build-model.ts';
import { type HistFactoryModel, observedData } from '../src/statistics/histfactory/model/model.ts';
import { toyStatistics } from '../src/statistics/histfactory/toys/toy-ensemble.ts';
import { minimise } from '../src/statistics/minimise/index.ts';
import { measure } from './measure.ts';

const random = new EventRandom(streamKey(7, 'histfactory bench'));
random.start(0);
const uniform = (low: number, high: number): number => low + (high - low) * random.uniform();

/** `channels` regions of `bins` bins with a peak of signal over three backgrounds and `systematics` shared nuisances. */
function document(channels: number, bins: number, systematics: number, perBin: boolean): WorkspaceDocument {
  const regions = Array.from({ length: channels }, (_, c) => {
    const shape = (f: (x: number) => number): number[] => Array.from({ length: bins }, (_, i) => f((i + 0.5) / bins));
    const backgrounds = [(x: number) => 60 * (1 - 0.6 * x), (x: number) => 25 + 10 * x, () => 12];
    const samples = [
      {
        name: 'signal',
        data: shape((x) => 8 * Math.exp(-0.5 * ((x - 0.4) / 0.1) ** 2) + 0.01),
        modifiers: [{ name: 'mu', type: 'normfactor', data: null }] as ModifierDocument[],
      },
      ...backgrounds.map((f, s) => ({ name: `b${s}`, data: shape(f), modifiers: [] as ModifierDocument[] })),
    ];
    for (let k = 0; k < systematics; k++)
      for (const [s, sample] of samples.entries()) {
        if ((k + s) % 2 === 1 && k > 1) continue;
        const name = `alpha${k}`;
        if (k % 3 === 0) {
          const slope = uniform(0.02, 0.06);
          const moved = (sign: number) => sample.data.map((x, i) => x * (1 + sign * slope * (i / bins - 0.3)));
          sample.modifiers.push({ name, type: 'histosys', data: { hi_data: moved(1), lo_data: moved(-0.9) } });
        } else
          sample.modifiers.push({ name, type: 'normsys', data: { hi: uniform(1.02, 1.08), lo: uniform(0.93, 0.98) } });
      }
    if (perBin)
      samples[1].modifiers.push({ name: `stat${c}`, type: 'shapesys', data: samples[1].data.map((x) => 0.05 * x) });
    return { name: `region${c}`, samples };
  });
  return checkWorkspace({
    channels: regions,
    observations: regions.map(({ name, samples }) => ({
      name,
      data: samples[0].data.map((_, i) => {
        const mean = samples.slice(1).reduce((sum, sample) => sum + sample.data[i], 0);
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
      }),
    })),
    measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
    version: '1.0.0',
  });
}

/** The naive −2 ln L (constants left out) of a document: objects, maps and closures, as one would write it first. */
function naive(workspace: WorkspaceDocument, model: HistFactoryModel) {
  const index = new Map(model.parameters.map((p, k) => [p.name, k]));
  const factor4 = (alpha: number, hi: number, lo: number): number => {
    if (Math.abs(alpha) >= 1) return alpha > 0 ? hi ** alpha : lo ** -alpha;
    const [a, c] = [Math.log(hi), Math.log(lo)];
    const [e0, e1, e2] = [(hi + lo) / 2 - 1, (hi * a + lo * c) / 2, (hi * a * a + lo * c * c) / 2];
    const [o0, o1, o2] = [(hi - lo) / 2, (hi * a - lo * c) / 2, (hi * a * a - lo * c * c) / 2];
    const a6 = (e2 - 5 * e1 + 8 * e0) / 8;
    const a4 = (e1 - 2 * e0 - 4 * a6) / 2;
    const a5 = (o2 - 3 * o1 + 3 * o0) / 8;
    const a3 = (o1 - o0 - 4 * a5) / 2;
    return [o0 - a3 - a5, e0 - a4 - a6, a3, a4, a5, a6].reduce((sum, x, i) => sum + x * alpha ** (i + 1), 1);
  };
  const shift4p = (alpha: number, nominal: number, hi: number, lo: number): number => {
    const [up, down] = [hi - nominal, nominal - lo];
    if (Math.abs(alpha) > 1) return alpha * (alpha > 0 ? up : down);
    return alpha * ((up + down) / 2 + ((alpha * (up - down)) / 16) * (15 - 10 * alpha ** 2 + 3 * alpha ** 4));
  };
  const expected = (theta: ArrayLike<number>): number[] =>
    workspace.channels.flatMap((channel) =>
      channel.samples[0].data.map((_, i) =>
        channel.samples.reduce((sum, sample) => {
          let [factor, events] = [1, sample.data[i]];
          for (const m of sample.modifiers) {
            if (m.type === 'normfactor') factor *= theta[index.get(m.name)!];
            else if (m.type === 'normsys') factor *= factor4(theta[index.get(m.name)!], m.data.hi, m.data.lo);
            else if (m.type === 'histosys')
              events += shift4p(theta[index.get(m.name)!], sample.data[i], m.data.hi_data[i], m.data.lo_data[i]);
            else if (m.type === 'shapesys') factor *= theta[index.get(`${m.name}[${i}]`)!];
          }
          return sum + factor * events;
        }, 0),
      ),
    );
  const nll = (counts: ArrayLike<number>, aux: ArrayLike<number>, theta: ArrayLike<number>): number => {
    let sum = 0;
    for (const [i, l] of expected(theta).entries()) {
      if (!(l > 0)) return Number.POSITIVE_INFINITY;
      sum += 2 * (l - counts[i] + (counts[i] > 0 ? counts[i] * Math.log(counts[i] / l) : 0));
    }
    model.parameters.forEach((p, k) => {
      if (p.constraint === 'normal') sum += ((theta[k] - aux[k]) / p.sigma) ** 2;
      else if (p.constraint === 'poisson') {
        const mean = theta[k] * p.factor;
        sum += 2 * (mean - aux[k] + aux[k] * Math.log(aux[k] / mean));
      }
    });
    return sum;
  };
  const bestPoint = (counts: ArrayLike<number>, aux: ArrayLike<number>, mu?: number) =>
    minimise(
      {
        names: model.parameters.map((p) => p.name),
        start: model.parameters.map((p, k) => (k === model.poi ? (mu ?? p.init) : p.init)),
        lower: model.parameters.map((p) => p.lower),
        upper: model.parameters.map((p) => p.upper),
        fixed: model.parameters.map((_, k) => k === model.poi && mu !== undefined),
        value: (x) => nll(counts, aux, x),
      },
      { hesse: false, edm: 1e-7, maxCalls: 1e6 },
    );
  const { counts, aux } = observedData(model);
  const background = bestPoint(counts, aux, 0).values;
  const asimov = expected(background);
  const asimovAux = model.parameters.map((p, k) =>
    p.constraint === 'poisson' ? background[k] * p.factor : background[k],
  );
  const best = bestPoint(counts, aux);
  const q = (mu: number): [number, number] => [
    best.values[model.poi] > mu ? 0 : Math.max(0, bestPoint(counts, aux, mu).value - best.value),
    Math.max(0, bestPoint(asimov, asimovAux, mu).value),
  ];
  const cls = (mu: number): number => {
    const [a, b] = q(mu).map(Math.sqrt);
    return a <= b
      ? normalCdf(-a) / normalCdf(b - a)
      : normalCdf(-(a * a + b * b) / (2 * b)) / normalCdf(-(a * a - b * b) / (2 * b));
  };
  return { cls };
}

function bisect(f: (x: number) => number, high: number): number {
  let low = 0;
  for (let k = 0; k < 20; k++) {
    const middle = 0.5 * (low + high);
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

const task = (title: string, aim: number, run: () => void, twin: (() => void) | null): void => {
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
  let ratio = '';
  if (twin !== null) {
    const before = process.cpuUsage();
    twin();
    const { user } = process.cpuUsage(before);
    ratio = `  ${((user * 1e-6) / seconds).toFixed(0).padStart(5)} times quicker than the naive twin`;
  }
  console.log(`${title.padEnd(64)} ${(seconds * 1e3).toFixed(2).padStart(8)} ms (aim ${aim} ms)${ratio}`);
};

const d11 = document(1, 50, 10, false);
const d61 = document(1, 50, 10, true);
const d63 = document(4, 8, 30, true);
const d119 = document(6, 10, 58, true);
const [m11, m61, m63, m119] = [d11, d61, d63, d119].map((d) => buildModel(d));
const count = (m: HistFactoryModel): string => `${m.bins} bins, ${m.parameters.length} parameters`;

task(
  `upper limit with its band, ${count(m11)}`,
  25,
  () => void workspaceLimit(m11),
  () => {
    const twin = naive(d11, m11);
    bisect((mu) => twin.cls(mu) - 0.05, 4);
  },
);
task(
  `CLs with its band, ${count(m61)}`,
  20,
  () => void workspaceCls(m61, 1),
  () => void naive(d61, m61).cls(1),
);
task(
  `CLs with its band, ${count(m63)}`,
  20,
  () => void workspaceCls(m63, 1),
  () => void naive(d63, m63).cls(1),
);
task(`CLs with its band, ${count(m119)}`, 40, () => void workspaceCls(m119, 1), null);
task(`upper limit with its band, ${count(m119)}`, 400, () => void workspaceLimit(m119), null);
task(`fit with HESSE, ${count(m119)}`, 40, () => void workspaceFit(m119, { minos: false }), null);

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
task('upper limit with its band, one bin, 2 parameters', 1, () => void workspaceLimit(counting), null);
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
