// The whole chain from the beam to the sums of selected candidates, for the samples of a three-track search, against
// the scalar C++ of bench/reference that generates K+ -> pi+ pi+ pi- at rest and does nothing else with it. Then two
// workers against one, and the memory of the process for ten times the events.
import { searches } from '../searches/index.ts';
import { threadWorkers } from '../src/hosts/node/workers/thread-workers.ts';
// The worker's script is found by its address alone; this makes the compiler write it.
import type {} from '../src/hosts/node/workers/worker.ts';
import { decayGenerator } from '../src/modes/kaon/chain/decay-generator.ts';
import { sampleSimulation } from '../src/modes/kaon/chain/sample-simulation.ts';
import { planRun } from '../src/modes/kaon/plan.ts';
import { BLOCK_EVENTS, type RunPlan, type SamplePlan } from '../src/modes/kaon/run-plan.ts';
import type { SearchDocument } from '../src/search/kaon-search.ts';
import { runBlocks } from '../src/tasks/index.ts';
import { type Contestant, measure, printRates, printRatio } from './measure.ts';
import { referenceProgram } from './reference-program.ts';

const search = searches['kaon-munuee'] as unknown as SearchDocument;
const BLOCKS = 61;
const events = BLOCKS * BLOCK_EVENTS;
const plan = planRun(search, { events });
const called = (key: string): SamplePlan => {
  const sample = plan.samples.find((one) => one.key === key);
  if (sample === undefined) throw new Error(`no sample ${key}`);
  return sample;
};

function chain(name: string, sample: SamplePlan): Contestant {
  const simulation = sampleSimulation(plan.experiment, sample, plan.seed);
  const sums = new Float64Array(simulation.layout.length);
  return {
    name,
    run() {
      for (let block = 0; block < BLOCKS; block++) simulation.simulateBlock(block, sums);
    },
  };
}

function generation(name: string, sample: SamplePlan): Contestant {
  const { generate } = decayGenerator(plan.experiment, sample, plan.seed, 1024);
  return {
    name,
    run() {
      for (let first = 0; first < events; first += 1024) generate(first, 1024);
    },
  };
}

const threePions = called('K⁺ → π⁺π⁺π⁻');
const results = measure(
  [
    chain('K3π as a background', threePions),
    chain('K3π reference selection', called('K⁺ → π⁺π⁺π⁻ reference')),
    chain('signal', called('signal')),
    chain('normalisation', called('normalisation')),
    generation('K3π generation and beam', threePions),
    ...referenceProgram('C++ GENBOD alone', 'three-body', ['LIBM'], [events, 1, 1, 2]),
  ],
  3,
);
const cpp = results.some(({ name }) => name === 'C++ GENBOD alone');
printRates(results, events, 'decays', cpp ? 'C++ GENBOD alone' : 'K3π generation and beam');
console.log('aim: the whole chain at 1 million decays per CPU-second or more');
printRatio(results, 'K3π as a background', 'K3π generation and beam');

const script = new URL('../src/hosts/node/workers/worker.js', import.meta.url);
async function wall(of: RunPlan, workers: number): Promise<number> {
  const before = performance.now();
  await runBlocks({ plan: of, blockEvents: BLOCK_EVENTS, workers, startWorker: threadWorkers(script) });
  return (performance.now() - before) / 1000;
}

const quickest = [1, 2].map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < 3; round++) {
  for (const k of [0, 1])
    quickest[k] = Math.min(quickest[k], await wall(planRun(search, { events: 1_000_000 }), k + 1));
}
const [one, two] = quickest;
console.log(
  `\nall ${plan.samples.length} samples of 1 million: ${one.toFixed(1)} s with one worker, ${two.toFixed(1)} s with two`,
);
console.log(`one worker / two workers, wall time: ${(one / two).toFixed(2)} (aim ≥ 1.8 on two free cores)`);
// The largest resident set so far is that of runs of 1 million; one of 10 million must not raise it by much.
const small = process.resourceUsage().maxRSS / 1024;
await wall(planRun({ ...search, backgrounds: {}, checks: {} }, { events: 10_000_000 }), 2);
const large = process.resourceUsage().maxRSS / 1024;
console.log(
  `memory: ${small.toFixed(0)} MB for 1 million per sample, ${large.toFixed(0)} MB for 10 million (aim < 500 MB)`,
);
