import { asymmetricBackground } from './asymmetric-background.ts';
import { backgroundAt } from './background-at.ts';
import type { BackgroundModel } from './background-model.ts';

/** Nuisance parameters are not followed further, in standard deviations. */
const REACH = 8;
const PER_UNIT = 64;

/** Background of a channel as a function of its nuisance parameter; a Gaussian one is not renormalised here. */
export function profiledBackground(model: BackgroundModel): (z: number) => number {
  if (model.kind === 'gauss') return (z) => Math.max(0, model.value + model.error * z);
  if (model.kind === 'asymmetric') return (z) => asymmetricBackground(model, z);
  if (model.kind !== 'gamma') return (z) => backgroundAt(model, Math.max(-REACH, Math.min(REACH, z)));
  const table = backgroundTable((z) => backgroundAt(model, z));
  const out = new Float64Array(2);
  return (z) => {
    table(z, out);
    return out[0];
  };
}

/**
 * b(z) and b′(z), written to `out`, by cubic interpolation in a table of 64 points per standard deviation that is made at
 * need; constant beyond 8 standard deviations.
 */
export function backgroundTable(at: (z: number) => number): (z: number, out: Float64Array) => void {
  const known = new Float64Array(2 * PER_UNIT * (REACH + 1) + 4).fill(Number.NaN);
  const middle = PER_UNIT * (REACH + 1);
  const table = (k: number): number => {
    const i = k + middle;
    if (Number.isNaN(known[i])) known[i] = at(k / PER_UNIT);
    return known[i];
  };
  return (z, out) => {
    const x = PER_UNIT * Math.max(-REACH, Math.min(REACH, z));
    const k = Math.floor(x);
    const t = x - k;
    const from = table(k);
    const before = table(k - 1);
    const to = table(k + 1);
    const after = table(k + 2);
    const second = 2 * before - 5 * from + 4 * to - after;
    const third = 3 * (from - to) + after - before;
    out[0] = from + 0.5 * t * (to - before + t * (second + t * third));
    out[1] = z <= -REACH || z >= REACH ? 0 : 0.5 * PER_UNIT * (to - before + t * (2 * second + 3 * t * third));
  };
}
