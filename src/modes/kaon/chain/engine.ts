import type { BlockEngine } from '../../../tasks/index.ts';
import type { RunPlan } from '../run-plan.ts';
import { type SampleSimulation, sampleSimulation } from './sample-simulation.ts';

/** Samples kept ready: blocks come sample by sample, and a scan has hundreds of samples, each with its columns. */
const KEPT_SIMULATIONS = 8;

/** The engine of a run, for a worker of any kind: simulates any block of any sample of the plan. */
export function openEngine(plan: RunPlan): BlockEngine {
  const simulations = new Map<number, SampleSimulation>();
  const simulationOf = (sample: number): SampleSimulation => {
    const known = simulations.get(sample);
    if (known !== undefined) return known;
    const samplePlan = plan.samples[sample];
    const experiment =
      samplePlan.role === 'normalisation' ? { ...plan.experiment, triggers: plan.countedWith } : plan.experiment;
    const made = sampleSimulation(experiment, samplePlan, plan.seed);
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
      const sums = new Float64Array(simulation.tally.layout.length);
      simulation.simulateBlock(block, sums);
      return sums;
    },
  };
}
