import type { LimitSummaryRow } from '../../plots/index.ts';
import type { RunFigure } from '../../search/results/figure.ts';
import type { RunDocument } from './run-document.ts';

/** Upper limits of several searches as bars, beside the published ones and those before; none for fewer than two. */
export function limitSummaryFigure(runs: readonly RunDocument[], fileName: string): RunFigure | undefined {
  const rows = runs.flatMap((run): LimitSummaryRow[] => {
    const limit = run.limitAtPublishedCount?.observed ?? null;
    if (limit === null) return [];
    const [a, b, c, d, e] = run.limitAtPublishedCount?.expected ?? [];
    return [
      {
        name: run.channel,
        limit,
        ...(e === undefined ? {} : { expected: [a, b, c, d, e] as const }),
        published: run.published.rows['limit']?.value ?? null,
        earlier: run.published.earlierLimit?.value ?? null,
      },
    ];
  });
  if (rows.length < 2) return undefined;
  return {
    name: fileName,
    caption: 'Upper limits at 90 % confidence level, with the published number of observed events',
    wide: true,
    figure: {
      kind: 'limit-summary',
      title: 'Upper limits of rare and forbidden decays',
      description: 'Limit of each search from our sensitivity and background, the published limit and the one before.',
      label: 'Spillway',
      x: { label: 'branching ratio', scale: 'log' },
      rows,
      names: { limit: 'computed', published: 'published', earlier: 'before' },
    },
  };
}
