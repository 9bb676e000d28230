import type { Experiment } from '../../experiments/experiment.ts';
import type { Setting } from '../../search/asking/settings.ts';
import type { DecaySample } from '../../search/decay-sample.ts';
import type { Axis, Box, SearchDocument } from '../../search/kaon-search.ts';
import type { Cut, Selection } from '../../stages/selection/selection.ts';
import type { BlockSample } from '../../tasks/index.ts';
import type { AnyPlan } from '../any-plan.ts';

/** Events of a full block: the unit in which sums are made, whatever the chunks and workers. */
export const BLOCK_EVENTS = 16384;

/** What decays lose little of: of all that a closed search does not read, or of photons that are vetoed. */
export type Split = 'closed' | 'photons';

export type SampleRole = 'signal' | 'normalisation' | 'background' | 'check' | 'hypothesis';

/** One simulated sample: what decays, how it is read, and what is counted. Plain JSON. */
export interface SamplePlan extends BlockSample, DecaySample {
  readonly role: SampleRole;
  /** Key in the search's backgrounds or checks; the role otherwise. */
  readonly key: string;
  /** Share of the events in which decays in flight are preferred; 0 when absent. */
  readonly preferredDecays?: number;
  /** Share of the preferred decays that go to an electron; as nature has it when absent. */
  readonly preferredElectrons?: number;
  /** Probability that nothing accidental fires the vetoes, the large-angle ones alone and all; 1 when absent. */
  readonly quiet?: { readonly largeAngle: number; readonly any: number };
  /** Decays of which copies are dealt out, and others thinned out: those that lose little, or little to photons. */
  readonly split?: Split;
  readonly accidental?: 'mu+' | 'mu-';
  /** Photons that make e⁺e⁻ in the chambers before the magnet; none when absent. */
  readonly conversions?: number;
  readonly selection: Selection;
  /** Trigger lines; none for samples that the experiment quotes without trigger. */
  readonly triggers: readonly string[];
  readonly discriminant: readonly Axis[];
  readonly regions: Readonly<Record<string, Box>>;
  /** Further regions: candidates that pass all cuts and these conditions. */
  readonly conditions?: Readonly<Record<string, readonly Cut[]>>;
  readonly spectra: Readonly<Record<string, readonly Axis[]>>;
  /** Spectra filled once per piece of the weight, by a reweighting of the decay's amplitude. */
  readonly templates?: Readonly<Record<string, { readonly axes: readonly Axis[]; readonly reweighting: string }>>;
}

/** Everything that a run's result depends on. Plain JSON, so that any worker anywhere can simulate any block of it. */
export interface RunPlan extends AnyPlan {
  readonly kind: 'kaon';
  readonly seed: number;
  readonly events: number;
  /** Relative error of accepted fractions that the run is held against; ten times that for the total background. */
  readonly precision: number;
  readonly search: SearchDocument;
  readonly experiment: Experiment;
  /** What was changed by settings, in the order given. */
  readonly settings: readonly Setting[];
  /** Trigger lines as they were when the normalisation was counted: settings change those of the signal only. */
  readonly countedWith: Experiment['triggers'];
  /**
   * Boxes of the discriminant whose counts are masked: the blind regions, and those that the search had before it was
   * changed by settings; 'everything' where the settings gave it another discriminant.
   */
  readonly masked: readonly Box[] | 'everything';
  /** Axes of the discriminant before settings changed them: those of data that name none. */
  readonly registeredAxes: SearchDocument['discriminant'];
  /** Digest of search, experiment and masked boxes: what is frozen when a box is opened. */
  readonly searchDigest: string;
  readonly samples: readonly SamplePlan[];
}
