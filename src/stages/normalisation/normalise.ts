import { type Estimate, quotient } from '../../statistics/estimate.ts';

/** One relative uncertainty of the single-event sensitivity. */
export interface BudgetEntry {
  readonly source: string;
  readonly relative: number;
  readonly kind: 'statistical' | 'simulation' | 'external' | 'systematic' | 'identification';
}

export interface NormalisationInput {
  /** Normalisation candidates, background subtracted. */
  readonly observed: Estimate;
  readonly branchingRatio: Estimate;
  /** Acceptances with trigger, errors from the size of the simulation. */
  readonly acceptance: Estimate;
  readonly signalAcceptance: Estimate;
  /** Ratio of signal to normalisation acceptance at the low and high ends of the identification band. */
  readonly band: { readonly low: number; readonly high: number };
  /** Further relative uncertainties, by name. */
  readonly systematics: Readonly<Record<string, number>>;
}

export interface NormalisationResult {
  /** N_K = N/(B·A): kaon decays in the fiducial volume, divided by the downscaling that signal and normalisation share. */
  readonly kaonDecays: Estimate;
  /** Signal to normalisation, trigger included; null where the number of kaon decays is cited. */
  readonly acceptanceRatio: Estimate | null;
  /** SES = 1/(N_K·A_signal): the branching ratio at which one event is expected. */
  readonly singleEventSensitivity: Estimate;
  readonly budget: readonly BudgetEntry[];
}

/** Norm of some numbers. */
export const quadrature = (parts: readonly number[]): number =>
  Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0));

/**
 * Kaon decays and single-event sensitivity from a normalisation channel, with the uncertainties listed one by one and
 * added in quadrature. The identification band is that of the ratio: what signal and normalisation share cancels.
 */
export function normalise(input: NormalisationInput): NormalisationResult {
  const { observed, branchingRatio, acceptance, signalAcceptance, band, systematics } = input;
  const ratio = quotient(signalAcceptance, acceptance);
  const relative = ({ value, error }: Estimate): number => error / value;
  const budget: BudgetEntry[] = [
    { source: 'normalisation candidates', relative: relative(observed), kind: 'statistical' },
    { source: 'simulated normalisation', relative: relative(acceptance), kind: 'simulation' },
    { source: 'simulated signal', relative: relative(signalAcceptance), kind: 'simulation' },
    { source: 'branching ratio of the normalisation', relative: relative(branchingRatio), kind: 'external' },
    ...Object.entries(systematics).map(([source, value]) => ({
      source,
      relative: value,
      kind: 'systematic' as const,
    })),
    {
      source: 'identification',
      relative: Math.abs(band.high - band.low) / (2 * ratio.value),
      kind: 'identification',
    },
  ];
  const kaons = observed.value / (branchingRatio.value * acceptance.value);
  const ofKaons = budget.filter(({ kind, source }) => kind !== 'identification' && source !== 'simulated signal');
  const ses = 1 / (kaons * signalAcceptance.value);
  return {
    kaonDecays: { value: kaons, error: kaons * quadrature(ofKaons.map((entry) => entry.relative)) },
    acceptanceRatio: {
      value: ratio.value,
      error: quadrature([ratio.error, (band.high - band.low) / 2]),
    },
    singleEventSensitivity: { value: ses, error: ses * quadrature(budget.map((entry) => entry.relative)) },
    budget,
  };
}

export interface CitedNormalisationInput {
  /** A published effective number of kaon decays, for events that fire every line of the search. */
  readonly kaonDecays: Estimate;
  /** Acceptance of the signal times the efficiency of the trigger's conditions. */
  readonly signalAcceptance: Estimate;
  readonly band: { readonly low: number; readonly high: number };
  readonly systematics: Readonly<Record<string, number>>;
}

/** Single-event sensitivity from a cited number of kaon decays; the identification band does not cancel. */
export function normaliseToCited(input: CitedNormalisationInput): NormalisationResult {
  const { kaonDecays, signalAcceptance, band, systematics } = input;
  const budget: BudgetEntry[] = [
    { source: 'kaon decays (cited)', relative: kaonDecays.error / kaonDecays.value, kind: 'external' },
    { source: 'simulated signal', relative: signalAcceptance.error / signalAcceptance.value, kind: 'simulation' },
    ...Object.entries(systematics).map(([source, relative]) => ({ source, relative, kind: 'systematic' as const })),
    {
      source: 'identification',
      relative: Math.abs(band.high - band.low) / (2 * signalAcceptance.value),
      kind: 'identification',
    },
  ];
  const ses = 1 / (kaonDecays.value * signalAcceptance.value);
  return {
    kaonDecays,
    acceptanceRatio: null,
    singleEventSensitivity: { value: ses, error: ses * quadrature(budget.map((entry) => entry.relative)) },
    budget,
  };
}
