// What a spectrum per piece of the event weight costs: the whole chain of a sample with and without its template.
import { searches } from '../searches/index.ts';
import { sampleSimulation } from '../src/modes/kaon/chain/sample-simulation.ts';
import { planRun } from '../src/modes/kaon/plan.ts';
import { BLOCK_EVENTS } from '../src/modes/kaon/run-plan.ts';
import type { SearchDocument } from '../src/search/kaon-search.ts';
import { measure, printRates } from './measure.ts';

const BLOCKS = 4;
const plan = planRun(searches['kaon-pimumu'] as unknown as SearchDocument, { events: BLOCKS * BLOCK_EVENTS });
const [signal] = plan.samples;
const { templates: _, ...plain } = signal;

const contestants = [
  ['without template', plain],
  ['with six pieces in 8 × 34 bins', signal],
] as const;
const results = measure(
  contestants.map(([name, sample]) => {
    const simulation = sampleSimulation(plan.experiment, sample, 1);
    const sums = new Float64Array(simulation.layout.length);
    return {
      name,
      run: () => {
        for (let block = 0; block < BLOCKS; block++) simulation.simulateBlock(block, sums);
      },
    };
  }),
);
printRates(results, BLOCKS * BLOCK_EVENTS, 'decays', 'without template');
