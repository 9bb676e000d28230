import type { Estimate } from '../../../../statistics/estimate.ts';
import type { GlobalExcess } from '../../../../statistics/peaks/index.ts';

/** One hypothesis; masses and widths in GeV, limits as branching fractions. `null` where there is nothing to say. */
export interface ScannedHypothesis {
  readonly masses: Readonly<Record<string, number>>;
  /** Fraction of the decays that are selected, trigger included. */
  readonly acceptance: Estimate;
  /** Resolution of each mass. */
  readonly resolution: readonly (number | null)[];
  /** Half-width of the window in each mass; null for the whole signal region. */
  readonly halfWidth: readonly (number | null)[];
  /** Fraction of the selected signal in the window. */
  readonly efficiency: number;
  readonly background: Estimate;
  /** Branching fraction per event in the window. */
  readonly ses: number | null;
  /** Events in the window; null in a closed box. */
  readonly events: number | null;
  readonly observed: number | null;
  readonly expected: readonly [number, number, number, number, number] | null;
  /** The limit that a published count of none gives; null when some were seen. */
  readonly atPublishedCount: number | null;
  readonly localP: number | null;
  readonly significance: number | null;
  /** Fraction of the candidates that the cuts of `without` take. */
  readonly cost: number | null;
}

/** Acceptance relative to a prompt decay: rows by mass, columns by lifetime (cτ in metres). */
export interface LifetimeTable {
  readonly particle: string;
  readonly masses: readonly number[];
  readonly lifetimes: readonly number[];
  readonly acceptance: readonly (readonly Estimate[])[];
}

/** Couplings that a limit excludes at one mass: ranges, low to high. */
export interface ExcludedCouplings {
  readonly mass: number;
  readonly expected: readonly (readonly [number, number])[];
  readonly observed: readonly (readonly [number, number])[] | null;
}

/** The result of a mass scan; plain JSON. */
export interface MassScanResult {
  readonly kind: 'mass scan';
  readonly level: number;
  readonly masses: readonly string[];
  readonly hypotheses: readonly ScannedHypothesis[];
  readonly global: GlobalExcess | null;
  /** What excesses of 2, 3, 4, 5σ somewhere would amount to anywhere; known before the box is opened. */
  readonly lookElsewhere:
    | readonly { readonly local: number; readonly p: number; readonly global: number | null }[]
    | null;
  readonly blind: boolean;
  readonly notes: readonly string[];
  readonly lifetimes: LifetimeTable | null;
  readonly coupling: {
    readonly symbol: string;
    readonly unit: string;
    readonly excluded: readonly ExcludedCouplings[];
  } | null;
  readonly predictions: Readonly<
    Record<
      string,
      {
        readonly masses: readonly number[];
        readonly value: number;
        readonly limit: number | null;
        readonly excluded: boolean | null;
      }
    >
  >;
}
