import { digestOfColumns } from '../../search/asking/digest.ts';
import { readSamples } from './chain/read-samples.ts';
import { checkOf } from './check-of-sample.ts';
import { flowOf } from './cut-flow.ts';
import type { RunDocument, SampleFlow } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** What a run knows before it is normalised: cut-flows without yields, and checks. */
export interface FlowsDocument
  extends Pick<RunDocument, 'search' | 'title' | 'channel' | 'seed' | 'events' | 'digest' | 'checks'> {
  readonly cutflow: readonly SampleFlow[];
}

/** The cut-flows and checks of a run from its sums, however few events survive. */
export function flowsOfRun(plan: RunPlan, sums: readonly Float64Array[]): FlowsDocument {
  const { search, seed, events } = plan;
  const samples = readSamples(plan, sums);
  return {
    search: search.id,
    title: search.title,
    channel: search.channel,
    seed,
    events,
    digest: { plan: plan.digest, search: plan.searchDigest, result: digestOfColumns(sums) },
    checks: Object.fromEntries(
      samples
        .filter(({ plan: { role } }) => role === 'check')
        .map((sample) => [sample.plan.key, checkOf(sample, plan)]),
    ),
    cutflow: samples
      .filter(({ plan: { role } }) => role !== 'hypothesis')
      .map((sample) => flowOf(sample, plan, undefined)),
  };
}
