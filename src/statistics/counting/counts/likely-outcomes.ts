import { drawPoisson, EventRandom, streamKey } from '../../../math/random/index.ts';
import { normalQuantile, poissonPmf } from '../../../math/special/index.ts';
import type { AveragingPoints } from '../averaging.ts';
import { backgroundAt } from '../background/background-at.ts';
import type { CountingModel, Counts } from '../counting-model.ts';
import { independentChannels } from '../profile/common-nuisances.ts';
import { type CountDistribution, countDistribution } from './count-distribution.ts';

export interface Outcome {
  readonly counts: Counts;
  readonly probability: number;
}

const MOST_OUTCOMES = 500;
const MOST_VISITED = 20_000;

interface Range {
  readonly counts: CountDistribution;
  readonly first: number;
  readonly last: number;
}

/**
 * The counts of all channels together that the background alone would give, with probabilities, nuisance parameters
 * averaged over: all that matter when they are few, else 500 pseudo-experiments of equal probability with a fixed
 * seed, which a note then says.
 */
export function likelyOutcomes(model: CountingModel): { outcomes: Outcome[]; notes: string[] } {
  const entries = independentChannels({ channels: model.channels });
  const ranges = model.channels.map((_, i): Range => {
    const counts = countDistribution(mixture(entries.map((e) => ({ weight: e.weight, points: e.backgrounds[i] }))));
    return { counts, first: counts.quantile(1e-6), last: counts.quantile(1 - 1e-7) };
  });
  let size = 1;
  for (const { first, last } of ranges) size *= last - first + 1;
  if (size * entries.length <= 50 * MOST_VISITED && size <= MOST_VISITED) {
    const outcomes = enumerated(entries, ranges).sort((a, b) => b.probability - a.probability);
    let held = 0;
    let kept = 0;
    while (kept < Math.min(MOST_OUTCOMES, outcomes.length) && held < 1 - 1e-7) held += outcomes[kept++].probability;
    if (held > 0.995) return { outcomes: outcomes.slice(0, kept), notes: [] };
  }
  return {
    outcomes: drawn(model),
    notes: [`Expected limits from ${MOST_OUTCOMES} pseudo-experiments without signal.`],
  };
}

function enumerated(entries: ReturnType<typeof independentChannels>, ranges: readonly Range[]): Outcome[] {
  const tables = entries.map(({ weight, backgrounds }) => ({
    weight,
    pmf: backgrounds.map((points, i) =>
      Float64Array.from({ length: ranges[i].last - ranges[i].first + 1 }, (_, k) =>
        averagePmf(ranges[i].first + k, points),
      ),
    ),
  }));
  const outcomes: Outcome[] = [];
  const counts: number[] = ranges.map(() => 0);
  const visit = (channel: number): void => {
    if (channel < ranges.length) {
      for (let n = ranges[channel].first; n <= ranges[channel].last; n++) {
        counts[channel] = n;
        visit(channel + 1);
      }
      return;
    }
    let probability = 0;
    for (const { weight, pmf } of tables) {
      let product = weight;
      for (let i = 0; i < counts.length; i++) product *= pmf[i][counts[i] - ranges[i].first];
      probability += product;
    }
    outcomes.push({ counts: [...counts], probability });
  };
  visit(0);
  return outcomes;
}

function drawn(model: CountingModel): Outcome[] {
  const random = new EventRandom(streamKey(1, 'expected counts'));
  return Array.from({ length: MOST_OUTCOMES }, (_, event) => {
    random.start(event);
    const shared = new Map<string, number>();
    // One of them is stratified, so that 500 draws spread evenly over it.
    let z = normalQuantile((event + 0.5) / MOST_OUTCOMES);
    const counts = model.channels.map(({ background, sharedNuisance }) => {
      const known = sharedNuisance === undefined ? undefined : shared.get(sharedNuisance);
      const mine = known ?? z;
      if (known === undefined) {
        if (sharedNuisance !== undefined) shared.set(sharedNuisance, mine);
        z = random.normal();
      }
      return drawPoisson(random, backgroundAt(background, mine));
    });
    return { counts, probability: 1 / MOST_OUTCOMES };
  });
}

function averagePmf(n: number, { values, weights }: AveragingPoints): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) sum += weights[j] * poissonPmf(n, values[j]);
  return sum;
}

function mixture(parts: readonly { weight: number; points: AveragingPoints }[]): AveragingPoints {
  const values: number[] = [];
  const weights: number[] = [];
  for (const { weight, points } of parts) {
    for (let j = 0; j < points.values.length; j++) {
      values.push(points.values[j]);
      weights.push(weight * points.weights[j]);
    }
  }
  return { values: Float64Array.from(values), weights: Float64Array.from(weights) };
}
