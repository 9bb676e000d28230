import { exp, expm1 } from '../../math/elementary.ts';
import { normalCdf } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';

/** A shape parameter: a name, to be fitted, or a number, which stays as it is. */
export type ShapeParameter = string | number;

/**
 * A probability density on a range, normalised there to 1 at every parameter value. `evaluate` writes the density at
 * each x to `out`, θ in the order of `parameters`; where the parameters are impossible it writes zeros.
 */
export interface Density {
  readonly parameters: readonly string[];
  evaluate(x: Float64Array, theta: ArrayLike<number>, out: Float64Array): void;
}

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

function shape(range: readonly [number, number], given: readonly ShapeParameter[]) {
  const [lower, upper] = range;
  if (!(lower < upper) || !Number.isFinite(upper - lower)) {
    throw new InvalidInput('range', `[${lower}, ${upper}] is not finite and ascending`);
  }
  const parameters = given.filter((value) => typeof value === 'string');
  if (new Set(parameters).size !== parameters.length) throw new InvalidInput('density', 'a parameter is named twice');
  const read = (theta: ArrayLike<number>, which: number): number => {
    const value = given[which];
    return typeof value === 'number' ? value : theta[parameters.indexOf(value)];
  };
  return { lower, upper, parameters, read };
}

/** Constant on [lower, upper]. */
export function uniformDensity(range: readonly [number, number]): Density {
  const { lower, upper } = shape(range, []);
  return {
    parameters: [],
    evaluate(_x, _theta, out) {
      out.fill(1 / (upper - lower));
    },
  };
}

/** A Gaussian of the given mean and width, truncated to the range and normalised there. */
export function gaussianDensity(
  range: readonly [number, number],
  mean: ShapeParameter,
  width: ShapeParameter,
): Density {
  const { lower, upper, parameters, read } = shape(range, [mean, width]);
  return {
    parameters,
    evaluate(x, theta, out) {
      const centre = read(theta, 0);
      const sigma = read(theta, 1);
      const inside = sigma > 0 ? normalCdf((upper - centre) / sigma) - normalCdf((lower - centre) / sigma) : 0;
      if (!(inside > 0)) {
        out.fill(0);
        return;
      }
      const peak = INVERSE_ROOT_TWO_PI / (sigma * inside);
      for (let i = 0; i < x.length; i++) {
        const z = (x[i] - centre) / sigma;
        out[i] = peak * exp(-0.5 * z * z);
      }
    },
  };
}

/** exp(slope·x), normalised on the range; slope 0 is the uniform density. */
export function exponentialDensity(range: readonly [number, number], slope: ShapeParameter): Density {
  const { lower, upper, parameters, read } = shape(range, [slope]);
  return {
    parameters,
    evaluate(x, theta, out) {
      const k = read(theta, 0);
      const t = k * (upper - lower);
      const norm = Math.abs(t) < 1e-8 ? (upper - lower) * (1 + 0.5 * t) : expm1(t) / k;
      for (let i = 0; i < x.length; i++) out[i] = exp(k * (x[i] - lower)) / norm;
    },
  };
}

/** (1 + slope·u)/(upper − lower) with u running from −1 to 1 across the range; a density for |slope| ≤ 1. */
export function linearDensity(range: readonly [number, number], slope: ShapeParameter): Density {
  const { lower, upper, parameters, read } = shape(range, [slope]);
  return {
    parameters,
    evaluate(x, theta, out) {
      const k = read(theta, 0);
      for (let i = 0; i < x.length; i++) {
        const u = (2 * x[i] - lower - upper) / (upper - lower);
        out[i] = Math.max(0, (1 + k * u) / (upper - lower));
      }
    },
  };
}
