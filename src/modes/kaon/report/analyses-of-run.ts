import type { RunFigure } from '../../../search/results/figure.ts';
import type { ReportPart } from '../../../stages/report/index.ts';
import { analysisOf } from '../analyses/index.ts';
import type { RunDocument } from '../run-document.ts';
import type { RunPlan } from '../run-plan.ts';

/** What one analysis adds to a report. */
export interface AnalysisOfRun {
  readonly part: ReportPart;
  readonly figures: readonly RunFigure[];
}

/**
 * Text and figures of every analysis of a run. Where a search has several of one kind, headings, anchors and file names
 * carry the name of the analysis, so that they stay apart.
 */
export function analysesOfRun(plan: RunPlan, run: RunDocument): AnalysisOfRun[] {
  const entries = Object.entries(plan.search.analyses ?? {});
  return entries.map(([name, section]) => {
    const analysis = analysisOf(section, name);
    const part = analysis.report(section, run.analyses[name], run);
    const figures = analysis.figures(section, run.analyses[name], run, plan);
    const alike = entries.filter(([, other]) => other.kind === section.kind);
    if (alike.length === 1) return { part, figures };
    const place = alike.findIndex(([other]) => other === name) + 1;
    return {
      part: { ...part, id: `${part.id}-${place}`, heading: `${part.heading}: ${name}` },
      figures: figures.map((figure) => ({
        ...figure,
        name: figure.name.replace(/\.svg$/, `-${place}.svg`),
        caption: `${figure.caption}: ${name}`,
      })),
    };
  });
}
