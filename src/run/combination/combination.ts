import type { HistosysCode, NormsysCode, WorkspaceDocument } from '../../statistics/histfactory/index.ts';
import type { Contribution } from './contribution.ts';
import type { NameChoices } from './names.ts';

/** How results are combined. */
export interface CombineOptions extends Partial<NameChoices> {
  /** Confidence level; 0.9 when left out. */
  readonly level?: number | undefined;
  /** Pseudo-experiments of the joint likelihood, in place of exact sums or large-sample formulae. */
  readonly toys?: number | undefined;
  readonly seed?: number | undefined;
  /** What 1 of the parameter of interest of a likelihood is, by its name. */
  readonly scale?: Readonly<Record<string, number>> | undefined;
  readonly normsys?: NormsysCode | undefined;
  readonly histosys?: HistosysCode | undefined;
}

/** A limit with what was expected without a signal, at −2 … 2 standard deviations; null where there is none. */
export interface CombinationLimit {
  readonly observed: number | null;
  readonly expected: readonly (number | null)[];
}

/** One of the results of a combination, and what it gives alone. */
export interface CombinedInput {
  readonly name: string;
  readonly from: Contribution['from'];
  readonly blind: boolean;
  /** Value of the parameter at μ = 1 (at one signal event for a run); null where nobody knows. */
  readonly unit: number | null;
  readonly limit: CombinationLimit;
}

/** Limits of several results by one way: of all together, and of each. */
export interface LimitsTogether {
  readonly method: 'exact' | 'profile' | 'asymptotic' | 'toys';
  readonly because: string;
  readonly together: CombinationLimit;
  readonly alone: readonly CombinationLimit[];
  readonly notes: readonly string[];
  readonly reason: string | null;
}

/** One limit from several results, as plain JSON; limits are on the parameter itself. */
export interface Combination {
  readonly kind: 'combination';
  readonly parameter: string;
  readonly cl: number;
  readonly method: LimitsTogether['method'];
  readonly because: string;
  readonly blind: boolean;
  /** Why there is no observed limit, or none at all. */
  readonly reason: string | null;
  readonly limit: CombinationLimit;
  /** The same in signal events of all together; null where the results do not say what an event is. */
  readonly signalEvents: CombinationLimit | null;
  readonly inputs: readonly CombinedInput[];
  /** Uncertainties that are one thing in several inputs. */
  readonly shared: readonly { readonly name: string; readonly inputs: readonly string[] }[];
  readonly assumptions: readonly string[];
  readonly notes: readonly string[];
}

/** A combination, and the likelihood of all together with the value of the parameter at μ = 1; null where nobody knows. */
export interface CombinedResult {
  readonly combination: Combination;
  readonly workspace: WorkspaceDocument;
  readonly unit: number | null;
}
