import type { Decay } from '../decay-strings/index.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import type { DecayModel, Reweighting } from './decay-model.ts';

/** One step's mean weight by which its weights are divided. */
export interface StepNormalisation {
  readonly decay: string;
  readonly model: string;
  /** The part of phase space that is generated, when not all of it; the branching fraction must be for the same. */
  readonly region?: string;
  readonly meanWeight: number;
  readonly relativeError: number;
  /** The mean weight is the partial width in GeV. */
  readonly isWidth: boolean;
}

/** A particle of the decay that flies before it decays. Its four-momentum is the sum of those of `products`. */
export interface Flight {
  readonly name: string;
  /** GeV. */
  readonly mass: number;
  /** cτ in metres. */
  readonly lifetime: number;
  /** Positions in the final state of everything that comes from it. */
  readonly products: readonly number[];
  /** The flight that it starts from (its position in `flights`, always a lower one); −1: the parent's vertex. */
  readonly within: number;
}

/** A decay ready to be generated, in columns. */
export interface CompiledDecay {
  readonly decay: Decay;
  /** One per step, outermost first, depth first. */
  readonly modelIds: readonly string[];
  readonly references: readonly string[];
  /** Depth-first order of the text. */
  readonly finalState: readonly {
    readonly name: string;
    readonly mass: number;
    readonly charge: number;
    readonly pdgId: number;
  }[];
  readonly parentMass: number;
  readonly uniformsPerEvent: number;
  readonly normalisation: { readonly steps: readonly StepNormalisation[]; readonly relativeError: number };
  /** Displaced vertices; empty when everything decays where it is made. */
  readonly flights: readonly Flight[];
  /** Those of the outermost step's model; `products` are final-state columns in any frame. */
  readonly reweightings: readonly Reweighting[];
  /** What no weight exceeds. Throws InvalidInput, naming the step, where no bound is known. */
  greatestWeight(): number;
  /** Present where the one step of the decay has a quicker way to events that count alike. */
  readonly unweighted?: DecayModel['unweighted'];
  /**
   * Fills the first `count` rows of one set of columns per final-state particle (GeV, rest frame of the parent) and of
   * `weight`, whose mean is 1. Event i depends on row i of `draws` (uniforms in (0,1)) alone.
   */
  generate(
    draws: readonly Float64Array[],
    count: number,
    products: readonly MomentumColumns[],
    weight: Float64Array,
  ): void;
  /** The momenta that `generate` gives, without amplitudes and weights. */
  place(draws: readonly Float64Array[], count: number, products: readonly MomentumColumns[]): void;
}
