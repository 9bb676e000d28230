import type { Fact, Measured } from '../../units/index.ts';
import type { PublishedValue, RowRole } from '../published-value.ts';

/** Published values per parameter. */
export type ParameterRows = Readonly<Record<string, PublishedValue>>;

/** A fit of amplitude parameters to the spectrum of the signal in the second axis of the discriminant. */
export interface FormFactorFit {
  readonly kind: 'form-factor fit';
  /** Reweighting of the signal's amplitude in the parameters. */
  readonly reweighting: string;
  /**
   * The fitted variable: squared mass of some products of the decay, in units of `size` (GeV²). The second axis of the
   * discriminant is what is measured of it.
   */
  readonly variable: { readonly symbol: string; readonly of: readonly string[]; readonly size: Fact };
  /** What the amplitude of the signal is called, where other descriptions stand beside it. */
  readonly nominal?: string;
  /** Pseudo-data are made with `truth`; solutions are looked for in the range `search`. */
  readonly parameters: Readonly<
    Record<
      string,
      { readonly symbol: string; readonly truth: Fact; readonly search: readonly [from: number, to: number] }
    >
  >;
  /** Candidates in the signal region, background included: an input, to which the expectation is scaled. */
  readonly candidates: Fact;
  /** Background among them, flat in the variable. */
  readonly background: Measured;
  readonly pseudoExperiments: number;
  /** Other amplitudes for the same decay, with the same parameters, each fitted to the same pseudo-data. */
  readonly descriptions?: Readonly<Record<string, { readonly models: readonly string[] }>>;
  /** A squared form factor: the rate over that of one monomial's coefficient, times `factor`. */
  readonly squaredFormFactor?: { readonly symbol: string; readonly monomial: string; readonly factor: Fact };
  /** Asymmetry in the sign of a one-dimensional spectrum of the search, symmetric about zero. */
  readonly asymmetry?: {
    readonly symbol: string;
    readonly spectrum: string;
    readonly published: {
      readonly error: PublishedValue;
      readonly oneSided: PublishedValue;
      readonly central: PublishedValue;
    };
  };
  readonly published: {
    readonly errorsAre: RowRole;
    readonly branchingRatio: PublishedValue;
    readonly branchingRatioError?: PublishedValue;
    /** Candidates over kaon decays and branching ratio. */
    readonly acceptance: PublishedValue;
    readonly values: ParameterRows;
    readonly errors: ParameterRows;
    readonly correlation?: PublishedValue & { readonly between: readonly [string, string] };
    readonly pValue?: PublishedValue;
    readonly descriptions?: Readonly<
      Record<string, { readonly values: ParameterRows; readonly pValue?: PublishedValue }>
    >;
  };
}
