import type { DumpSearchDocument } from '../../search/dump-search.ts';
import type { Mode } from '../mode.ts';
import { figuresOfDumpRun } from './figures.ts';
import { finishDumpRun } from './finish.ts';
import { type DumpRunPlan, dumpSearchDigestOf, planDumpRun } from './plan.ts';
import { redoOfDump } from './redo.ts';
import { reportOfDumpRun } from './report/report-of-run.ts';
import type { DumpRunDocument } from './run-document.ts';
import { checkDumpData, sealDumpData } from './seal-data.ts';
import { exportableDumpRun } from './tables.ts';

/** Decays per mass for one decay of a sample in flight: a scan has some sixty masses. */
const DECAYS_PER_MASS = 1 / 50;
const FEWEST = 100;

/** Searches for particles that are born in a beam dump. */
export const dumpMode: Mode<DumpSearchDocument, DumpRunPlan, DumpRunDocument> = {
  kind: 'dump',
  plan: planDumpRun,
  searchDigest: dumpSearchDigestOf,
  eventsFor: (events) => Math.max(FEWEST, Math.round(events * DECAYS_PER_MASS)),
  blockEvents: ({ decays }) => decays,
  redo: redoOfDump,
  checkData: checkDumpData,
  box: (plan, _, content) => sealDumpData(plan, content),
  finish: (plan, sums, counts) => {
    const finished = finishDumpRun(plan, sums, counts);
    const { document } = finished;
    return {
      document,
      rows: document.rows,
      figures: () => figuresOfDumpRun(finished),
      report: (figures, changed) => reportOfDumpRun(plan, document, figures, changed),
    };
  },
  exportable: exportableDumpRun,
};
