import { EventRandom, streamKey } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { Box } from '../../search/kaon-search.ts';
import { signalRegionsOf } from '../../search/signal-regions.ts';
import { binsInBox } from '../../stages/blinding/binning.ts';
import { type PullSummary, summarisePulls } from '../../statistics/fits/index.ts';
import { DISCRIMINANT } from './chain/compile-sample.ts';
import type { RunDocument } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** Bins of the region are joined into at most so many, which changes no count. */
const MOST_CELLS = 16;

export interface ClosureOptions {
  /** Signal events injected into the signal region. */
  readonly signal: number;
  readonly seed: number;
  /** Default 2500. */
  readonly experiments?: number;
  readonly falseAlarm?: number;
}

/**
 * Closure of a counting search: repetitions with a signal of known size, drawn bin by bin in the discriminant. ŝ = n − b is left free to be negative; the pull is
 * (ŝ − s)/√(s + b). Backgrounds without a simulated shape are spread evenly over the region. Throws InvalidInput when
 * neither signal nor background is there.
 */
export function searchClosure(
  plan: RunPlan,
  run: RunDocument,
  { signal, seed, experiments = 2500, falseAlarm }: ClosureOptions,
): PullSummary {
  const { search } = plan;
  const regions: Readonly<Record<string, Box>> = search.regions;
  const bins = signalRegionsOf(search).flatMap((name) => binsInBox(search.discriminant, regions[name]));
  const { signal: shape, backgrounds } = run.spectra[DISCRIMINANT];
  const known = Object.values(backgrounds);
  const background = run.background.value;
  const simulated = bins.reduce((sum, bin) => sum + known.reduce((all, column) => all + column[bin], 0), 0);
  const flat = Math.max(0, background - simulated) / bins.length;
  const cells = Math.min(MOST_CELLS, bins.length);
  const expected = new Float64Array(cells);
  bins.forEach((bin, i) => {
    expected[i % cells] += signal * shape[bin] + known.reduce((sum, column) => sum + column[bin], 0) + flat;
  });
  const error = Math.sqrt(signal + background);
  if (!(error > 0)) throw new InvalidInput('signal', 'without signal and background there is nothing to recover');
  const random = new EventRandom(streamKey(seed, `${search.id}/closure`));
  const pulls = Float64Array.from({ length: experiments }, (_, experiment) => {
    let count = 0;
    for (let bin = 0; bin < cells; bin++) {
      random.start(experiment * cells + bin);
      count += drawPoisson(random, expected[bin]);
    }
    return (count - background - signal) / error;
  });
  return summarisePulls(pulls, falseAlarm);
}
