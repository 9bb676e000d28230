import type { CandidateBlock } from '../../events/candidate-block.ts';
import { sumMomenta } from './momentum-sum.ts';

const sum = new Float64Array(4);

/**
 * Writes the three-momentum of the particles `of` of row i, added up, in the rest frame of the decaying particle to
 * out[0 … 2]; the axes are those of the laboratory, boosted without rotation. Allocates nothing.
 */
export function momentumInParentFrame(
  { parent, particles }: CandidateBlock,
  of: readonly number[],
  i: number,
  out: Float64Array,
): void {
  sumMomenta(particles, of, i, sum);
  const e = parent.energy[i];
  const x = parent.px[i];
  const y = parent.py[i];
  const z = parent.pz[i];
  const mass = Math.sqrt(e * e - x * x - y * y - z * z);
  const along = (x * sum[1] + y * sum[2] + z * sum[3]) / (mass * (e + mass)) - sum[0] / mass;
  out[0] = sum[1] + along * x;
  out[1] = sum[2] + along * y;
  out[2] = sum[3] + along * z;
}
