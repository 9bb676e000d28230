import { countingTable } from '../../search/results/counting-table.ts';
import { countNote, type Exportable } from '../../search/results/exportable.ts';
import { analysisOf } from './analyses/index.ts';
import { countedResult, parameterOf } from './counted.ts';
import { errorOfSeen } from './expected-background.ts';
import type { RunDocument } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';
import { tablesOfRun } from './tables.ts';
import { workspaceOfRun } from './workspace.ts';

/** A finished run of a kaon search. */
export function exportableRun(plan: RunPlan, run: RunDocument): Exportable {
  const { search } = plan;
  const { workspace, count } = workspaceOfRun(run);
  const note = countNote(count.from, run.data.kind);
  const missing = Object.entries(search.analyses ?? {}).map(
    ([name, section]) => analysisOf(section, name).likelihoodNote?.(run.analyses[name], name) ?? '',
  );
  const limit = count.from === 'run' ? run.limit : count.from === 'published' ? run.limitAtPublishedCount : null;
  const found = limit === null || limit.observed === null ? null : { ...limit, observed: limit.observed };
  return {
    search: search.id,
    title: search.title,
    summary: search.summary,
    references: search.references,
    reaction: search.signal.decay,
    digest: run.digest.result,
    blind: run.blind,
    document: search,
    tables: [
      ...tablesOfRun(plan, run),
      ...(found === null
        ? []
        : [
            countingTable({
              region: 'signal',
              observed: count.observed,
              background: run.background.value,
              backgroundError: errorOfSeen(run.background),
              ses: run.ses.value,
              sesError: run.ses.error,
              unit: '',
              limit: found.observed,
              cl: found.cl,
              method: found.method,
              note,
            }),
          ]),
    ],
    counted: countedResult(plan, run),
    likelihood: {
      workspace,
      meaning: { parameter: parameterOf(plan), unit: run.ses.value, count: count.from },
      note: [
        `observed ${count.observed}: ${note}; mu = 1 is a branching ratio of ${run.ses.value.toPrecision(4)}`,
        ...missing.filter((words) => words !== ''),
      ].join('; '),
      limit:
        found === null || found.signalEvents.observed === null
          ? null
          : { value: found.signalEvents.observed, cl: found.cl, method: found.method },
    },
  };
}
