import type { ExportTable } from '../../search/results/table.ts';
import type { BinnedHistogram } from './binned-histogram.ts';

type Bin = { readonly low: number; readonly high: number };

const isBin = (value: unknown): value is Bin => typeof value === 'object' && value !== null && 'low' in value;

/** The edges of one axis of adjoining bins; null for anything else. */
function edgesOf({ independent }: ExportTable): number[] | null {
  const [axis, ...others] = independent;
  if (axis === undefined || others.length > 0 || axis.values.length === 0 || !axis.values.every(isBin)) return null;
  const bins = axis.values;
  return bins.every(({ low }, k) => k === 0 || low === bins[k - 1].high)
    ? [bins[0].low, ...bins.map(({ high }) => high)]
    : null;
}

/**
 * Every column of numbers over adjoining bins of one axis as a histogram, named 'table/column'; variances where the
 * column has errors. `lost` names the tables that are none.
 */
export function histogramsOfTables(tables: readonly ExportTable[]): {
  readonly histograms: Readonly<Record<string, BinnedHistogram>>;
  readonly lost: readonly string[];
} {
  const histograms: Record<string, BinnedHistogram> = {};
  const lost: string[] = [];
  for (const table of tables) {
    const edges = edgesOf(table);
    if (edges === null) {
      lost.push(`${table.name} (no adjoining bins of one axis)`);
      continue;
    }
    const [{ name: axis, unit }] = table.independent;
    for (const { name, values, errors } of table.dependent) {
      if (!values.every((value): value is number => typeof value === 'number')) {
        lost.push(`${table.name}, ${name} (bins without a number)`);
        continue;
      }
      histograms[`${table.name}/${name}`] = {
        title: name,
        axes: [
          {
            kind: 'edges',
            name: unit === undefined ? axis : `${axis} [${unit}]`,
            edges,
            underflow: false,
            overflow: false,
          },
        ],
        values,
        variances: errors === undefined ? null : errors.map((error) => (error ?? 0) * (error ?? 0)),
      };
    }
  }
  return { histograms, lost };
}
