import type { SearchDocument } from '../../search/kaon-search.ts';
import type { Mode } from '../mode.ts';
import { boxOf } from './box.ts';
import { decaysOf } from './chain/decays-of.ts';
import { eventsOf } from './chain/events-of.ts';
import { eventFigure } from './event-figure.ts';
import { exportableRun } from './exportable.ts';
import { documentOf } from './finish.ts';
import { flowsOfRun } from './flows.ts';
import { limitSummaryFigure } from './limit-summary.ts';
import { planRun, searchDigestOf } from './plan.ts';
import { powerOfRun, sizedSamples } from './power.ts';
import { redoOf } from './redo.ts';
import { figuresOfRun, reportOfRun } from './report/report-of-run.ts';
import { reproduceRows } from './rows.ts';
import type { RunDocument } from './run-document.ts';
import { BLOCK_EVENTS, type RunPlan } from './run-plan.ts';
import { sampleTexts } from './sample-texts.ts';
import { checkKaonData } from './seal-data.ts';
import { watchedHistograms } from './watched.ts';

/** Searches with kaons that decay in flight. */
export const kaonMode: Mode<SearchDocument, RunPlan, RunDocument> = {
  kind: 'kaon',
  plan: planRun,
  searchDigest: searchDigestOf,
  eventsFor: (events) => events,
  blockEvents: () => BLOCK_EVENTS,
  sampleTexts,
  eventsOf,
  eventFigure,
  decaysOf,
  redo: redoOf,
  checkData: checkKaonData,
  box: boxOf,
  finish: (plan, sums, counts) => {
    const document = documentOf(plan, sums, counts);
    return {
      document,
      rows: reproduceRows(plan.search, document),
      figures: () => figuresOfRun(plan, document),
      report: (figures, changed) => reportOfRun(plan, document, figures, changed),
    };
  },
  progress: ([signal]) =>
    signal === undefined || signal.length < 9
      ? {}
      : { generation: signal[0], simulation: signal[3], trigger: signal[6] },
  boxFigures: ['discriminant.svg', 'mass-scan-limits.svg'],
  watched: watchedHistograms,
  sizing: { samples: sizedSamples, power: powerOfRun },
  flows: flowsOfRun,
  summaryFigures: (documents) => {
    const limits = limitSummaryFigure(documents, 'limits.svg');
    return limits === undefined ? [] : [limits];
  },
  exportable: exportableRun,
};
