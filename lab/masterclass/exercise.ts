import type { Fact } from 'spillway/search';

/** What a student may say of an event. */
export const TAGS = ['pipi0', 'munu', 'threepi', 'pi0enu', 'dalitz', 'signal', 'background'] as const;
export type Tag = (typeof TAGS)[number];

/** What a student is shown besides the tracks. */
export type Tool = 'rings' | 'energy' | 'muons' | 'clusters' | 'vetoes' | 'mass' | 'momentum';

/** Decays of one kind among the events of an exercise. */
export interface Share {
  readonly decay: string;
  readonly events: number;
  /** Tracks that an event must show. */
  readonly tracks: number;
  /** The right answer. */
  readonly tag: Tag;
}

/** A region of squared missing mass (GeV²) and momentum (GeV). */
export interface Region {
  readonly name: string;
  readonly mass: readonly [number, number];
  readonly momentum: readonly [number, number];
}

/** Cuts that a student sets before the box is opened; an event passes all. */
export interface CutChoice {
  /** Largest |m²miss| (GeV²), and most total momentum (GeV). */
  readonly mass: number;
  readonly momentum: number;
  /** Least E/p of the positive tracks. */
  readonly energy: number;
  /** The negative track makes a muon hit. */
  readonly muon: boolean;
}

/** An exercise of the masterclass: data, one file each. Its texts stand in `texts/`, by its id. */
export interface Exercise {
  readonly id: string;
  readonly minutes: number;
  readonly seed: number;
  /** The search whose apparatus and beam it is. */
  readonly search: string;
  readonly shares: readonly Share[];
  /** What a track is taken for when the missing mass is worked out, by its charge. */
  readonly taken: { readonly positive: 'pi' | 'e' | 'mu'; readonly negative: 'pi' | 'e' | 'mu' };
  readonly tags: readonly Tag[];
  readonly tools: readonly Tool[];
  readonly histogram: { readonly from: number; readonly to: number; readonly bins: number };
  readonly regions: readonly Region[];
  /** Where the cuts stand at first; absent where there are none. */
  readonly cuts?: CutChoice;
  /** The tag whose events are counted when the box is opened, and what one event is worth; absent where there is no box. */
  readonly box?: { readonly tag: Tag; readonly sensitivity?: Fact };
  /** Share of right answers from which on the exercise counts as done. */
  readonly right: number;
}
