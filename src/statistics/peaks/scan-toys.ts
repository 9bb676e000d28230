import { EventRandom, streamKey } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import { InvalidInput } from '../../schema/index.ts';
import { eulerCharacteristic } from './euler-characteristic.ts';
import { type LocalPValues, localSignificance } from './local-p-value.ts';
import { upCrossings } from './look-elsewhere.ts';
import type { MassPairs } from './mass-hypotheses.ts';
import type { WindowMembership } from './window-membership.ts';

/** What a background-only scan leaves behind: its largest Z² and how often (or how much) it rises above low levels. */
export interface ScanToys {
  readonly first: number;
  /** Largest Z² of each toy, 0 where there is no excess anywhere. */
  readonly maxima: readonly number[];
  /** Per level the sum over toys of up-crossings (one mass) or Euler characteristics (two masses). */
  readonly levels: readonly { readonly level: number; readonly sum: number }[];
}

export interface ScanToyOptions {
  readonly toys: number;
  readonly seed: number;
  /** Index of the first toy: parts of a larger set are the same toys. Default 0. */
  readonly first?: number;
  /** Levels of Z² at which rises are counted; default 0.5, in two masses 0.5 and 2. */
  readonly levels?: readonly number[];
  /** The pairs of a scan in two masses. */
  readonly pairs?: MassPairs;
}

/** Throws InvalidInput unless the number of toys and the first index are whole and in range. */
export function checkToyOptions({ toys, first = 0 }: ScanToyOptions): void {
  if (!Number.isInteger(toys) || toys < 1 || toys > 1e7) {
    throw new InvalidInput('toys', `${toys} is not a whole number from 1 to 10000000`);
  }
  if (!Number.isInteger(first) || first < 0) throw new InvalidInput('first', `${first} is not a whole number ≥ 0`);
}

/** A background-only scan: fills the Z of every hypothesis for the toy that the generator was started on. */
export type ScanToy = (random: EventRandom, significances: Float64Array) => void;

/** Runs toys: `scan` fills the Z of every hypothesis for the toy that the generator was started on. */
export function runScanToys(hypotheses: number, scan: ScanToy, options: ScanToyOptions): ScanToys {
  checkToyOptions(options);
  const { toys, seed, first = 0, pairs } = options;
  const levels = options.levels ?? (pairs === undefined ? [0.5] : [0.5, 2]);
  const random = new EventRandom(streamKey(seed, 'scan toys'));
  const z = new Float64Array(hypotheses);
  const maxima = new Float64Array(toys);
  const sums = new Float64Array(levels.length);
  for (let toy = 0; toy < toys; toy++) {
    random.start(first + toy);
    scan(random, z);
    let largest = 0;
    for (let h = 0; h < hypotheses; h++) {
      z[h] = z[h] > 0 ? z[h] * z[h] : 0;
      if (z[h] > largest) largest = z[h];
    }
    maxima[toy] = largest;
    for (let k = 0; k < levels.length; k++) {
      sums[k] += pairs === undefined ? upCrossings(z, levels[k]) : eulerCharacteristic(pairs, z, levels[k]);
    }
  }
  return { first, maxima: Array.from(maxima), levels: levels.map((level, k) => ({ level, sum: sums[k] })) };
}

/** Joins parts of one set of toys in order. Throws InvalidInput where a part does not follow the one before. */
export function joinScanToys(parts: readonly ScanToys[]): ScanToys {
  if (parts.length === 0) throw new InvalidInput('parts', 'there is nothing to join');
  let next = parts[0].first;
  for (const { first, maxima } of parts) {
    if (first !== next) throw new InvalidInput('parts', `toy ${next} is followed by toy ${first}`);
    next += maxima.length;
  }
  return {
    first: parts[0].first,
    maxima: parts.flatMap((part) => part.maxima),
    levels: parts[0].levels.map(({ level }, k) => ({
      level,
      sum: parts.reduce((sum, part) => sum + part.levels[k].sum, 0),
    })),
  };
}

/**
 * One toy of a window scan: events drawn from the simulated background by their weights, their number Poisson with a
 * mean that varies by the background's relative error; overlapping windows share events as they do in the data.
 */
export function windowToy(
  membership: WindowMembership,
  relativeError: number,
  pValues: readonly LocalPValues[],
): ScanToy {
  const { offsets, members, weights, hypotheses } = membership;
  const kept: number[] = [];
  for (let e = 0; e < weights.length; e++) if (offsets[e + 1] > offsets[e] && weights[e] > 0) kept.push(e);
  const cumulative = new Float64Array(kept.length);
  let total = 0;
  for (const [k, e] of kept.entries()) {
    total += weights[e];
    cumulative[k] = total;
  }
  const counts = new Int32Array(hypotheses);
  const known = pValues.map((): number[] => []);
  return (random, significances) => {
    counts.fill(0);
    const scale = relativeError > 0 ? Math.max(0, 1 + relativeError * random.normal()) : 1;
    const events = drawPoisson(random, total * scale);
    for (let i = 0; i < events; i++) {
      const e = kept[firstAbove(cumulative, random.uniform() * total)];
      for (let k = offsets[e]; k < offsets[e + 1]; k++) counts[members[k]]++;
    }
    for (let h = 0; h < hypotheses; h++) {
      const n = counts[h];
      let z = known[h][n];
      if (z === undefined) {
        z = localSignificance(pValues[h].p(n));
        known[h][n] = z;
      }
      significances[h] = z;
    }
  };
}

/** The first index whose cumulative sum exceeds x; the last one when rounding leaves none. */
function firstAbove(cumulative: Float64Array, x: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
