import type { Experiment } from '../../../experiments/experiment.ts';
import type { BlockEngine } from '../../../tasks/index.ts';
import type { RunPlan } from '../run-plan.ts';
import { type SampleSimulation, sampleSimulation } from './sample-simulation.ts';

/** Samples kept ready: blocks come sample by sample, and a scan has hundreds of samples, each with its columns. */
const KEPT_SIMULATIONS = 8;

/** The experiment as a sample sees it: the normalisation was counted with the trigger lines as they were. */
export const experimentOf = ({ samples, experiment, countedWith }: RunPlan, sample: number): Experiment =>
  samples[sample].role === 'normalisation' ? { ...experiment, triggers: countedWith } : experiment;

/** The engine of a run, for a worker of any kind: simulates any block of any sample of the plan. */
export function openEngine(plan: RunPlan): BlockEngine {
  const simulations = new Map<number, SampleSimulation>();
  const simulationOf = (sample: number): SampleSimulation => {
    const known = simulations.get(sample);
    if (known !== undefined) return known;
    const made = sampleSimulation(experimentOf(plan, sample), plan.samples[sample], plan.seed);
    for (const oldest of simulations.keys()) {
      if (simulations.size < KEPT_SIMULATIONS) break;
      simulations.delete(oldest);
    }
    simulations.set(sample, made);
    return made;
  };
  return {
    simulateBlock(sample, block) {
      const simulation = simulationOf(sample);
      const sums = new Float64Array(simulation.layout.length);
      simulation.simulateBlock(block, sums);
      return sums;
    },
  };
}
