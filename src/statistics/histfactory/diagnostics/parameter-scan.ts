import { cos, log1p, sin } from '../../../math/elementary.ts';
import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { crossing } from '../../minimise/crossing.ts';
import { modelCovariance } from '../fit/model-covariance.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { type HistFactoryModel, type ModelData, observedData } from '../model/model.ts';

/** −2Δ ln L along one parameter, everything else fitted at each point. */
export interface ParameterScan {
  readonly parameter: string;
  readonly best: number;
  readonly at: readonly number[];
  /** Null where a fit failed. */
  readonly rise: readonly (number | null)[];
}

/** −2Δ ln L over two parameters, x fastest. */
export interface ParameterMap {
  readonly x: string;
  readonly y: string;
  readonly best: readonly [number, number];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rise: readonly (number | null)[];
  /** Closed curves of joint confidence levels; a ray that meets a bound ends there, one whose fits fail is left out. */
  readonly contours: readonly { readonly level: number; readonly points: readonly (readonly [number, number])[] }[];
}

/** Joint confidence levels of the contours. */
const LEVELS = [0.683, 0.954];
const RAYS = 36;

/** How far to either side of the best fit, in its errors. */
const REACH = 3;

interface Fitted {
  readonly fitter: ModelFitter;
  readonly theta: Float64Array;
  readonly value: number;
  readonly errors: Float64Array;
  readonly covariance: Float64Array;
}

function fitted(model: HistFactoryModel, data: ModelData): Fitted {
  const fitter = new ModelFitter(model);
  const best = fitter.fit(data);
  if (!best.valid) throw new InvalidInput('scan', `there is no best fit to scan from: ${best.reason}`);
  const { errors, covariance, reason } = modelCovariance(fitter, data, best.theta);
  if (reason !== null) throw new InvalidInput('scan', reason);
  return { fitter, theta: best.theta, value: best.value, errors, covariance };
}

function positionOf(model: HistFactoryModel, name: string, where = 'scan'): number {
  const free = model.parameters.filter(({ fixed }) => !fixed).map((p) => p.name);
  if (!free.includes(name)) throw unknownName(where, 'free parameter', name, free);
  return model.parameters.findIndex((p) => p.name === name);
}

function pointsOf(model: HistFactoryModel, { theta, errors }: Fitted, p: number, count: number): number[] {
  if (!Number.isInteger(count) || count < 3 || count > 2000)
    throw new InvalidInput('points', `found ${count}, needs a whole number from 3 to 2000.`);
  const { lower, upper } = model.parameters[p];
  const from = Math.max(lower, theta[p] - REACH * errors[p]);
  const to = Math.min(upper, theta[p] + REACH * errors[p]);
  return Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
}

/**
 * The profiled likelihood of a workspace along one parameter, three errors to either side, within its bounds.
 * @throws InvalidInput for an unknown or fixed parameter, or a model without a valid fit.
 */
export function parameterScan(
  model: HistFactoryModel,
  parameter: string,
  { points = 41, data = observedData(model) }: { points?: number; data?: ModelData } = {},
): ParameterScan {
  const p = positionOf(model, parameter);
  const best = fitted(model, data);
  let start = best.theta;
  const at = pointsOf(model, best, p, points);
  const rise = at.map((x) => {
    const found = best.fitter.fit(data, { held: new Map([[p, x]]), start });
    if (!found.valid) return null;
    start = found.theta;
    return Math.max(0, found.value - best.value);
  });
  return { parameter, best: best.theta[p], at, rise };
}

/** The same over a grid of two parameters, with contours of 68.3 % and 95.4 % in both jointly. */
export function parameterMap(
  model: HistFactoryModel,
  [x, y]: readonly [string, string],
  { points = 25, data = observedData(model) }: { points?: number; data?: ModelData } = {},
): ParameterMap {
  const [p, q] = [positionOf(model, x, 'contour'), positionOf(model, y, 'contour')];
  if (p === q) throw new InvalidInput('contour', `needs two different parameters, found '${x}' twice.`);
  const best = fitted(model, data);
  const xs = pointsOf(model, best, p, points);
  const ys = pointsOf(model, best, q, points);
  const rise = ys.flatMap((b) => {
    let start = best.theta;
    return xs.map((a) => {
      const held = new Map([
        [p, a],
        [q, b],
      ]);
      const found = best.fitter.fit(data, { held, start });
      if (!found.valid) return null;
      start = found.theta;
      return Math.max(0, found.value - best.value);
    });
  });
  const contours = LEVELS.map((level) => ({ level, points: contour(model, data, best, p, q, -2 * log1p(-level)) }));
  return { x, y, best: [best.theta[p], best.theta[q]], xs, ys, rise, contours };
}

/** Where the profiled likelihood has risen by `rise`, along rays from the best fit that are even in its ellipse. */
function contour(
  model: HistFactoryModel,
  data: ModelData,
  { fitter, theta, value, errors, covariance }: Fitted,
  p: number,
  q: number,
  rise: number,
): (readonly [number, number])[] {
  const n = theta.length;
  const rho = errors[p] > 0 && errors[q] > 0 ? covariance[p * n + q] / (errors[p] * errors[q]) : 0;
  const across = Math.sqrt(Math.max(1e-6, 1 - rho * rho));
  const room = (k: number, d: number): number => {
    const { lower, upper } = model.parameters[k];
    return d > 0 ? (upper - theta[k]) / d : d < 0 ? (lower - theta[k]) / d : Number.POSITIVE_INFINITY;
  };
  return Array.from({ length: RAYS }, (_, k) => {
    const angle = (2 * Math.PI * k) / RAYS;
    const dx = errors[p] * cos(angle);
    const dy = errors[q] * (rho * cos(angle) + across * sin(angle));
    const at = (r: number): readonly [number, number] => [theta[p] + r * dx, theta[q] + r * dy];
    const profile = (r: number): { f: number; ok: boolean } => {
      const [a, b] = at(r);
      const held = new Map([
        [p, a],
        [q, b],
      ]);
      const found = fitter.fit(data, { held, start: theta });
      return { f: found.value, ok: found.valid || found.value === Number.POSITIVE_INFINITY };
    };
    const found = crossing(profile, 0, value, Math.sqrt(rise), rise, Math.min(room(p, dx), room(q, dy)), 1e-4);
    return found.ok ? [at(found.x)] : [];
  }).flat();
}
