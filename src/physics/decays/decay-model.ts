import type { StreamKey } from '../../math/random/index.ts';
import type { UnweightedStream } from '../phase-space/unweighted-stream.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';

/**
 * Event weights as polynomials of a model's parameters: for generated events, column k of `evaluate` holds the
 * coefficient of monomial k divided by the weight at the parameters of generation, so that
 * Σ_k coefficient_k · monomial_k(θ) is the factor that takes an event from there to θ.
 */
export interface Reweighting {
  readonly name: string;
  /** The monomials in words, such as '1', 'a²', 'ab'. */
  readonly monomials: readonly string[];
  /** Parameter values that the events were generated with. */
  readonly generation: Readonly<Record<string, number>>;
  /** Values of the monomials for given parameter values, in the order of `monomials`. */
  monomialValues(parameters: Readonly<Record<string, number>>, out: Float64Array): void;
  /** Fills one column per monomial for the first `count` events. True momenta in any frame; allocates nothing. */
  evaluate(products: readonly MomentumColumns[], count: number, columns: readonly Float64Array[]): void;
}

/** What decays how: one amplitude, in its own file, run by the conformance suite of all models. */
export interface DecayModel {
  readonly id: string;
  readonly title: string;
  /** Papers, as 'authors, journal or arXiv number'. */
  readonly references: readonly string[];
  /**
   * The decays it describes; `products` come in the order of these strings, depth first. Charge conjugates are
   * understood, 'nu' stands for any neutrino, 'X' for a hidden particle. A nested decay is generated as a whole.
   */
  readonly decays: readonly string[];
  /** The part of phase space that is generated, in words, when it is not all of it: 'm(ee) > 145 MeV'. */
  readonly region?: string;
  /** 'width': the mean weight is the partial width in GeV; 'proportional': only ratios of weights mean something. */
  readonly normalisation: 'width' | 'proportional';
  /** Mean weight where it is known more precisely than 65 thousand events tell (GeV when a width). */
  readonly meanWeight?: { readonly value: number; readonly error: number };
  /** What every weight is, where all are the same: flat decays into two. */
  readonly evenWeight?: number;
  /** What no weight exceeds, worked out when asked for; absent where no bound is known. */
  greatestWeight?(): number;
  /** Events that all count alike, where there is a quicker way to them than accepting and rejecting events. */
  unweighted?(key: StreamKey, capacity: number): UnweightedStream;
  /** Columns of uniforms in (0,1) that `generate` reads. */
  readonly uniformsPerEvent: number;
  /**
   * Generates the first `count` rows: momenta in the parent's rest frame, |M|² × phase-space weight in `weight`
   * (finite, ≥ 0). An event depends on its own row of `draws` alone; allocates nothing.
   */
  generate(
    draws: readonly Float64Array[],
    count: number,
    products: readonly MomentumColumns[],
    weight: Float64Array,
  ): void;
  /** The momenta that `generate` gives, without amplitude and weight, where that is cheaper. */
  place?(draws: readonly Float64Array[], count: number, products: readonly MomentumColumns[]): void;
  /**
   * |M|² of event `i`, momenta in the parent's rest frame and in the order of `decays`: summed over final spins, mean
   * over the initial one, in natural units when `normalisation` is 'width'; 0 outside `region`. Absent for models
   * without an amplitude.
   */
  readonly squared?: (products: readonly MomentumColumns[], i: number) => number;
  readonly reweightings?: readonly Reweighting[];
}

/** A model by name, made when it is wanted. What each file of `models/` exports, first the one taken by default. */
export interface DecayModelEntry {
  readonly id: string;
  /** As in DecayModel. */
  readonly decays: readonly string[];
  /** The model; `hiddenMass` in GeV is that of 'X' and is NaN when the decay has none. */
  create(hiddenMass: number): DecayModel;
}
