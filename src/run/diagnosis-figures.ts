import type { FigureDescription } from '../plots/draw-figure.ts';
import type { Diagnosis } from '../statistics/histfactory/diagnostics/diagnosis.ts';

/** The figures of a diagnosis, by file name: pulls with impacts, one scan per parameter. */
export function diagnosisFigures(
  { pulls, impacts, scans, map }: Diagnosis,
  poi: string | null,
): { readonly name: string; readonly caption: string; readonly figure: FigureDescription }[] {
  const figures: { name: string; caption: string; figure: FigureDescription }[] = [];
  const ranked = impacts === null ? pulls.map(({ name }) => name) : impacts.map(({ name }) => name);
  const rows = ranked.slice(0, MOST_ROWS).map((name) => {
    const pull = pulls.find((entry) => entry.name === name);
    const impact = impacts?.find((entry) => entry.name === name)?.postfit;
    const moved = impact !== undefined && impact[0] !== null && impact[1] !== null;
    return {
      name,
      pull: pull?.pull ?? null,
      error: pull?.constraint ?? null,
      ...(moved ? { impact: { up: impact[1] as number, down: impact[0] as number } } : {}),
    };
  });
  if (rows.length > 0)
    figures.push({
      name: 'pulls',
      caption: `Pulls and constraints${impacts === null ? '' : `, and impacts on ${poi}`}${ranked.length > MOST_ROWS ? `; the first ${MOST_ROWS} of ${ranked.length}` : ''}.`,
      figure: {
        kind: 'pulls',
        title: 'Nuisance parameters',
        description: `Pulls of ${rows.length} parameters after the fit.`,
        parameter: poi ?? '',
        rows,
      },
    });
  for (const { parameter, at, rise } of scans)
    figures.push({
      name: `scan-${parameter.replace(/[^\w-]+/g, '-')}`,
      caption: `The likelihood along ${parameter}, all else fitted at each point.`,
      figure: {
        kind: 'likelihood-scan',
        title: `Likelihood of ${parameter}`,
        description: `Twice the rise of −ln L along ${parameter}.`,
        x: { label: parameter },
        curves: [{ name: 'profiled', x: at, twiceDeltaNll: rise }],
      },
    });
  if (map !== null)
    figures.push({
      name: 'contours',
      caption: `Joint regions of ${map.x} and ${map.y}, all else fitted.`,
      figure: {
        kind: 'likelihood-contours',
        title: `${map.x} and ${map.y}`,
        description: `Contours of the likelihood in ${map.x} and ${map.y}.`,
        x: { label: map.x },
        y: { label: map.y },
        levels: map.contours.map(({ level }) => `${(100 * level).toFixed(1)} %`),
        solutions: [{ name: 'best fit', best: map.best, contours: map.contours.map(({ points }) => [points]) }],
      },
    });
  return figures;
}

const MOST_ROWS = 40;
