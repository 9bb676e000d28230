import { countedBackground } from '../../search/results/counted-background.ts';
import type { CountOrigin } from '../../search/results/exportable.ts';
import { countingWorkspace, type WorkspaceDocument } from '../../statistics/histfactory/index.ts';
import { errorOfSeen } from './expected-background.ts';
import type { RunDocument } from './run-document.ts';

/**
 * The likelihood of a run as a pyhf workspace: signal region, background with its error (without the upper limits of sources of which nothing was seen, as in the run's limit), sensitivity with its error.
 * μ is the branching ratio in units of the single-event sensitivity: the expected number of signal events. The count is
 * that of the run when its box is open, else the published one, which is public.
 */
export function workspaceOfRun(run: RunDocument): {
  readonly workspace: WorkspaceDocument;
  readonly count: { readonly observed: number; readonly from: CountOrigin };
} {
  const published = run.published.observed?.value;
  const count: { observed: number; from: CountOrigin } =
    run.observed !== null
      ? { observed: run.observed, from: 'run' }
      : published !== undefined
        ? { observed: published, from: 'published' }
        : { observed: 0, from: 'nowhere' };
  const workspace = countingWorkspace({
    name: 'signal_region',
    observed: count.observed,
    ...countedBackground(run.background.value, errorOfSeen(run.background)),
    sesError: run.ses.error / run.ses.value,
  });
  return { workspace, count };
}
