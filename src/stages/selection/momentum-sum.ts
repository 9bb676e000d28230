import type { CandidateParticle } from '../../events/candidate-block.ts';

/** Writes ΣE, Σpx, Σpy, Σpz of the particles `of` of row i to `sum`. Allocates nothing. */
export function sumMomenta(
  particles: readonly CandidateParticle[],
  of: readonly number[],
  i: number,
  sum: Float64Array,
): void {
  let e = 0;
  let x = 0;
  let y = 0;
  let z = 0;
  for (let k = 0; k < of.length; k++) {
    const { momentum } = particles[of[k]];
    e += momentum.energy[i];
    x += momentum.px[i];
    y += momentum.py[i];
    z += momentum.pz[i];
  }
  sum[0] = e;
  sum[1] = x;
  sum[2] = y;
  sum[3] = z;
}
