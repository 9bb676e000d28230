import type { CandidateBlock } from '../../events/candidate-block.ts';

/** Dimension of an observable: bounds in a search must be given in it. */
export type Dimension = 'energy' | 'energy squared' | 'length' | 'angle' | 'number';

/** A named quantity of a candidate, one file each; `id` is the file's name in camel case. */
export interface Observable {
  readonly id: string;
  readonly title: string;
  /** Symbol for axes, and the unit shown to people with its size in native units. */
  readonly symbol: string;
  readonly dimension: Dimension;
  readonly unit: { readonly name: string; readonly size: number };
  /** Fills `out[0 … count)` in native units; `of` are the indices of the particles meant (all when the search names none). */
  evaluate(candidates: CandidateBlock, of: readonly number[], out: Float64Array): void;
}
