import { SELECTED } from '../../search/asking/asked.ts';
import {
  DEFAULT_PRECISION,
  type MeasuredSample,
  powerOf,
  type RunPower,
  targetsFor,
} from '../../search/results/power.ts';
import { countIn, signalRegionsOf } from '../../search/signal-regions.ts';
import type { BackgroundYield } from '../../stages/background/background-yield.ts';
import type { WeightedCount } from '../../stages/selection/summary.ts';
import { weightedFraction } from '../../statistics/estimate.ts';
import type { SizedSample } from '../mode.ts';
import { type ReadSample, readSamples } from './chain/read-samples.ts';
import { eventsPerWeight } from './events-per-weight.ts';
import { citedBackgroundsOf } from './expected-background.ts';
import { normaliseRun } from './normalise.ts';
import { BLOCK_EVENTS, type RunPlan, type SampleRole } from './run-plan.ts';
import { simulatedYields } from './simulated-yields.ts';
import { boxesOf, typicalWeight } from './typical-weight.ts';

const effectiveOf = ({ weight, squares }: WeightedCount): number => (squares > 0 ? (weight * weight) / squares : 0);

/** What a sample is there to count; undefined for samples that an analysis judges by itself. */
const COUNTED: Readonly<Record<SampleRole, ((sample: ReadSample, plan: RunPlan) => WeightedCount) | undefined>> = {
  signal: ({ summary }, { search }) => countIn(summary, signalRegionsOf(search)),
  normalisation: ({ summary }) => summary.regions[SELECTED],
  check: ({ summary }) => summary.selected,
  background: ({ summary }, { search }) => countIn(summary, signalRegionsOf(search)),
  hypothesis: undefined,
};

/**
 * How well the samples of a run know what they are for. `sources` are the backgrounds in the signal regions, by the keys
 * of their samples; cited ones enter the total.
 */
export function kaonPower(
  plan: RunPlan,
  samples: readonly ReadSample[],
  sources: readonly BackgroundYield[],
): RunPower {
  const measured = samples.flatMap((sample): MeasuredSample[] => {
    const { name, role, key, events } = sample.plan;
    const counted = COUNTED[role]?.(sample, plan);
    if (counted === undefined) return [];
    const { candidates } = counted;
    const effective = effectiveOf(counted);
    const common = { sample: name, events, candidates, effective };
    if (role !== 'background')
      return [
        { ...common, quantity: 'acceptance', result: weightedFraction(counted, sample.summary.generated), unseen: 0 },
      ];
    const source = sources.find((one) => one.name === key);
    if (source === undefined) return [];
    const error = effective > 0 ? source.value / Math.sqrt(effective) : 0;
    return [
      { ...common, quantity: 'background', result: { value: source.value, error }, unseen: source.upperLimit ?? 0 },
    ];
  });
  const simulated = new Set(samples.map(({ plan: { key } }) => key));
  const cited = sources.filter(({ name }) => !simulated.has(name)).reduce((sum, { value }) => sum + value, 0);
  // Plans that were written before there was a precision have none.
  return powerOf(measured, cited, targetsFor(plan.precision ?? DEFAULT_PRECISION));
}

/**
 * As `kaonPower`, from the sums of a pilot: a source is not taken for well known before one more candidate, as heavy as those
 * beside the signal regions, would change nothing. Throws InvalidInput when signal or normalisation have no acceptance.
 */
export function powerOfRun(plan: RunPlan, sums: readonly Float64Array[]): RunPower {
  const samples = readSamples(plan, sums);
  const normalised = normaliseRun(plan, samples);
  const { search } = plan;
  const boxes = boxesOf(search, signalRegionsOf(search));
  const oneMore = (name: string): number => {
    const sample = samples.find(({ plan: { role, key } }) => role === 'background' && key === name);
    if (sample === undefined || search.backgrounds[name].events !== undefined) return 0;
    return eventsPerWeight(sample, plan, normalised) * typicalWeight(sample.summary, boxes, true);
  };
  const simulated = simulatedYields(plan, samples, normalised, signalRegionsOf(search)).map((source) => ({
    ...source,
    upperLimit: Math.max(source.upperLimit ?? 0, oneMore(source.name)),
  }));
  return kaonPower(plan, samples, [...simulated, ...citedBackgroundsOf(search)]);
}

/** Samples whose shapes an analysis works with. */
const SHAPED: ReadonlySet<SampleRole> = new Set(['signal', 'background']);

/**
 * Few candidates of a background carry much of its weight, so that a small pilot sees neither them nor their spread. A
 * sample of which a decay tells more, and costs more, has fewer (its `eventsFactor`).
 */
const PILOT_BLOCKS: Readonly<Record<SampleRole, number>> = {
  signal: 4,
  normalisation: 4,
  check: 4,
  background: 16,
  hypothesis: 0,
};

/** Whether an analysis looks at events: it has templates, spectra or regions of its own. */
function analysesLook({ samples, search }: RunPlan): boolean {
  const own = (entries: object = {}) => Object.keys(entries).length;
  return samples.some(
    ({ role, templates, conditions, spectra }) =>
      role === 'hypothesis' ||
      (role === 'signal' && own(templates) + own(conditions) + own(spectra) > own(search.spectra)),
  );
}

/** Samples that are sized by what they shall know; those whose shapes an analysis fits have the usual size at least. */
export function sizedSamples(plan: RunPlan): ReadonlyMap<string, SizedSample> {
  const { samples } = plan;
  const analysed = analysesLook(plan);
  return new Map(
    samples
      .filter(({ role }) => COUNTED[role] !== undefined)
      .map(({ name, role, events, eventsFactor = 1 }) => [
        name,
        {
          pilot: Math.ceil(PILOT_BLOCKS[role] * Math.min(1, eventsFactor)) * BLOCK_EVENTS,
          least: analysed && SHAPED.has(role) ? events : 1,
          price: 1 / Math.min(1, eventsFactor),
        },
      ]),
  );
}
