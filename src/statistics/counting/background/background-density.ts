import { exp, log, log1p } from '../../../math/elementary.ts';
import { gammaP, halfDeviance, halfDevianceApart, normalCdf, stirlingError } from '../../../math/special/index.ts';
import type { EfficiencyModel } from '../counting-model.ts';
import { efficiencyAt } from '../efficiency.ts';
import { zeroEdges } from '../profile/zero-edges.ts';
import { asymmetricBackground } from './asymmetric-background.ts';
import { lognormalShape } from './background-at.ts';
import { type BackgroundKind, type BackgroundModel, isFixed } from './background-model.ts';

/**
 * The distribution of a background in a coordinate y in which it is smooth: between neighbouring `edges` the density is
 * smooth and b(y) monotone. What lies below the first edge is so close to b = 0 that it counts as there.
 */
export interface BackgroundDensity {
  readonly edges: readonly number[];
  /** ln of the probability per dy. */
  readonly logDensity: (y: number) => number;
  readonly background: (y: number) => number;
  /** Probability at b = 0 that the edges leave out. */
  readonly atZero: number;
}

type Spread<K extends BackgroundKind> = Extract<BackgroundModel, { kind: K }>;

/** Beyond this many standard deviations a unit Gaussian holds less than any double. */
const REACH = 38;
const HALF_LOG_TWO_PI = 0.9189385332046728;
/** A background this far below one event changes no probability of counts by more than rounding. */
const NEGLIGIBLE = 1e-14;
const LARGEST = 1e18;

const unitGaussian = (z: number): number => -0.5 * z * z - HALF_LOG_TWO_PI;

function gauss({ value, error }: Spread<'gauss'>): BackgroundDensity {
  const kept = log(normalCdf(value / error));
  return {
    edges: [Math.max(-REACH, -value / error), REACH],
    logDensity: (z) => unitGaussian(z) - kept,
    background: (z) => Math.max(0, value + error * z),
    atZero: 0,
  };
}

function lognormal(model: Spread<'lognormal'>): BackgroundDensity {
  const { median, width } = lognormalShape(model);
  const at = (b: number): number => Math.max(-REACH, Math.min(REACH, log(b / median) / width));
  const least = at(NEGLIGIBLE);
  return {
    edges: [least, Math.max(least, at(LARGEST))],
    logDensity: unitGaussian,
    background: (z) => median * exp(width * z),
    atZero: normalCdf(least),
  };
}

/** In y = ln(b/scale), smooth for any shape; narrow ones in standard deviations, so that no digits are lost. */
function gamma({ value, error }: Spread<'gamma'>): BackgroundDensity {
  const shape = (value / error) * (value / error);
  const scale = (error / value) * error;
  const root = Math.sqrt(shape);
  const constant = -HALF_LOG_TWO_PI - stirlingError(shape);
  // Beyond k + 38 √k + 800 scales the density is below any double.
  const most = Math.min(shape + REACH * root + 800, LARGEST / scale);
  if (shape > 100) {
    return {
      edges: [-Math.min(REACH, 0.9997 * root), (most - shape) / root],
      logDensity: (w) => constant - halfDevianceApart(shape, shape + w * root, -w * root) - log1p(w / root),
      background: (w) => value * (1 + w / root),
      atZero: 0,
    };
  }
  const least = Math.max(log(NEGLIGIBLE / scale), log(shape) - 10 - 700 / shape);
  return {
    edges: [least, Math.max(least, log(most))],
    logDensity: (y) => constant + 0.5 * log(shape) - halfDeviance(shape, exp(y)),
    background: (y) => scale * exp(y),
    atZero: gammaP(shape, exp(least)),
  };
}

function asymmetric(model: Spread<'asymmetric'>): BackgroundDensity {
  const { up, down, form } = model;
  const at = (z: number): number => asymmetricBackground(model, z);
  let top = REACH;
  while (top > 1 && !(at(top) < LARGEST)) top *= 0.9;
  const turn = form === 'quadratic' && up !== down ? [(-0.5 * (up + down)) / (up - down)] : [];
  const inner = [0, ...turn, ...zeroEdges(at, REACH)].filter((z) => z > -REACH && z < top);
  return {
    edges: [-REACH, ...inner.sort((a, b) => a - b), top],
    logDensity: unitGaussian,
    background: at,
    atZero: 0,
  };
}

const densities: { readonly [K in Exclude<BackgroundKind, 'fixed'>]: (model: Spread<K>) => BackgroundDensity } = {
  gauss,
  lognormal,
  gamma,
  asymmetric,
};

/** The distribution of an efficiency factor in standard deviations; it must be uncertain. */
export function efficiencyDensity(model: EfficiencyModel): BackgroundDensity {
  const { kind, relativeError } = model;
  const kept = kind === 'gauss' ? log(normalCdf(1 / relativeError)) : 0;
  return {
    edges: [kind === 'gauss' ? Math.max(-REACH, -1 / relativeError) : -REACH, REACH],
    logDensity: (z) => unitGaussian(z) - kept,
    background: (z) => efficiencyAt(model, z),
    atZero: 0,
  };
}

/** The distribution of an uncertain background, or null for one that is known exactly. It must have been checked. */
export function backgroundDensity(model: BackgroundModel): BackgroundDensity | null {
  if (isFixed(model) || model.kind === 'fixed') return null;
  return (densities[model.kind] as (m: BackgroundModel) => BackgroundDensity)(model);
}
