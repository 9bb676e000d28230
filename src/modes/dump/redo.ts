import { canonicalJson } from '../../search/asking/digest.ts';
import type { Redo } from '../mode.ts';
import type { DumpRunPlan } from './plan.ts';

/** What the yields of a plan depend on: all but the counts, the backgrounds and what was published. */
function simulatedOf({ search, searches, experiment, masses, decays, seed, model }: DumpRunPlan) {
  const parts = [search, ...searches].map(({ pair, triggers, selection, regions, massWindow }) => ({
    ...{ pair, triggers, selection, regions, massWindow },
  }));
  const { beam, ...apparatus } = experiment;
  const { protons: _, protonsError: __, ...rest } = beam;
  return { parts, apparatus, rest, masses, decays, seed, model };
}

/** From where on a run has to be done again: yields are scaled with the protons and compared with any counts. */
export function redoOfDump(before: DumpRunPlan, after: DumpRunPlan): Redo {
  return canonicalJson(simulatedOf(before)) === canonicalJson(simulatedOf(after)) ? 'nothing' : 'decays';
}
