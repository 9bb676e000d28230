import type { Cut } from '../../stages/selection/selection.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Fact, Measured } from '../../units/index.ts';
import type { PublishedValue } from '../published-value.ts';

/** A region of phase space in which the ratio is measured. */
export interface RatioRegion {
  /** On measured quantities for candidates, on true ones for what truly lies in the region. */
  readonly conditions: readonly Cut[];
  /** Published: size of the sample, ratio and asymmetry with their statistical and systematic errors. Inputs. */
  readonly events: Fact;
  readonly ratio: Measured & { readonly systematic: number };
  readonly asymmetry: Measured & { readonly systematic: number };
  /** Ratio as theory has it, and what is computed beside publications. */
  readonly theory: PublishedValue;
  readonly acceptanceRatio: PublishedValue;
  readonly ratioError: PublishedValue;
  readonly asymmetryError: PublishedValue;
}

/**
 * The ratio of the signal's branching ratio, in regions of phase space, to that of the normalisation, and an asymmetry
 * in the sign of an odd variable: acceptances and what the published samples can tell. The ratios are published inputs.
 */
export interface RegionRatios {
  readonly kind: 'ratios in regions';
  readonly regions: Readonly<Record<string, RatioRegion>>;
  /** Role in the selection of each final-state particle of the signal, in the order of its text; null: not seen. */
  readonly finalState: readonly (string | null)[];
  /** The variable whose sign the asymmetry counts. */
  readonly odd: { readonly symbol: string; readonly positive: Cut };
}

/** Results for one region. */
export interface RatioInRegion {
  /** Fraction of all that is generated that truly lies in the region. */
  readonly share: Estimate;
  readonly acceptance: Estimate;
  readonly acceptanceRatio: Estimate;
  /** Ratio of the widths of the amplitudes; null unless both amplitudes give widths. */
  readonly amplitudeRatio: Estimate | null;
  /** Signal that the published ratio and our acceptance give, and background relative to it. */
  readonly expectedEvents: number;
  readonly background: Estimate;
  readonly ratioError: number;
  readonly asymmetryError: number;
  /** Asymmetry of the simulated candidates, by the amplitude and the detector alone. */
  readonly simulatedAsymmetry: Estimate | null;
}

export interface RegionRatiosResult {
  readonly regions: Readonly<Record<string, RatioInRegion>>;
}
