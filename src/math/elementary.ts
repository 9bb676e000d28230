/**
 * Elementary functions out of exact operations only (+ − × ÷ √ and the bits of a number), so that every engine returns
 * the same bits; the engines' own differ in the last place. Errors against mpmath are asserted beside the sources.
 */
export { exp, expm1 } from './elementary/exponential.ts';
export { cosh, sinh, tanh } from './elementary/hyperbolic.ts';
export { acos, asin, atan, atan2 } from './elementary/inverse-trigonometric.ts';
export { log, log1p } from './elementary/logarithm.ts';
export { log2, log10, pow } from './elementary/power.ts';
export { cbrt, hypot } from './elementary/roots.ts';
export { cos, sin, tan } from './elementary/trigonometric.ts';
export { cosTurns, fillSinCosTurns, sinCosTurns, sinTurns } from './elementary/turns.ts';
