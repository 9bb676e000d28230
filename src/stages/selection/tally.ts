import type { CandidateBlock } from '../../events/candidate-block.ts';
import type { CompiledAxis, CompiledCut } from './compile-cuts.ts';
import { denseSquares, sparseSquares } from './squares-of-decays.ts';

/** A spectrum in one or two observables of the candidates that pass all cuts. */
export interface SpectrumPlan {
  readonly name: string;
  readonly axes: readonly CompiledAxis[];
}

/** A region: candidates that pass all cuts and these conditions as well. */
export interface RegionPlan {
  readonly name: string;
  readonly conditions: readonly CompiledCut[];
}

/** A spectrum filled once per piece of the event weight, so that it is known for any parameters of the weight. */
export interface TemplatePlan extends SpectrumPlan {
  readonly pieces: number;
}

/** Pieces of the weight of a batch, one set of columns per template; rows are those of the decays. */
export type WeightPieces = readonly (readonly Float64Array[])[];

/** Where each number of a sample's summary stands in its Float64Array. */
export interface TallyLayout {
  readonly length: number;
  /** [events, Σw, Σw²] of all generated decays. */
  readonly generated: number;
  /** Per stage (reconstruction, trigger, vetoes, then each cut): [candidates, Σw, Σw²]. */
  readonly flow: number;
  readonly flowNames: readonly string[];
  /** Per cut: [candidates, Σw] of those that pass all other cuts. */
  readonly withoutOne: number;
  /** Per region: [candidates, Σw, Σw², Σw low, Σw high, Σw and Σw² without trigger]. */
  readonly regions: number;
  readonly regionNames: readonly string[];
  /** Per spectrum: Σw of each bin, then Σw² of each bin; outermost bins of each axis are under- and overflow. */
  readonly spectra: readonly { readonly name: string; readonly start: number; readonly bins: number }[];
  /**
   * Per template, with K pieces p: Σw p_k of all generated decays, then Σw p_k of each bin for each k, then
   * Σw² p_k p_l of each bin for each k and l ≤ k; bins as for spectra.
   */
  readonly templates: readonly {
    readonly name: string;
    readonly start: number;
    readonly bins: number;
    readonly pieces: number;
  }[];
}

export const FLOW_BEFORE_CUTS = ['reconstructed', 'trigger', 'photon veto'] as const;
const FLOW_WIDTH = 3;
const WITHOUT_WIDTH = 2;
export const REGION_WIDTH = 7;

/** Layout of the summary for these cuts, regions and spectra. */
export function tallyLayout(
  cuts: readonly CompiledCut[],
  regions: readonly RegionPlan[],
  spectra: readonly SpectrumPlan[],
  templates: readonly TemplatePlan[] = [],
): TallyLayout {
  const flowNames = [...FLOW_BEFORE_CUTS, ...cuts.map(({ name }) => name)];
  const flow = 3;
  const withoutOne = flow + flowNames.length * FLOW_WIDTH;
  const regionStart = withoutOne + cuts.length * WITHOUT_WIDTH;
  let next = regionStart + regions.length * REGION_WIDTH;
  const binsOf = (axes: readonly CompiledAxis[]) => axes.reduce((product, axis) => product * (axis.bins + 2), 1);
  const spectrumPlaces = spectra.map(({ name, axes }) => {
    const bins = binsOf(axes);
    const start = next;
    next += 2 * bins;
    return { name, start, bins };
  });
  const templatePlaces = templates.map(({ name, axes, pieces }) => {
    const bins = binsOf(axes);
    const start = next;
    next += pieces + (pieces + (pieces * (pieces + 1)) / 2) * bins;
    return { name, start, bins, pieces };
  });
  return {
    length: next,
    generated: 0,
    flow,
    flowNames,
    withoutOne,
    regions: regionStart,
    regionNames: regions.map(({ name }) => name),
    spectra: spectrumPlaces,
    templates: templatePlaces,
  };
}

/**
 * Adds blocks of candidates to a summary. Squares of weights are those of whole decays: candidates of one batch with one
 * `family` vary together in every step, region and bin; only templates take each candidate for itself.
 */
export interface Tally {
  readonly layout: TallyLayout;
  /** All decays of the next batch, with their weights; candidates that follow are theirs. */
  addGenerated(weight: Float64Array, count: number, sums: Float64Array, pieces?: WeightPieces): void;
  /** Step `stage` of the flow before the cuts: adds the candidates' weights as they stand. */
  addFlow(stage: number, candidates: CandidateBlock, sums: Float64Array): void;
  addSelected(candidates: CandidateBlock, sums: Float64Array, pieces?: WeightPieces): void;
}

/** A tally for blocks of at most `capacity` candidates. */
export function tally(
  cuts: readonly CompiledCut[],
  regions: readonly RegionPlan[],
  spectra: readonly SpectrumPlan[],
  capacity: number,
  templates: readonly TemplatePlan[] = [],
): Tally {
  if (cuts.length > 30) throw new Error('more than 30 cuts in one selection');
  const layout = tallyLayout(cuts, regions, spectra, templates);
  const value = new Float64Array(capacity);
  const failed = new Int32Array(capacity);
  const selected = new Int32Array(capacity);
  const bin = new Int32Array(capacity);
  const all = cuts.length;
  const flowSquares = denseSquares(layout.flowNames.length, capacity);
  const regionSquares = denseSquares(2 * regions.length, capacity);
  const spectrumSquares = spectra.map(() => sparseSquares(capacity));
  const everySquares = [flowSquares, regionSquares, ...spectrumSquares];

  const addFlow = (stage: number, candidates: CandidateBlock, sums: Float64Array): void => {
    const at = layout.flow + stage * FLOW_WIDTH;
    const { count, weight, family } = candidates;
    let sum = 0;
    let squares = 0;
    let n = 0;
    for (let i = 0; i < count; i++) {
      if (weight[i] === 0) continue;
      n++;
      sum += weight[i];
      squares += flowSquares.added(stage, family[i], weight[i]);
    }
    sums[at] += n;
    sums[at + 1] += sum;
    sums[at + 2] += squares;
  };

  return {
    layout,
    addFlow,
    addGenerated(weight, count, sums, pieces = []) {
      for (const squaresOf of everySquares) squaresOf.start();
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < count; i++) {
        sum += weight[i];
        squares += weight[i] * weight[i];
      }
      sums[0] += count;
      sums[1] += sum;
      sums[2] += squares;
      pieces.forEach((columns, t) => {
        const { start } = layout.templates[t];
        for (let k = 0; k < columns.length; k++) {
          const column = columns[k];
          let total = 0;
          for (let i = 0; i < count; i++) total += weight[i] * column[i];
          sums[start + k] += total;
        }
      });
    },
    addSelected(candidates, sums, pieces = []) {
      const { count, weight, weightLow, weightHigh, untriggered, family } = candidates;
      failed.fill(0, 0, count);
      for (let c = 0; c < all; c++) {
        const cut = cuts[c];
        cut.evaluate(candidates, value);
        for (let i = 0; i < count; i++) if (!cut.passes(value[i])) failed[i] |= 1 << c;
      }
      let n = 0;
      for (let i = 0; i < count; i++) {
        const w = weight[i];
        if (untriggered[i] === 0) continue;
        const bits = failed[i];
        if (bits === 0) selected[n++] = i;
        if (w === 0) continue;
        for (let c = 0; c < all; c++) {
          if ((bits & ((2 << c) - 1)) !== 0) break;
          const stage = FLOW_BEFORE_CUTS.length + c;
          const at = layout.flow + stage * FLOW_WIDTH;
          sums[at]++;
          sums[at + 1] += w;
          sums[at + 2] += flowSquares.added(stage, family[i], w);
        }
        for (let c = 0; c < all; c++) {
          if ((bits & ~(1 << c)) !== 0) continue;
          const at = layout.withoutOne + c * WITHOUT_WIDTH;
          sums[at]++;
          sums[at + 1] += w;
        }
      }
      if (n === 0) return;
      regions.forEach(({ conditions }, r) => {
        for (let k = 0; k < n; k++) failed[selected[k]] = 0;
        for (const condition of conditions) {
          condition.evaluate(candidates, value);
          for (let k = 0; k < n; k++) if (!condition.passes(value[selected[k]])) failed[selected[k]] = 1;
        }
        const at = layout.regions + r * REGION_WIDTH;
        for (let k = 0; k < n; k++) {
          const i = selected[k];
          if (failed[i] !== 0) continue;
          if (weight[i] > 0) sums[at]++;
          sums[at + 1] += weight[i];
          sums[at + 2] += regionSquares.added(2 * r, family[i], weight[i]);
          sums[at + 3] += weightLow[i];
          sums[at + 4] += weightHigh[i];
          sums[at + 5] += untriggered[i];
          sums[at + 6] += regionSquares.added(2 * r + 1, family[i], untriggered[i]);
        }
      });
      const locate = (axes: readonly CompiledAxis[]): void => {
        bin.fill(0, 0, count);
        for (const { evaluate, bins, from, to } of axes) {
          evaluate(candidates, value);
          const scale = bins / (to - from);
          for (let k = 0; k < n; k++) {
            const i = selected[k];
            const position = (value[i] - from) * scale;
            const index = position < 0 ? 0 : position >= bins ? bins + 1 : Math.floor(position) + 1;
            bin[i] = bin[i] * (bins + 2) + index;
          }
        }
      };
      pieces.forEach((columns, t) => {
        locate(templates[t].axes);
        const { start, bins } = layout.templates[t];
        for (let m = 0; m < n; m++) {
          const i = selected[m];
          const w = weight[i];
          if (w === 0) continue;
          const row = candidates.row[i];
          let at = start + columns.length + bin[i];
          for (let k = 0; k < columns.length; k++, at += bins) sums[at] += w * columns[k][row];
          for (let k = 0; k < columns.length; k++) {
            const first = w * w * columns[k][row];
            for (let l = 0; l <= k; l++, at += bins) sums[at] += first * columns[l][row];
          }
        }
      });
      spectra.forEach(({ axes }, s) => {
        locate(axes);
        const { start, bins } = layout.spectra[s];
        for (let k = 0; k < n; k++) {
          const i = selected[k];
          sums[start + bin[i]] += weight[i];
          sums[start + bins + bin[i]] += spectrumSquares[s].added(bin[i], family[i], weight[i]);
        }
      });
    },
  };
}
