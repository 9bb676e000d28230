import type { MassScan } from '../../search/sections/mass-scan.ts';

/** What a model says of the decay that a kaon search looks for, at one mass and coupling. */
export interface PredictedDecay {
  /** Product of the branching fractions that the search limits. */
  readonly product: number;
  /** Proper lifetime cτ (m) of the particle whose flight changes the acceptance; 0 where it decays at once. */
  readonly ctau: number;
}

/**
 * How a mass scan of a kaon search becomes a region in mass and coupling of a model: which of its scans, what is scanned,
 * and the branching fractions and lifetime that the model gives.
 */
export interface KaonReading {
  readonly model: string;
  readonly search: string;
  /** Name among the analyses of the search. */
  readonly scan: string;
  /** Which of the scanned masses is the model's; the first when absent. */
  readonly along?: string;
  /** The scan as it is carried out for the reading. */
  readonly prepare: (scan: MassScan) => MassScan;
  /** Null where the model has no answer at that mass. */
  readonly predict: (mass: number, coupling: number) => PredictedDecay | null;
  /** The particle decays as the model says, so that searches of other experiments see the same one. */
  readonly decaysAsModel: boolean;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
}
