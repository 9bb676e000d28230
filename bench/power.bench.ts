// Statistical power: decays per CPU-second of every sample of every search for decays in flight, and what they buy: equal
// weights that would scatter as much, (Σw)²/Σw², among all selected candidates and in the regions where signal is
// counted, per CPU-second. Of a mass scan the first, the middle and the last hypothesis stand for all.
import { searches } from '../searches/index.ts';
import { readSamples } from '../src/modes/kaon/chain/read-samples.ts';
import { sampleSimulation } from '../src/modes/kaon/chain/sample-simulation.ts';
import { planRun } from '../src/modes/kaon/plan.ts';
import { BLOCK_EVENTS, type SamplePlan } from '../src/modes/kaon/run-plan.ts';
import type { SearchDocument } from '../src/search/kaon-search.ts';
import { signalRegionsOf } from '../src/search/signal-regions.ts';
import type { WeightedCount } from '../src/stages/selection/summary.ts';

const kaonSearches = Object.values(searches).filter(({ kind }) => kind === 'kaon') as unknown as SearchDocument[];
const BLOCKS = 3;
const LONGEST_SECONDS = 100;
const effective = ({ weight, squares }: WeightedCount): number => (squares > 0 ? (weight * weight) / squares : 0);
const rateText = (rate: number): string => (rate === 0 ? '0' : rate.toPrecision(3)).padStart(10);

/** All samples but hypotheses, and three of those. */
function standFor(samples: readonly SamplePlan[]): readonly SamplePlan[] {
  const hypotheses = samples.filter(({ role }) => role === 'hypothesis');
  const three = [0, Math.floor(hypotheses.length / 2), hypotheses.length - 1].map((at) => hypotheses[at]);
  return samples.filter((sample) => sample.role !== 'hypothesis' || three.includes(sample));
}

const from = performance.now();
console.log(`${'sample'.padEnd(46)}  decays/CPU-s  n_eff/CPU-s  in the region`);
for (const search of kaonSearches) {
  const plan = planRun(search, { events: (BLOCKS + 1) * BLOCK_EVENTS });
  const regions = signalRegionsOf(search);
  console.log(search.id);
  for (const sample of standFor(plan.samples)) {
    if (performance.now() - from > 1000 * LONGEST_SECONDS) {
      console.log(`stopped after ${LONGEST_SECONDS} s`);
      process.exit(0);
    }
    const whole = { ...sample, events: (BLOCKS + 1) * BLOCK_EVENTS, blocks: BLOCKS + 1 };
    const simulation = sampleSimulation(plan.experiment, whole, plan.seed);
    const sums = new Float64Array(simulation.layout.length);
    simulation.simulateBlock(0, sums);
    sums.fill(0);
    const before = process.cpuUsage();
    for (let block = 1; block <= BLOCKS; block++) simulation.simulateBlock(block, sums);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) * 1e-6;
    const [{ summary }] = readSamples({ ...plan, samples: [sample] }, [sums]);
    const inRegion = regions.flatMap((name) => summary.regions[name] ?? []).map(effective);
    const rates = [
      (BLOCKS * BLOCK_EVENTS) / seconds,
      effective(summary.selected) / seconds,
      inRegion.reduce((sum, count) => sum + count, 0) / seconds,
    ];
    const name = `  ${sample.role}: ${sample.key === sample.role ? sample.decay : sample.key}`;
    console.log(`${name.slice(0, 46).padEnd(46)}  ${rates.map(rateText).join('   ')}`);
  }
}
