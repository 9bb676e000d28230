import type { CandidateBlock, CandidateParticle } from '../../events/candidate-block.ts';

/**
 * Fills `out` with the smallest distance (m) between two of the particles `of` in a plane, whose coordinates `x` and `y`
 * pick; Infinity where fewer than two are named.
 */
export function smallestSeparation(
  { particles, count }: CandidateBlock,
  of: readonly number[],
  x: (particle: CandidateParticle) => Float64Array,
  y: (particle: CandidateParticle) => Float64Array,
  out: Float64Array,
): void {
  out.fill(Number.POSITIVE_INFINITY, 0, count);
  for (let a = 0; a < of.length; a++) {
    const ax = x(particles[of[a]]);
    const ay = y(particles[of[a]]);
    for (let b = a + 1; b < of.length; b++) {
      const bx = x(particles[of[b]]);
      const by = y(particles[of[b]]);
      for (let i = 0; i < count; i++) {
        const dx = ax[i] - bx[i];
        const dy = ay[i] - by[i];
        const square = dx * dx + dy * dy;
        if (square < out[i]) out[i] = square;
      }
    }
  }
  for (let i = 0; i < count; i++) out[i] = Math.sqrt(out[i]);
}
