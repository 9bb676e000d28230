// Tunes the one free number of the simulation: the efficiency per track, on the acceptance of the K⁺ → π⁺π⁺π⁻ reference
// selection. Prints what belongs into src/experiments/na62-detector.ts. Needs `npm run build`; takes about ten seconds.
import { searches } from '../dist/searches/index.js';
import { compileSample } from '../dist/src/modes/kaon/chain/compile-sample.js';
import { sampleSimulation } from '../dist/src/modes/kaon/chain/sample-simulation.js';
import { planRun } from '../dist/src/modes/kaon/plan.js';
import { readSummary } from '../dist/src/stages/selection/summary.js';
import { weightedFraction } from '../dist/src/statistics/estimate.js';

const REFERENCE = 0.1536;
const plan = planRun(searches['kaon-munuee'], {
  events: 8_000_000,
  settings: ['experiment.detector.trackEfficiency.value=1'],
});
const sample = plan.samples.find(({ key }) => key === 'K⁺ → π⁺π⁺π⁻ reference');
const simulation = sampleSimulation(plan.experiment, sample, plan.seed);
const sums = new Float64Array(simulation.layout.length);
for (let block = 0; block < sample.blocks; block++) simulation.simulateBlock(block, sums);
const { layout, spectra } = compileSample(sample);
const { selected, generated } = readSummary(layout, spectra, sums);
const acceptance = weightedFraction(selected, generated);
const efficiency = Math.cbrt(REFERENCE / acceptance.value);
const error = ((efficiency / 3) * acceptance.error) / acceptance.value;
console.log(
  `acceptance with every track reconstructed: ${acceptance.value.toFixed(5)} ± ${acceptance.error.toFixed(5)}`,
);
console.log(`trackEfficiency: ${efficiency.toFixed(4)} ± ${error.toFixed(4)}`);
