import type { Fact } from '../../units/index.ts';
import type { DumpTarget } from '../production/dump-target.ts';
import type { Mechanism } from '../production/mechanism.ts';
import type { OutsideValidity, Range } from '../production/validity.ts';

/** The one free coupling of a model, with the convention that its numbers are stored in. */
export interface Coupling {
  readonly symbol: string;
  /** 1 for dimensionless, otherwise e.g. 'GeV⁻¹'. */
  readonly unit: string;
  /** The term of the Lagrangian, or the definition in words, so that no power and no factor is left to guess. */
  readonly definition: string;
  /** Values worth scanning. */
  readonly range: Range;
}

/** Widths in GeV for coupling 1 (they grow with its square), by final state such as 'mu+ mu-'. */
export interface Widths {
  readonly valid: true;
  readonly total: number;
  readonly partial: Readonly<Record<string, number>>;
}

/** A named choice between mechanisms and between their normalisations. */
export interface ProductionSet {
  readonly title: string;
  /** Why the set is a line of its own and no alternative for the whole of production; the band leaves it out. */
  readonly part?: string;
  /** Factor on each mechanism at that mass in that dump; those not listed do not contribute. */
  weights(mass: number, target: DumpTarget): Readonly<Record<string, number>>;
}

/**
 * A hidden particle: from one coupling to widths, lifetime, branching fractions and production. One file each; the file
 * name is the id. The contract is tested for all of them in `hidden-models.test.ts`.
 */
export interface HiddenModel {
  readonly id: string;
  readonly title: string;
  /** Name in the list of benchmarks of arXiv:1901.09966. */
  readonly benchmark?: string;
  readonly references: readonly [string, ...string[]];
  readonly symbol: string;
  readonly coupling: Coupling;
  /** Masses for which at least the widths hold, GeV. */
  readonly masses: Range;
  /** Ranges inside of these where widths are not known: none when left out. */
  readonly unanswered?: readonly Range[];
  widths(mass: number): Widths | OutsideValidity;
  readonly mechanisms: readonly Mechanism[];
  readonly productions: Readonly<Record<string, ProductionSet>>;
  readonly defaultProduction: string;
  /** What is left out or taken for granted, in sentences. */
  readonly assumptions: readonly string[];
  /** Numbers of the model's own, with their sources. */
  readonly facts?: Readonly<Record<string, Fact<unknown>>>;
}

/** A hidden particle, checked by the compiler and, at once, for a default production and mechanism names that exist. */
export function defineHiddenModel(model: HiddenModel): HiddenModel {
  if (model.productions[model.defaultProduction] === undefined)
    throw new RangeError(`${model.id}: no production set '${model.defaultProduction}'`);
  return model;
}
