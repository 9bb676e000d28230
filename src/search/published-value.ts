import type { Fact } from '../units/index.ts';

/** What a row of published or computed values is about. */
export type Quantity =
  | 'acceptance'
  | 'acceptanceRatio'
  | 'decayFraction'
  | 'resolution'
  | 'kaonDecays'
  | 'ses'
  | 'background'
  | 'limit'
  | 'expectedLimit'
  | 'significance'
  | 'excludedMassRange'
  | 'couplingEdge'
  | 'branchingRatio'
  | 'parameter'
  | 'parameterError'
  | 'asymmetry'
  | 'pValue'
  | 'count';

/**
 * What a row is: from simulation or theory; a cited number that entered; what follows from its own inputs, such as a fit
 * to pseudo-data with the answer in it; a statistical error that is 1/√N of a published N.
 */
export type RowRole = 'computed' | 'input' | 'closure' | 'given by the count';

/** A published value and the agreement that is asked of ours, fixed with its reason before ours was looked at. */
export interface PublishedValue extends Fact {
  readonly error?: number;
  /** The tolerance, a factor above 1: computed/published may lie between 1/this and this (record 0020). */
  readonly agreeWithin: number;
  readonly why: string;
  readonly role?: RowRole;
  readonly unit?: string;
  /** `unknown`: the published selection is not at hand, so no agreement can be claimed. */
  readonly selection?: 'unknown';
}
