import { drawFigure } from '../../plots/draw-figure.ts';
import { diagnosisFigures } from '../../run/diagnosis-figures.ts';
import type { ReportDocument, ReportTable } from '../../stages/report/index.ts';
import type { Diagnosis } from '../../statistics/histfactory/diagnostics/diagnosis.ts';

/** Correlations of more parameters than this do not fit a page; the JSON has them all. */
const MOST_CORRELATED = 25;

/** A diagnosis as a document for `reportHtml`. */
export function diagnosisReport(document: Diagnosis, file: string, poi: string | null): ReportDocument {
  const { parameters, twiceNll, valid, reason, goodness, yields, correlation } = document;
  const drawn = diagnosisFigures(document, poi).map(({ name, caption, figure }) => ({
    caption,
    svg: drawFigure({ ...figure, id: name }),
    wide: true,
  }));
  const fit: ReportTable = {
    caption: 'Fitted parameters, with parabolic and MINOS errors.',
    columns: ['parameter', 'value', 'MINOS −', 'MINOS +', 'remark'],
    rows: parameters.map(({ name, value, error, minos, fixed, atLimit, reason: why }) => [
      `\`${name}\``,
      { value, error },
      minos?.[0] ?? null,
      minos?.[1] ?? null,
      [fixed ? 'fixed' : '', atLimit ? 'at its bound' : '', why ?? ''].filter((word) => word !== '').join('; '),
    ]),
  };
  const free = parameters.flatMap(({ fixed }, p) => (fixed ? [] : [p])).slice(0, MOST_CORRELATED);
  const correlations: ReportTable = {
    caption: `Correlations${free.length < parameters.length ? ' of the first free parameters' : ''}.`,
    columns: ['', ...free.map((p) => `\`${parameters[p].name}\``)],
    rows: free.map((p) => [`\`${parameters[p].name}\``, ...free.map((q) => correlation[p][q])]),
  };
  const counts: ReportTable = {
    caption: 'Events expected before and after the fit, and seen.',
    columns: ['channel', 'sample', 'before', 'after', 'seen'],
    rows: yields.flatMap(({ channel, observed, samples }) =>
      samples.map(({ sample, prefit, postfit }) => [
        channel,
        sample,
        { ...prefit },
        { ...postfit },
        sample === 'total' ? observed : null,
      ]),
    ),
  };
  const { statistic, degreesOfFreedom, p, byToys } = goodness;
  const toys = byToys === null ? '' : `; by toys p = ${byToys.p.toPrecision(3)} ± ${byToys.pError.toPrecision(1)}`;
  const judged =
    statistic === null
      ? `no goodness of fit: ${goodness.reason}`
      : `${statistic.toPrecision(5)} for ${degreesOfFreedom} degrees of freedom, p = ${p === null ? '–' : p.toPrecision(3)}${toys}`;
  return {
    title: 'Diagnosis of a likelihood',
    subtitle: file,
    sections: [
      {
        id: 'fit',
        heading: 'Fit',
        paragraphs: [
          valid ? `−2 ln L = ${twiceNll.toPrecision(8)}.` : `Not a fit: ${reason}`,
          `Goodness of fit against the saturated model: ${judged}.`,
        ],
        tables: [fit],
      },
      { id: 'parameters', heading: 'Pulls, impacts and scans', figures: drawn },
      { id: 'yields', heading: 'Yields', tables: [counts] },
      { id: 'correlations', heading: 'Correlations', tables: [correlations] },
    ],
    footer: { references: [] },
  };
}
