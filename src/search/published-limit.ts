import type { Fact } from '../units/index.ts';

/** One axis of a published limit: a number in the file is `symbol` to the power `power`, in `unit` ('' for none). */
export interface LimitAxis {
  readonly quantity: 'mass' | 'lifetime' | 'coupling' | 'branching fraction' | 'expected events';
  readonly symbol: string;
  /** 2 where a file holds ε² or |U|² and `symbol` is ε or |U|: the same limit is stored either way by different people. */
  readonly power: 1 | 2;
  readonly unit: string;
}

/**
 * What a curve bounds. 'upper limit': everything above is excluded. 'upper edge' and 'lower edge': couplings below or
 * above the curve are excluded as far as another edge, which need not be known. 'ring': what is inside is excluded.
 */
export type LimitKind = 'upper limit' | 'upper edge' | 'lower edge' | 'ring';

/** One point of a curve: x and y of the axes; x is 0 where the limit has no first axis. */
export type LimitPoint = readonly [x: number, y: number];

/** A curve that was read from a figure or a table. */
export interface LimitCurve {
  readonly kind: LimitKind;
  /** Ascending in x, or around the ring. */
  readonly points: Fact<readonly LimitPoint[]>;
}

/** A count behind a limit, from which it can be worked out again. */
export interface LimitCount {
  readonly x: number;
  readonly observed: Fact;
  readonly background: Fact;
  readonly backgroundError: Fact;
  /** Single-event sensitivity, in the unit of the limit. */
  readonly ses: Fact;
}

/**
 * The same data read for another model: numbers of the second axis times a factor, one for curves that exclude what is above
 * them and the low side of a ring, one for the others.
 */
export interface LimitReading {
  readonly model: string;
  /** Symbol of the second axis for that model, where it is another. */
  readonly symbol?: string;
  readonly lower: Fact;
  readonly upper: Fact;
}

/** A published limit as data: one file of `limits/`. */
export interface PublishedLimit {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly experiment: string;
  /** How the particles were made. */
  readonly mode: 'kaon' | 'pion' | 'dump' | 'collider';
  /** Id of the model that the limit is for; null where it is for a branching fraction, whatever the model. */
  readonly model: string | null;
  /** Models that the same data bound. */
  readonly alsoFor?: readonly LimitReading[];
  readonly process: string;
  readonly x: LimitAxis | null;
  readonly y: LimitAxis;
  readonly confidence: Fact<number | null>;
  readonly protons?: Fact;
  readonly curves: readonly LimitCurve[];
  readonly counts: readonly LimitCount[];
  /** Figure or table that was read, and which curve of it. */
  readonly read: string;
  readonly digitiser: string;
  /** Licence of the numbers as they were taken over. */
  readonly licence: string;
  /** Searches of ours that redo it. */
  readonly searches?: readonly string[];
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
}

/** A published limit, checked by the compiler. */
export const defineLimit = (limit: PublishedLimit): PublishedLimit => limit;
