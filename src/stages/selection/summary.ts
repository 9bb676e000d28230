import { FLOW_BEFORE_CUTS, REGION_WIDTH, type SpectrumPlan, type TallyLayout, type TemplatePlan } from './tally.ts';

/** Sum of weights of some candidates: their number, Σw and Σw². */
export interface WeightedCount {
  readonly candidates: number;
  readonly weight: number;
  readonly squares: number;
}

/** A weighted count with the sums of weights at the low and high ends of the identification band. */
export interface BandedCount extends WeightedCount {
  readonly low: number;
  readonly high: number;
  /** The same candidates before the trigger. */
  readonly untriggered: { readonly weight: number; readonly squares: number };
}

export interface SummaryAxis {
  readonly observable: string;
  readonly symbol: string;
  readonly unit: { readonly name: string; readonly size: number };
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

/** A spectrum without its under- and overflow: Σw and Σw² per bin, last axis fastest. */
export interface SummarySpectrum {
  readonly axes: readonly SummaryAxis[];
  readonly contents: Float64Array;
  readonly squares: Float64Array;
}

/** A spectrum per piece p of the event weight, without under- and overflow. */
export interface SummaryTemplate {
  readonly axes: readonly SummaryAxis[];
  /** Σw p_k of all generated decays. */
  readonly generated: readonly number[];
  /** Σw p_k per bin, for each k. */
  readonly contents: readonly Float64Array[];
  /** Σw² p_k p_l per bin, for each k and each l ≤ k. */
  readonly squares: readonly (readonly Float64Array[])[];
}

/** The sums of one sample, by name. */
export interface SampleSummary {
  readonly generated: WeightedCount;
  readonly flow: readonly (WeightedCount & { readonly name: string })[];
  /** Per cut, what passes all others. */
  readonly withoutOne: readonly { readonly name: string; readonly candidates: number; readonly weight: number }[];
  readonly selected: WeightedCount;
  readonly regions: Readonly<Record<string, BandedCount>>;
  readonly spectra: Readonly<Record<string, SummarySpectrum>>;
  readonly templates: Readonly<Record<string, SummaryTemplate>>;
}

function innerBins(column: Float64Array, shape: readonly number[]): Float64Array {
  const inner = new Float64Array(shape.reduce((product, bins) => product * bins, 1));
  if (shape.length === 1) {
    inner.set(column.subarray(1, shape[0] + 1));
    return inner;
  }
  const [rows, columns] = shape;
  for (let row = 0; row < rows; row++) {
    const start = (row + 1) * (columns + 2) + 1;
    inner.set(column.subarray(start, start + columns), row * columns);
  }
  return inner;
}

const axesOf = ({ axes }: SpectrumPlan): SummaryAxis[] =>
  axes.map(({ observable, from, to, bins }) => ({
    observable: observable.id,
    symbol: observable.symbol,
    unit: observable.unit,
    from,
    to,
    bins,
  }));

/** Reads the sums of a sample. Throws RangeError when their number does not fit the layout. */
export function readSummary(
  layout: TallyLayout,
  plans: readonly SpectrumPlan[],
  sums: Float64Array,
  templates: readonly TemplatePlan[] = [],
): SampleSummary {
  if (sums.length !== layout.length)
    throw new RangeError(`${sums.length} sums do not fit a layout of ${layout.length}`);
  const count = (at: number): WeightedCount => ({ candidates: sums[at], weight: sums[at + 1], squares: sums[at + 2] });
  const flow = layout.flowNames.map((name, i) => ({ name, ...count(layout.flow + 3 * i) }));
  return {
    generated: count(layout.generated),
    flow,
    withoutOne: layout.flowNames.slice(FLOW_BEFORE_CUTS.length).map((name, i) => {
      const at = layout.withoutOne + 2 * i;
      return { name, candidates: sums[at], weight: sums[at + 1] };
    }),
    selected: flow[flow.length - 1],
    regions: Object.fromEntries(
      layout.regionNames.map((name, i) => {
        const at = layout.regions + i * REGION_WIDTH;
        return [
          name,
          {
            ...count(at),
            low: sums[at + 3],
            high: sums[at + 4],
            untriggered: { weight: sums[at + 5], squares: sums[at + 6] },
          },
        ];
      }),
    ),
    spectra: Object.fromEntries(
      layout.spectra.map(({ name, start, bins }, i) => {
        const axes = axesOf(plans[i]);
        const shape = axes.map((axis) => axis.bins);
        const spectrum: SummarySpectrum = {
          axes,
          contents: innerBins(sums.subarray(start, start + bins), shape),
          squares: innerBins(sums.subarray(start + bins, start + 2 * bins), shape),
        };
        return [name, spectrum];
      }),
    ),
    templates: Object.fromEntries(
      layout.templates.map(({ name, start, bins, pieces }, i) => {
        const axes = axesOf(templates[i]);
        const shape = axes.map((axis) => axis.bins);
        let at = start + pieces;
        const next = (): Float64Array => {
          at += bins;
          return innerBins(sums.subarray(at - bins, at), shape);
        };
        const template: SummaryTemplate = {
          axes,
          generated: Array.from(sums.subarray(start, start + pieces)),
          contents: Array.from({ length: pieces }, next),
          squares: Array.from({ length: pieces }, (_, k) => Array.from({ length: k + 1 }, next)),
        };
        return [name, template];
      }),
    ),
  };
}
