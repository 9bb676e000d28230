import { InvalidInput } from '../../schema/index.ts';
import { SELECTED } from '../../search/asking/asked.ts';
import { countIn, signalRegionsOf } from '../../search/signal-regions.ts';
import {
  type BudgetEntry,
  type NormalisationResult,
  normalise,
  normaliseToCited,
  quadrature,
} from '../../stages/normalisation/normalise.ts';
import type { BandedCount, SampleSummary } from '../../stages/selection/summary.ts';
import { allLinesProbability } from '../../stages/trigger/trigger.ts';
import { type Estimate, weightedFraction } from '../../statistics/estimate.ts';
import type { Measured } from '../../units/index.ts';
import { type ReadSample, sampleOf } from './chain/read-samples.ts';
import type { RunPlan } from './run-plan.ts';

/** A run's normalisation: what turns weights into events. */
export interface NormalisedRun extends NormalisationResult {
  readonly acceptance: { readonly signal: Estimate; readonly normalisation: Estimate | null };
  /** Fraction of accepted events that the trigger keeps, downscaling included. */
  readonly trigger: { readonly signal: number; readonly normalisation: number | null };
  /** Known part of the signal's branching ratio, 1 when the limit is on all of it. */
  readonly signalFraction: number;
  /** Expected events = flux × branching ratio × (Σw with trigger / Σw generated). */
  readonly flux: Estimate;
}

const scaled = ({ value, error }: Estimate, factor: number): Estimate => ({
  value: value * factor,
  error: error * factor,
});

/** Acceptance before the trigger and the fraction that the trigger keeps. */
export function acceptanceOf(region: BandedCount, summary: SampleSummary): { acceptance: Estimate; trigger: number } {
  return {
    acceptance: weightedFraction(region.untriggered, summary.generated),
    trigger: region.untriggered.weight > 0 ? region.weight / region.untriggered.weight : 0,
  };
}

/** The sensitivity for the unknown part of a branching ratio: divided by the known part, whose error joins the budget. */
function perFraction(
  result: NormalisationResult,
  fraction: Measured | undefined,
): NormalisationResult & { readonly signalFraction: number } {
  if (fraction === undefined) return { ...result, signalFraction: 1 };
  const relative = fraction.error / fraction.value;
  const budget: BudgetEntry[] = [
    ...result.budget,
    { source: 'known part of the branching ratio', relative, kind: 'external' },
  ];
  const value = result.singleEventSensitivity.value / fraction.value;
  const error = value * quadrature(budget.map((entry) => entry.relative));
  return { ...result, budget, singleEventSensitivity: { value, error }, signalFraction: fraction.value };
}

/** Normalises a run. Throws InvalidInput when no signal or normalisation candidate survives. */
export function normaliseRun(plan: RunPlan, samples: readonly ReadSample[]): NormalisedRun {
  const { search, countedWith } = plan;
  const { normalisation } = search;
  const signal = sampleOf(samples, 'signal').summary;
  const region = countIn(signal, signalRegionsOf(search));
  if (!(region.weight > 0)) {
    throw new InvalidInput(
      search.id,
      'no simulated signal survives the selection and trigger; loosen a cut, or give more --events',
    );
  }
  const own = acceptanceOf(region, signal);
  const { parentFraction } = search.signal;
  const systematics = Object.fromEntries(
    Object.entries(normalisation.systematics).map(([name, { value }]) => [name, value]),
  );
  if ('kaonDecays' in normalisation) {
    const all = allLinesProbability(search.triggers.map((name) => countedWith[name]));
    const scale = 1 / (signal.generated.weight * all);
    const efficiency = weightedFraction(region, signal.generated);
    const result = normaliseToCited({
      kaonDecays: normalisation.kaonDecays,
      signalAcceptance: { value: efficiency.value / all, error: efficiency.error / all },
      band: { low: region.low * scale, high: region.high * scale },
      systematics,
    });
    return {
      ...perFraction(result, parentFraction),
      acceptance: { signal: own.acceptance, normalisation: null },
      trigger: { signal: own.trigger, normalisation: null },
      flux: { value: result.kaonDecays.value / all, error: result.kaonDecays.error / all },
    };
  }
  const efficiencies = Object.entries(normalisation.signalEfficiencies ?? {});
  const efficiency = efficiencies.reduce((product, [, { value }]) => product * value, 1);
  const lines = (normalisation.triggers ?? search.triggers).map((name) => countedWith[name]);
  const downscaling = efficiencies.length === 0 ? 1 : 1 / allLinesProbability(lines);
  const counted = sampleOf(samples, 'normalisation').summary;
  const selected = counted.regions[SELECTED];
  if (!(selected.weight > 0)) {
    throw new InvalidInput(
      search.id,
      'no simulated normalisation candidate survives; loosen a cut, or give more --events',
    );
  }
  const ratioAt = (band: 'low' | 'high'): number =>
    (efficiency * region[band]) / signal.generated.weight / (selected[band] / counted.generated.weight);
  const result = normalise({
    observed: scaled(normalisation.observed, downscaling),
    branchingRatio: normalisation.branchingRatio,
    acceptance: weightedFraction(selected, counted.generated),
    signalAcceptance: scaled(weightedFraction(region, signal.generated), efficiency),
    band: { low: ratioAt('low'), high: ratioAt('high') },
    systematics: {
      ...systematics,
      ...Object.fromEntries(efficiencies.map(([name, { value, error }]) => [name, error / value])),
    },
  });
  const other = acceptanceOf(selected, counted);
  return {
    ...perFraction(result, parentFraction),
    acceptance: { signal: own.acceptance, normalisation: other.acceptance },
    trigger: { signal: own.trigger, normalisation: other.trigger },
    flux: scaled(result.kaonDecays, efficiency),
  };
}
