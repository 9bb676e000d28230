import { expect, it } from 'vitest';
import kaonPinunu from '../../../../searches/kaon-pinunu.ts';
import { planRun } from '../plan.ts';
import { BLOCK_EVENTS, type SamplePlan } from '../run-plan.ts';
import { readSamples } from './read-samples.ts';
import { sampleSimulation } from './sample-simulation.ts';
import { dealsSilent } from './silent-decays.ts';

const BLOCKS = 4;
const plan = planRun(kaonPinunu, { events: BLOCKS * BLOCK_EVENTS });

/** Accepted fraction of the selected candidates of a sample and its error. */
function selected(sample: SamplePlan) {
  const simulation = sampleSimulation(plan.experiment, sample, 5);
  const sums = new Float64Array(simulation.layout.length);
  for (let block = 0; block < BLOCKS; block++) simulation.simulateBlock(block, sums);
  const [{ summary }] = readSamples({ ...plan, samples: [sample] }, [sums]);
  const regions = Object.values(summary.regions);
  const add = (pick: (region: (typeof regions)[number]) => number) => regions.reduce((sum, one) => sum + pick(one), 0);
  const { weight } = summary.generated;
  return {
    value: add((region) => region.weight) / weight,
    error: Math.sqrt(add(({ squares }) => squares)) / weight,
    low: add(({ low }) => low) / weight,
    high: add(({ high }) => high) / weight,
  };
}

it.each(['K⁺ → π⁺π⁰γ', 'K⁺ → μ⁺νγ', 'K⁺ → π⁺π⁻e⁺ν', 'K⁺ → π⁺π⁰'])(
  '%s: dealt out by silence, both answers of the association, gives the mean of the plain way; false alarm 6e-7',
  (key) => {
    const sample = plan.samples.find((one) => one.role === 'background' && one.key === key) as SamplePlan;
    expect(dealsSilent(sample)).toBe(key !== 'K⁺ → π⁺π⁰');
    // As a hypothesis the same sample is drawn as nature does: no decay comes up twice, the association answers once.
    const plain = selected({ ...sample, role: 'hypothesis', name: `${sample.name}, plain` });
    const dealt = selected(sample);
    expect(Math.abs(plain.value - dealt.value)).toBeLessThan(5 * Math.hypot(plain.error, dealt.error));
    expect(dealt.error / dealt.value).toBeLessThan(0.7);
    expect(dealt.low).toBeLessThan(dealt.value);
    expect(dealt.high).toBeGreaterThan(dealt.value);
  },
  120_000,
);
