import type { ModifierType } from '../document/workspace-document.ts';
import type { HistosysCode, NormsysCode } from './interpolation.ts';

/** One number of the model: its start, its bounds and what is known of it from elsewhere. */
export interface ModelParameter {
  /** The modifier's name, with the position in brackets where it has one parameter per bin. */
  readonly name: string;
  /** The modifier's name. */
  readonly group: string;
  readonly types: readonly ModifierType[];
  readonly init: number;
  readonly lower: number;
  readonly upper: number;
  readonly fixed: boolean;
  /** `normal`: aux ~ N(θ, sigma); `poisson`: aux ~ Poisson(θ · factor); `none`: free. */
  readonly constraint: 'none' | 'normal' | 'poisson';
  /** What the auxiliary measurement saw; 0 without one. */
  readonly aux: number;
  readonly sigma: number;
  readonly factor: number;
  /** The likelihood's slope jumps at zero (code0, code1). */
  readonly kinked: boolean;
}

/** One sample in one channel, ready to be evaluated: all positions point into the model's parameters and bins. */
export interface ModelBlock {
  readonly sample: string;
  readonly channel: number;
  /** Its first bin among all bins of the model. */
  readonly first: number;
  readonly nominal: Float64Array;
  /** Parameters that multiply the whole sample, and where their normsys numbers start (−1: the factor is θ itself). */
  readonly scalars: Int32Array;
  readonly normsys: Int32Array;
  /** Parameters that add α·S + q(α)·D to the nominal bins. */
  readonly shapes: Int32Array;
  readonly slopes: readonly Float64Array[];
  readonly bends: readonly Float64Array[];
  /** Parameters that multiply one bin each: positions in the channel's `families`. */
  readonly families: Int32Array;
  /** The distinct parameters of `scalars` and `shapes`, as positions in the channel's `params`, and where they stand there (−1: not). */
  readonly locals: Int32Array;
  readonly localScalar: Int32Array;
  readonly localShape: Int32Array;
}

export interface ModelChannel {
  readonly name: string;
  readonly first: number;
  readonly bins: number;
  /** Parameters that move whole samples here. */
  readonly params: Int32Array;
  /** Per-bin parameters: for each family the parameter of each bin, −1 for none. */
  readonly families: readonly Int32Array[];
}

/** A HistFactory model (ROOT collaboration, K. Cranmer et al., CERN-OPEN-2012-016) with its observed counts. */
export interface HistFactoryModel {
  readonly measurement: string;
  readonly parameters: readonly ModelParameter[];
  /** Position of the parameter of interest, −1 when the measurement names none. */
  readonly poi: number;
  readonly channels: readonly ModelChannel[];
  readonly blocks: readonly ModelBlock[];
  readonly bins: number;
  readonly observed: Float64Array;
  readonly normsysCode: NormsysCode;
  readonly histosysCode: HistosysCode;
  readonly normsysNumbers: Float64Array;
  /** Things worth a reader's attention that are not errors. */
  readonly notes: readonly string[];
}

/** Counts of all bins and what the auxiliary measurements saw, one entry per parameter. */
export interface ModelData {
  readonly counts: Float64Array;
  readonly aux: Float64Array;
}

/** The data that came with the model. */
export function observedData(model: HistFactoryModel): ModelData {
  return { counts: Float64Array.from(model.observed), aux: Float64Array.from(model.parameters, (p) => p.aux) };
}
