import type { CandidateParticle } from '../../events/candidate-block.ts';

/** Squared mass (GeV²) of what is left of a four-momentum (GeV) when particles `of`, in row `i`, are taken away. */
export function squaredMissingMass(
  energy: number,
  px: number,
  py: number,
  pz: number,
  particles: readonly CandidateParticle[],
  of: readonly number[],
  i: number,
): number {
  let e = energy;
  let x = px;
  let y = py;
  let z = pz;
  for (const index of of) {
    const { momentum } = particles[index];
    e -= momentum.energy[i];
    x -= momentum.px[i];
    y -= momentum.py[i];
    z -= momentum.pz[i];
  }
  return e * e - x * x - y * y - z * z;
}
