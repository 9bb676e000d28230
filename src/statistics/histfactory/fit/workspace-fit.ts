import { unknownName } from '../../../schema/index.ts';
import { crossing } from '../../minimise/crossing.ts';
import { saturatedTwiceNll } from '../model/likelihood.ts';
import { type HistFactoryModel, type ModelData, observedData } from '../model/model.ts';
import { modelCovariance } from './model-covariance.ts';
import { ModelFitter } from './model-fit.ts';
import type { NewtonResult } from './newton-task.ts';

/** What a fit holds, and which MINOS errors it computes. */
export interface WorkspaceFitOptions {
  /** MINOS errors: of all free parameters (default), of those named, or of none. */
  readonly minos?: boolean | readonly string[] | undefined;
  /** Parameters to hold at a value, by name. */
  readonly fixed?: Readonly<Record<string, number>> | undefined;
  /** Other data than the model's own. */
  readonly data?: ModelData | undefined;
}

/** One parameter as a fit leaves it. */
export interface FittedParameter {
  readonly name: string;
  readonly value: number;
  /** Parabolic error; null where fixed or undetermined. */
  readonly error: number | null;
  /** MINOS errors [down ≤ 0, up ≥ 0] from the value, up to a bound if that comes first; null when not asked or failed. */
  readonly minos: readonly [number, number] | null;
  readonly fixed: boolean;
  readonly atLimit: boolean;
  /** Why `error` or `minos` is null though asked for. */
  readonly reason: string | null;
}

/** A fit of all parameters; only a fit if `valid`. */
export interface WorkspaceFit {
  readonly parameters: readonly FittedParameter[];
  /** −2 ln L with all its constants, as pyhf's twice_nll. */
  readonly twiceNll: number;
  readonly valid: boolean;
  readonly reason: string | null;
  /** One row per parameter, in the order of `parameters`; zero off the diagonal where one is fixed or on a bound. */
  readonly correlation: readonly (readonly number[])[];
  readonly covariance: readonly (readonly number[])[];
}

/**
 * The maximum-likelihood fit of a model: values, parabolic errors from the exact Hessian, MINOS errors. `valid` is false,
 * with the reason, when the descent failed or the data leave a combination of parameters undetermined.
 * @throws InvalidInput for unknown names.
 */
export function workspaceFit(model: HistFactoryModel, options: WorkspaceFitOptions = {}): WorkspaceFit {
  const names = model.parameters.map((p) => p.name);
  const position = (name: string, where: string): number => {
    const p = names.indexOf(name);
    if (p < 0) throw unknownName(where, 'parameter', name, names);
    return p;
  };
  const held = new Map(Object.entries(options.fixed ?? {}).map(([name, x]) => [position(name, 'fixed'), x] as const));
  const working: HistFactoryModel =
    held.size === 0
      ? model
      : {
          ...model,
          parameters: model.parameters.map((p, k) =>
            held.has(k) ? { ...p, fixed: true, init: held.get(k) ?? p.init } : p,
          ),
        };
  const asked = options.minos ?? true;
  const wanted = new Set(
    Array.isArray(asked) ? asked.map((name: string) => position(name, 'minos')) : asked === true ? names.keys() : [],
  );
  const fitter = new ModelFitter(working);
  const data = options.data ?? observedData(model);
  let best = fitter.fit(data);
  for (let round = 0; ; round++) {
    const found = describeFit(fitter, data, best, wanted);
    if (found.lower === null || round >= 3) return found.fit;
    best = found.lower;
  }
}

/** The fit as it is reported, or a lower minimum that MINOS came upon. */
function describeFit(
  fitter: ModelFitter,
  data: ModelData,
  best: NewtonResult,
  wanted: ReadonlySet<number>,
): { fit: WorkspaceFit; lower: NewtonResult | null } {
  const { parameters } = fitter.model;
  const n = parameters.length;
  const { covariance, correlation, errors, atLimit, undetermined, reason } = modelCovariance(fitter, data, best.theta);
  const valid = best.valid && reason === null;
  let lower: NewtonResult | null = null;
  const fitted = parameters.map((parameter, p): FittedParameter => {
    const { name, fixed } = parameter;
    const lost = undetermined.includes(name);
    let minos: [number, number] | null = null;
    let why = lost ? 'nothing in the data determines it.' : null;
    if (valid && wanted.has(p) && !fixed && !lost && lower === null) {
      const sides = [-1, 1].map((sign) => minosSide(fitter, data, best, errors, covariance, p, sign));
      const failed = sides.find((side) => !side.ok);
      lower = sides.find((side) => side.lower !== null)?.lower ?? null;
      if (failed === undefined) minos = [sides[0].x - best.theta[p], sides[1].x - best.theta[p]];
      else why = failed.reason;
    }
    const error = fixed || lost || !valid ? null : errors[p];
    return { name, value: best.theta[p], error, minos, fixed, atLimit: atLimit.includes(name), reason: why };
  });
  const square = (flat: Float64Array): number[][] =>
    Array.from({ length: n }, (_, i) => [...flat.subarray(i * n, (i + 1) * n)]);
  const fit: WorkspaceFit = {
    parameters: fitted,
    twiceNll: best.value + saturatedTwiceNll(fitter.model, data),
    valid,
    reason: best.reason ?? reason,
    correlation: square(correlation),
    covariance: square(covariance),
  };
  return { fit, lower };
}

interface MinosSide {
  readonly x: number;
  readonly ok: boolean;
  readonly reason: string | null;
  readonly lower: NewtonResult | null;
}

/** Where the profile of one parameter has risen by one, towards `sign`. */
function minosSide(
  fitter: ModelFitter,
  data: ModelData,
  best: NewtonResult,
  errors: Float64Array,
  covariance: Float64Array,
  p: number,
  sign: number,
): MinosSide {
  const { parameters } = fitter.model;
  const n = parameters.length;
  const x0 = best.theta[p];
  const variance = covariance[p * n + p];
  let lowest: NewtonResult | null = null;
  const start = new Float64Array(n);
  const profile = (x: number): { f: number; ok: boolean } => {
    for (let q = 0; q < n; q++) {
      const moved = best.theta[q] + (variance > 0 ? (covariance[p * n + q] / variance) * (x - x0) : 0);
      start[q] = Math.min(parameters[q].upper, Math.max(parameters[q].lower, moved));
    }
    const result = fitter.fit(data, { held: new Map([[p, x]]), start });
    if (result.valid && result.value < (lowest ?? best).value - 1e-6) lowest = result;
    // Beyond a point where some expectation must be negative there is no likelihood: a wall, not a failure.
    return { f: result.value, ok: result.valid || result.value === Number.POSITIVE_INFINITY };
  };
  const limit = sign < 0 ? parameters[p].lower : parameters[p].upper;
  const found = crossing(profile, x0, best.value, sign * (errors[p] || 0.1), 1, limit, 1e-4);
  const lower: NewtonResult | null =
    found.lowerPoint && lowest !== null ? fitter.fit(data, { start: (lowest as NewtonResult).theta }) : null;
  return { x: found.x, ok: found.ok, reason: found.reason, lower };
}
