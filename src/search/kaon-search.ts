import type { experiments } from '../experiments/index.ts';
import type { BranchingRatio } from '../physics/index.ts';
import type { Axis } from '../stages/selection/compile-cuts.ts';
import type { Selection } from '../stages/selection/selection.ts';
import type { Fact, Measured } from '../units/index.ts';
import type { DecaySample } from './decay-sample.ts';
import type { Frozen } from './frozen-state.ts';
import type { PublishedValue, Quantity } from './published-value.ts';
import type { AnalysisSection } from './sections/index.ts';

export type { Axis };
/** The experiments there are: the files of `src/experiments`. */
/** Experiments with kaons in flight; dumps have searches of their own kind. */
export type ExperimentId = {
  [K in keyof typeof experiments]: (typeof experiments)[K] extends { readonly kind: 'dump' } ? never : K;
}[keyof typeof experiments];
export type TriggerName<E extends ExperimentId> = keyof (typeof experiments)[E]['triggers'] & string;

/** The signal; `parentFraction` is the known part of its branching ratio, when the limit is on the rest. */
export interface SignalSample extends DecaySample {
  readonly parentFraction?: Measured;
}

/** A box in the discriminant: a range per axis, on bin edges. */
export type Box = readonly (readonly [number, number])[];

/** A decay that can be taken for the signal. */
export interface Background extends DecaySample {
  readonly branchingRatio: BranchingRatio;
  /** A halo muon in the same event, as one more track. */
  readonly accidental?: 'mu+' | 'mu-';
  /** So many of its photons make e⁺e⁻ in the chambers before the magnet; their tracks are the decay's. */
  readonly conversions?: number;
  /** What the publication expects from this source in the signal region. */
  readonly published?: PublishedValue;
  /** Events in the signal region as published: the simulated shape is scaled to them, an input. */
  readonly events?: Measured;
  /** With `events`: cuts that this sample does without, so that enough of it is left for a shape. */
  readonly shapeWithout?: readonly string[];
  readonly note?: string;
}

/** The decay that counts the kaons. */
/** Normalisation to a channel whose candidates the experiment counted. */
export interface CountedNormalisation extends DecaySample {
  readonly branchingRatio: BranchingRatio;
  readonly selection: Selection;
  /** Trigger lines, when not those of the signal; one at least must be shared. */
  readonly triggers?: readonly string[];
  /** Peak to draw. */
  readonly axis?: Axis;
  /** Candidates seen by the experiment, background subtracted: an input. */
  readonly observed: Measured;
  /** Relative uncertainties of the ratio of signal to normalisation that the simulation does not know. */
  readonly systematics: Readonly<Record<string, Fact>>;
  /**
   * Cited efficiencies of the signal relative to the normalisation, when the two come through different lines and their
   * triggers therefore do not cancel: neither is then simulated, and the normalisation's downscaling is undone.
   */
  readonly signalEfficiencies?: Readonly<Record<string, Measured>>;
}

/**
 * Normalisation by a published effective number of kaon decays, where the candidates behind it are not public: an input.
 * It holds for events that fire every line of the search, so only the efficiency of the lines' conditions is applied.
 */
export interface CitedNormalisation {
  readonly kaonDecays: Measured;
  readonly systematics: Readonly<Record<string, Fact>>;
}

/** How the kaon decays are counted: by a normalisation channel, or by a cited number. */
export type Normalisation = CountedNormalisation | CitedNormalisation;

/** A control sample with a selection of its own: gives an acceptance, or the resolution of its discriminant. */
export interface Check extends DecaySample {
  readonly quantity: 'acceptance' | 'resolution';
  readonly selection: Selection;
  readonly axis: Axis;
  readonly published: PublishedValue;
}

/** What the file of a search with kaons in flight says: data that survive JSON unchanged. */
export interface KaonSearchBody<E extends ExperimentId = ExperimentId, R extends string = string> {
  readonly id: string;
  readonly title: string;
  /** The channel as a physicist writes it. */
  readonly channel: string;
  readonly summary: string;
  readonly references: readonly [string, ...string[]];
  readonly experiment: E;
  /** Holds only for the state that was frozen; left out where nothing was. */
  readonly frozen?: Frozen;
  readonly signal: SignalSample;
  /** Lines whose events are used, for signal and normalisation alike. */
  readonly triggers: readonly TriggerName<E>[];
  readonly selection: Selection;
  readonly discriminant: readonly [Axis] | readonly [Axis, Axis];
  readonly regions: Readonly<Record<R, Box>>;
  readonly blind: readonly NoInfer<R>[];
  readonly normalisation: Normalisation;
  readonly backgrounds: Readonly<Record<string, Background>>;
  /** Backgrounds that come from data: events in the signal region as published, inputs. */
  readonly citedBackgrounds?: Readonly<Record<string, Measured>>;
  /** Region in which the signal is counted, or several that do not overlap. */
  readonly signalRegion: NoInfer<R> | readonly NoInfer<R>[];
  /** Absent for measurements of an established decay. */
  readonly limit?: { readonly method: 'cls' | 'feldman-cousins' | 'bayes'; readonly level: number };
  /** Signal events in the region that the pseudo-data contain, for measurements of an established decay; else none. */
  readonly pseudoSignal?: Fact;
  /** Further spectra of the selected candidates, for pictures. */
  readonly spectra: Readonly<Record<string, Axis>>;
  readonly checks: Readonly<Record<string, Check>>;
  /** What is done with the events besides counting them in the signal region. */
  readonly analyses?: Readonly<Record<string, AnalysisSection>>;
  readonly published: {
    /** Left out where nothing is published. */
    readonly observed?: Fact;
    /** The best limit before, and by how much the publication says to have improved it. */
    readonly earlierLimit?: Fact;
    readonly improvement?: Fact;
    readonly rows: Partial<Readonly<Record<Quantity, PublishedValue>>>;
  };
}

/** A search with kaons in flight. */
export interface SearchDocument<E extends ExperimentId = ExperimentId, R extends string = string>
  extends KaonSearchBody<E, R> {
  readonly kind: 'kaon';
}
