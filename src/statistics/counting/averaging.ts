import { exp } from '../../math/elementary.ts';
import { gaussLegendre } from '../../math/quadrature.ts';
import { backgroundAt } from './background/background-at.ts';
import { type BackgroundModel, isFixed } from './background/background-model.ts';
import { zeroEdges } from './profile/zero-edges.ts';

/** A distribution as points and weights (sum 1): an average over it is Σ weights[j] f(values[j]). */
export interface AveragingPoints {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/** One point of weight 1. */
export function singlePoint(value: number): AveragingPoints {
  return { values: Float64Array.of(value), weights: Float64Array.of(1) };
}

/** How far out, in standard deviations, averages go: 7.5 leaves out 6e-14 of the probability. */
export const USUAL_REACH = 7.5;

/**
 * Gauss–Legendre points of the distribution of `at(z)` under a unit Gaussian z between `from` and `to`, the interval
 * cut at `cuts` and each part divided into panels no wider than `width`.
 */
export function pointsInZ(
  at: (z: number) => number,
  from: number,
  to: number,
  cuts: readonly number[],
  width: number,
  order: number,
): AveragingPoints {
  const edges = [from, ...cuts.filter((z) => z > from && z < to).sort((a, b) => a - b), to];
  const { nodes, weights } = gaussLegendre(order);
  const z: number[] = [];
  const w: number[] = [];
  for (let part = 0; part + 1 < edges.length; part++) {
    const panels = Math.max(1, Math.ceil((edges[part + 1] - edges[part]) / width));
    const half = (0.5 * (edges[part + 1] - edges[part])) / panels;
    for (let panel = 0; panel < panels; panel++) {
      const middle = edges[part] + (2 * panel + 1) * half;
      for (let i = 0; i < order; i++) {
        const at = middle + half * nodes[i];
        z.push(at);
        w.push(half * weights[i] * exp(-0.5 * at * at));
      }
    }
  }
  let sum = 0;
  for (const x of w) sum += x;
  return { values: Float64Array.from(z, at), weights: Float64Array.from(w, (x) => x / sum) };
}

const known = new WeakMap<BackgroundModel, AveragingPoints>();

/**
 * Points to average over a background model, kept as long as the model for the usual reach. The panels are made narrow enough for functions of b that change over
 * √b, as Poisson probabilities do; `reach` is the number of standard deviations on either side (more for tiny
 * p-values). The model must have passed `checkBackground`.
 */
export function backgroundPoints(model: BackgroundModel, reach = USUAL_REACH): AveragingPoints {
  if (reach !== USUAL_REACH) return pointsWithin(model, reach);
  const points = known.get(model) ?? pointsWithin(model, reach);
  known.set(model, points);
  return points;
}

function pointsWithin(model: BackgroundModel, reach: number): AveragingPoints {
  if (isFixed(model)) return singlePoint(model.value);
  const error = model.kind === 'asymmetric' ? Math.max(model.up, model.down) : model.kind === 'fixed' ? 0 : model.error;
  const sharpness = error / Math.sqrt(model.value + 1);
  if (model.kind === 'gauss') {
    const at = (z: number) => model.value + model.error * z;
    const from = Math.max(-reach, -model.value / model.error);
    return pointsInZ(at, from, reach, [0], USUAL_REACH / Math.min(500, Math.max(1, sharpness)), 24);
  }
  const at = (z: number) => backgroundAt(model, z);
  let top = reach;
  while (top > 1 && !(at(top) < 1e12)) top *= 0.9;
  if (model.kind !== 'asymmetric') {
    return pointsInZ(at, -reach, top, [0], USUAL_REACH / Math.min(500, Math.max(1, sharpness)), 24);
  }
  return pointsInZ(at, -reach, top, [0, ...zeroEdges(at, reach)], 2 / Math.min(150, Math.max(1, sharpness)), 16);
}
