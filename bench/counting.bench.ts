// Counting limits against naive twins: the exact limit against CLs solved on a fixed grid of background quantiles
// without any precomputed sums, CLs by toys against toys that minimise numerically. Times are printed beside ratios.
import { drawPoisson, EventRandom, streamKey } from '../src/math/random/index.ts';
import { minimumBetween } from '../src/math/roots.ts';
import { normalQuantile, poissonCdf } from '../src/math/special/index.ts';
import { backgroundAt } from '../src/statistics/counting/background/background-at.ts';
import { toyCls } from '../src/statistics/counting/cls/toy-cls.ts';
import { countingLimit } from '../src/statistics/counting/index.ts';
import { profileLikelihood } from '../src/statistics/counting/profile/profile-likelihood.ts';
import { measure, per, printRatio } from './measure.ts';

const [n, b, error] = [2, 0.92, 0.34];
const background = { kind: 'gauss', value: b, error } as const;
let sink = 0;

/** CLs with the background as 400 quantiles, summed anew for each s, halving the interval 60 times. */
function naiveLimit(observed: number): number {
  const points = Array.from({ length: 400 }, (_, k) => backgroundAt(background, normalQuantile((k + 0.5) / 400)));
  const cls = (s: number): number => {
    let [above, below] = [0, 0];
    for (const x of points) {
      above += poissonCdf(observed, s + x);
      below += poissonCdf(observed, x);
    }
    return above / below;
  };
  let [low, high] = [0, 200];
  for (let i = 0; i < 60; i++) {
    const middle = 0.5 * (low + high);
    if (cls(middle) > 0.1) low = middle;
    else high = middle;
  }
  return low;
}

/** q̃ by golden-section search for the background and for the signal. */
function naiveToys(toys: number): number {
  const term = (count: number, mean: number): number => mean - count * Math.log(Math.max(mean, 1e-300));
  const profiled = (s: number, count: number, center: number): number => {
    const f = (x: number): number => term(count, s + x) + (0.5 * (x - center) * (x - center)) / (error * error);
    return f(minimumBetween(f, 0, 6, 1e-5));
  };
  const random = new EventRandom(streamKey(1, 'naive'));
  let tail = 0;
  for (const signal of [4, 0]) {
    for (let toy = 0; toy < toys; toy++) {
      random.start(toy);
      const count = drawPoisson(random, signal + b);
      const center = b + error * random.normal();
      const best = minimumBetween((s) => profiled(s, count, center), 0, 30, 1e-4);
      tail += best > 4 ? 0 : profiled(4, count, center) - profiled(best, count, center);
    }
  }
  return tail;
}

const likelihood = profileLikelihood({ channels: [{ background }] });
const repeat = 50;
const naiveFraction = 50;
const results = measure(
  [
    {
      name: 'limit',
      run: () => {
        for (let i = 0; i < repeat; i++)
          sink += countingLimit({ observed: n, background: b, backgroundError: error, expected: false }).signalEvents
            .observed!;
      },
    },
    {
      name: 'limit with expected band',
      run: () => {
        for (let i = 0; i < repeat; i++)
          sink += countingLimit({ observed: n, background: b, backgroundError: error }).signalEvents.observed!;
      },
    },
    {
      name: 'naive limit',
      run: () => {
        for (let i = 0; i < repeat; i++) sink += naiveLimit(n);
      },
    },
    {
      name: 'CLs by 10 000 toys',
      run: () => {
        sink += toyCls(likelihood, 4, [n], { toys: 10_000, seed: 1 }).cls;
      },
    },
    {
      name: 'naive toys',
      run: () => {
        sink += naiveToys(10_000 / naiveFraction);
      },
    },
  ],
  3,
);
const each: Record<string, number> = {
  limit: repeat,
  'limit with expected band': repeat,
  'naive limit': repeat,
  'CLs by 10 000 toys': 1,
  'naive toys': 1 / naiveFraction,
};
const scaled = results.map((result) => per(result, each[result.name]));
for (const { name, seconds } of scaled) console.log(`${name.padEnd(26)} ${(1e3 * seconds).toFixed(3).padStart(10)} ms`);
printRatio(scaled, 'limit', 'naive limit');
printRatio(scaled, 'limit with expected band', 'naive limit');
printRatio(scaled, 'CLs by 10 000 toys', 'naive toys');
if (!Number.isFinite(sink)) throw new Error('a limit is not finite');
