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

/** A published value and the agreement that is asked of ours, fixed with its reason before ours was looked at. */
export interface PublishedValue extends Fact {
  readonly error?: number;
  /** |computed/published − 1| at most this, or, for 'factor', computed/published between 1/this and this. */
  readonly agreeWithin: number;
  readonly agreement?: 'relative' | 'factor';
  readonly why: string;
  readonly role?: 'computed' | 'input';
  readonly unit?: string;
}
