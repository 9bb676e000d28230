import { InvalidInput } from '../../schema/index.ts';

/**
 * A function to minimise. Arrays run over the parameters in the order of `names`.
 *
 * `value` may return Infinity or NaN where it is not defined; such points are stepped away from. `gradient`, when
 * given, writes ∂value/∂x to `out`; otherwise central differences are used. `up` is the rise of `value` that stands
 * for one standard deviation: 1 for χ² and −2 ln L (default), 0.5 for −ln L.
 */
export interface MinimisationProblem {
  readonly names: readonly string[];
  readonly start: ArrayLike<number>;
  /** First guesses of the errors (step sizes); default: a tenth of |start|, at least 0.1, at most a quarter range. */
  readonly errors?: ArrayLike<number> | undefined;
  /** Lower bounds, −Infinity for none. */
  readonly lower?: ArrayLike<number> | undefined;
  /** Upper bounds, +Infinity for none. */
  readonly upper?: ArrayLike<number> | undefined;
  readonly fixed?: ArrayLike<boolean> | undefined;
  readonly up?: number | undefined;
  value(x: Float64Array): number;
  gradient?(x: Float64Array, out: Float64Array): void;
}

/** What a minimisation gives back. It is a fit only if `valid`; otherwise `reason` says in one sentence why not. */
export interface Minimum {
  readonly names: readonly string[];
  readonly values: Float64Array;
  /** Parabolic errors √covariance; for a parameter pressed against a bound, the distance inwards that costs `up`. */
  readonly errors: Float64Array;
  /** n × n, row after row; rows of fixed parameters and of those at a bound are zero. */
  readonly covariance: Float64Array;
  readonly value: number;
  /** Estimated vertical distance to the minimum, in units of `value`. */
  readonly edm: number;
  /** Calls of `value` (a call of `gradient` counts as one). */
  readonly calls: number;
  /** Names of parameters that ended on a bound. */
  readonly atLimit: readonly string[];
  readonly valid: boolean;
  readonly reason: string | null;
}

/** A problem with its defaults filled in and its input checked. */
export interface CheckedProblem {
  readonly names: readonly string[];
  readonly start: Float64Array;
  readonly errors: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly fixed: readonly boolean[];
  readonly up: number;
}

function column(values: ArrayLike<number> | undefined, names: readonly string[], what: string, absent: number) {
  const out = new Float64Array(names.length).fill(absent);
  if (values === undefined) return out;
  if (values.length !== names.length)
    throw new InvalidInput(what, `has ${values.length} entries, but there are ${names.length} parameters.`);
  for (let i = 0; i < out.length; i++) {
    if (Number.isNaN(values[i]) || typeof values[i] !== 'number')
      throw new InvalidInput(`${what}.${names[i]}`, `${values[i]} is not a number.`);
    out[i] = values[i];
  }
  return out;
}

/**
 * The problem with defaults filled in.
 * @throws InvalidInput for repeated names, arrays of the wrong length, NaN, contradictory bounds, a start value outside
 * its bounds, an error that is not positive, or `up` that is not positive.
 */
export function checkProblem(problem: MinimisationProblem): CheckedProblem {
  const names = problem.names;
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new InvalidInput('names', `parameter '${name}' is given twice.`);
    seen.add(name);
  }
  if (problem.start === undefined) throw new InvalidInput('start', 'start values are missing.');
  const start = column(problem.start, names, 'start', 0);
  const lower = column(problem.lower, names, 'lower', Number.NEGATIVE_INFINITY);
  const upper = column(problem.upper, names, 'upper', Number.POSITIVE_INFINITY);
  const errors = column(problem.errors, names, 'errors', 0);
  const fixed = names.map((_, i) => problem.fixed?.[i] === true);
  const up = problem.up ?? 1;
  if (!(up > 0) || up === Number.POSITIVE_INFINITY)
    throw new InvalidInput('up', `${up} is not a positive number (1 for χ² and −2 ln L, 0.5 for −ln L).`);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (!Number.isFinite(start[i])) throw new InvalidInput(`start.${name}`, `${start[i]} is not a finite number.`);
    if (!fixed[i]) {
      if (!(lower[i] < upper[i]))
        throw new InvalidInput(name, `bounds [${lower[i]}, ${upper[i]}] leave no room; the lower must be the smaller.`);
      if (start[i] < lower[i] || start[i] > upper[i])
        throw new InvalidInput(`start.${name}`, `${start[i]} is outside the bounds [${lower[i]}, ${upper[i]}].`);
    }
    if (problem.errors !== undefined && !fixed[i] && !(errors[i] > 0 && Number.isFinite(errors[i])))
      throw new InvalidInput(`errors.${name}`, `${errors[i]} is not a positive number.`);
    if (errors[i] <= 0) errors[i] = Math.max(0.1, 0.1 * Math.abs(start[i]));
    const room = upper[i] - lower[i];
    if (errors[i] > room / 4) errors[i] = room / 4;
  }
  return { names, start, errors, lower, upper, fixed, up };
}
