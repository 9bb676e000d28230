import type { CandidateBlock } from '../../events/candidate-block.ts';
import { particles } from '../../physics/particles/index.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import type { Observable } from './observable.ts';
import { observables } from './observables/index.ts';
import { isPhotonRole } from './photon-role.ts';
import type { Bound, Cut, ObservableName } from './selection.ts';
import { type Evaluation, withSubstitutedMasses } from './substituted-masses.ts';

/** Observables by name, for names that come from documents. */
export const observableByName: Readonly<Record<string, Observable>> = observables;

/** The observable of that name; throws InvalidInput with the nearest name. */
export function observable(name: string, where: string): Observable {
  if (!Object.hasOwn(observableByName, name)) {
    throw unknownName(where, 'observable', name, Object.keys(observableByName));
  }
  return observableByName[name];
}

/**
 * Indices of the particles that `of` names among `roles`; all when absent. A repeated role takes all its particles,
 * 'tracks' all that are not photons.
 */
export function particlesNamed(of: readonly string[] | undefined, roles: readonly string[], where: string): number[] {
  if (of === undefined) return roles.map((_, index) => index);
  const indices = new Set<number>();
  for (const name of of) {
    const known = name === 'tracks' || roles.includes(name);
    if (!known) throw unknownName(where, 'particle', name, [...new Set(roles), 'tracks']);
    roles.forEach((role, index) => {
      if (role === name || (name === 'tracks' && !isPhotonRole(role))) indices.add(index);
    });
  }
  return [...indices];
}

/** The masses that a cut gives to the particles it names, by index among `roles`; undefined for the others. */
function massesAs({ of = [], as = [] }: Cut, roles: readonly string[], where: string): (number | undefined)[] {
  if (as.length !== of.length) {
    throw new InvalidInput(`${where}.as`, `as many names as in 'of' are needed, found ${as.length} for ${of.length}`);
  }
  const masses: (number | undefined)[] = roles.map(() => undefined);
  of.forEach((name, k) => {
    const other = particles.get(as[k]);
    if (other === undefined) throw unknownName(`${where}.as`, 'particle', as[k], [...particles.keys()]);
    for (const index of particlesNamed([name], roles, `${where}.of`)) masses[index] = other.mass;
  });
  return masses;
}

/** A cut ready to run: `evaluate` fills the observable, `passes` judges a value. */
export interface CompiledCut {
  readonly name: string;
  readonly observable: Observable;
  evaluate(candidates: CandidateBlock, out: Float64Array): void;
  passes(value: number): boolean;
}

/** Range of accepted values [from, to) of a cut, and whether it is the outside that is accepted. */
export function cutRange(cut: Cut, where: string): { from: number; to: number; outside: boolean } {
  const range =
    'between' in cut
      ? { from: cut.between[0], to: cut.between[1], outside: false }
      : 'outside' in cut
        ? { from: cut.outside[0], to: cut.outside[1], outside: true }
        : 'above' in cut
          ? { from: cut.above, to: Number.POSITIVE_INFINITY, outside: false }
          : 'below' in cut
            ? { from: Number.NEGATIVE_INFINITY, to: cut.below, outside: false }
            : undefined;
  if (range === undefined) {
    throw new InvalidInput(where, "a cut needs one of 'between', 'outside', 'above', 'below'");
  }
  if (Number.isNaN(range.from) || Number.isNaN(range.to) || !(range.from < range.to)) {
    throw new InvalidInput(where, `the lower bound ${range.from} is not below the upper bound ${range.to}`);
  }
  return range;
}

/** Compiles named cuts against the roles of a candidate; throws InvalidInput with the path of what is wrong. */
export function compileCuts(
  cuts: Readonly<Record<string, Cut>>,
  roles: readonly string[],
  where: string,
): CompiledCut[] {
  return Object.entries(cuts).map(([name, cut]) => {
    const path = `${where}.${name}`;
    const chosen = observable(cut.observable, `${path}.observable`);
    const of = particlesNamed(cut.of, roles, `${path}.of`);
    const { from, to, outside } = cutRange(cut, path);
    const every = roles.map((_, index) => index);
    const applies = (cut.where ?? []).map((range, w) => {
      const { evaluate } = observable(range.observable, `${path}.where.${w}.observable`);
      const { from: least, to: most } = cutRange(range, `${path}.where.${w}`);
      return { evaluate: (c: CandidateBlock, out: Float64Array) => evaluate(c, every, out), least, most };
    });
    const plain: Evaluation = (candidates, out) => chosen.evaluate(candidates, of, out);
    const passes = outside
      ? (value: number) => value < from || value >= to
      : (value: number) => value >= from && value < to;
    const whole = cut.as === undefined ? plain : withSubstitutedMasses(massesAs(cut, roles, path), plain);
    return {
      name,
      observable: chosen,
      evaluate: applies.length === 0 ? whole : onlyWhere(applies, whole),
      passes: applies.length === 0 ? passes : (value) => Number.isNaN(value) || passes(value),
    };
  });
}

/** An evaluation that gives NaN, with which a cut is passed, outside of the ranges where the cut holds. */
function onlyWhere(
  ranges: readonly { readonly evaluate: Evaluation; readonly least: number; readonly most: number }[],
  whole: Evaluation,
): Evaluation {
  let value = new Float64Array(0);
  return (candidates, out) => {
    if (value.length < candidates.count) value = new Float64Array(candidates.capacity);
    whole(candidates, out);
    for (const { evaluate, least, most } of ranges) {
      evaluate(candidates, value);
      for (let i = 0; i < candidates.count; i++) if (!(value[i] >= least && value[i] < most)) out[i] = Number.NaN;
    }
  };
}

/** An axis as a search writes it: an observable, of which particles, in equal bins. */
export type Axis = {
  [O in ObservableName]: {
    readonly observable: O;
    readonly of?: readonly string[];
    readonly from: Bound<O>;
    readonly to: Bound<O>;
    readonly bins: number;
  };
}[ObservableName];

/** An axis ready to fill. */
export interface CompiledAxis extends Pick<CompiledCut, 'observable' | 'evaluate'> {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

/** Compiles an axis against the roles of a candidate; throws InvalidInput with the path of what is wrong. */
export function compileAxis(axis: Axis, roles: readonly string[], where: string): CompiledAxis {
  const chosen = observable(axis.observable, `${where}.observable`);
  const of = particlesNamed(axis.of, roles, `${where}.of`);
  const from = axis.from as number;
  const to = axis.to as number;
  if (!(from < to)) throw new InvalidInput(where, `'from' ${from} is not below 'to' ${to}`);
  if (!(Number.isInteger(axis.bins) && axis.bins >= 1 && axis.bins <= 100_000)) {
    throw new InvalidInput(`${where}.bins`, `a number of bins from 1 to 100000 is needed, found ${axis.bins}`);
  }
  return {
    observable: chosen,
    evaluate: (candidates, out) => chosen.evaluate(candidates, of, out),
    from,
    to,
    bins: axis.bins,
  };
}
