import type { ReportDocument, ReportFigure, Run } from 'spillway';
import { drawFigure } from 'spillway/plots';

/** How pictures are dressed for the page. */
export interface Dress {
  readonly dark: boolean;
  readonly narrow: boolean;
}

/** A report whose pictures are drawn. */
export type DrawnReport = ReportDocument;

/**
 * The report of a run for the page: the nine stages as plain data, each picture as SVG. `whole`: with the pictures of the
 * stages; without, that of the answer alone, since drawing all takes as long as a few blocks.
 */
export function drawnReport(run: Run, { dark, narrow }: Dress, whole = true): DrawnReport {
  const report = run.report(run.figures(), run.changedAfterUnblinding);
  const drawn = (figure: ReportFigure): ReportFigure => {
    if (figure.figure === undefined) return figure;
    const { figure: description, ...rest } = figure;
    const look = { style: dark ? 'dark' : 'paper', layout: narrow ? 'narrow' : 'wide' } as const;
    return { ...rest, svg: drawFigure(description, look) };
  };
  const all = <Part extends { readonly figures?: readonly ReportFigure[] }>(part: Part): Part =>
    part.figures === undefined ? part : { ...part, figures: whole ? part.figures.map(drawn) : [] };
  const { answer, keyFigures: _, ...rest } = report;
  return {
    ...rest,
    ...(answer !== undefined && {
      answer: answer.figure === undefined ? answer : { ...answer, figure: drawn(answer.figure) },
    }),
    sections: report.sections.map((section) => {
      const own = all(section);
      return own.parts === undefined ? own : { ...own, parts: own.parts.map(all) };
    }),
  };
}
