import { countNote, type Exportable } from '../../search/results/exportable.ts';
import type { RunDocument } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';
import { tablesOfRun } from './tables.ts';
import { workspaceOfRun } from './workspace.ts';

/** A finished run of a kaon search. */
export function exportableRun(plan: RunPlan, run: RunDocument): Exportable {
  const { search } = plan;
  const { workspace, count } = workspaceOfRun(run);
  return {
    search: search.id,
    title: search.title,
    summary: search.summary,
    references: search.references,
    reaction: search.signal.decay,
    digest: run.digest.result,
    blind: run.blind,
    tables: tablesOfRun(plan, run),
    likelihood: {
      workspace,
      note: `observed ${count.observed}: ${countNote(count.from, run.data.kind)}; mu = 1 is a branching ratio of ${run.ses.value.toPrecision(4)}`,
    },
  };
}
