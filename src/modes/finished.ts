import type { Exportable } from '../search/results/exportable.ts';
import type { RunFigure } from '../search/results/figure.ts';
import type { ReproduceRow } from '../search/results/row.ts';
import type { RunHead } from '../search/results/run-head.ts';
import type { ReportDocument } from '../stages/report/index.ts';

/** A run that came to its end. Figures, report and tables are made when asked for. */
export interface Finished<Result extends RunHead = RunHead> {
  readonly document: Result;
  /** What was published beside what was computed. */
  readonly rows: readonly ReproduceRow[];
  figures(): readonly RunFigure[];
  /** The report with these figures; `changedAfterUnblinding` puts a notice at its head. */
  report(figures: readonly RunFigure[], changedAfterUnblinding: boolean): ReportDocument;
}

/** What can be written of a finished run, from its plan and its document alone. */
export type ExportableOf<Plan, Result> = (plan: Plan, document: Result) => Exportable;
