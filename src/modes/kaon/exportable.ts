import type { WorkspaceDocument } from '../../statistics/histfactory/index.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunDocument } from './run-document.ts';
import type { ExportTable } from '../../search/results/table.ts';
import { tablesOfRun } from './tables.ts';
import { workspaceOfRun } from './workspace.ts';

/** What can be written of a finished run, whatever its kind. */
export interface Exportable {
  readonly search: string;
  readonly title: string;
  readonly summary: string;
  readonly references: readonly string[];
  readonly reaction: string;
  /** Digest of the result. */
  readonly digest: string;
  readonly blind: boolean;
  readonly tables: readonly ExportTable[];
  readonly likelihood: { readonly workspace: WorkspaceDocument; readonly note: string };
}

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

/** Where the count of a likelihood comes from, in words. */
export const countNote = (from: 'run' | 'published', kind: string): string =>
  from === 'run' ? `the count of this run, ${kind}` : 'the published count; the box of this run is closed';
