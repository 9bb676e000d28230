import type { CandidateBlock } from '../../events/candidate-block.ts';

/** Fills an observable from candidates, as an `Observable` does for given particles. */
export type Evaluation = (candidates: CandidateBlock, out: Float64Array) => void;

/**
 * The same evaluation with other masses: particle i of a candidate has the mass `masses[i]` (GeV), its own where that is
 * undefined; momenta stay. For tests of a decay in which a particle was taken for another.
 */
export function withSubstitutedMasses(masses: readonly (number | undefined)[], evaluate: Evaluation): Evaluation {
  let known: CandidateBlock | undefined;
  let substituted: CandidateBlock | undefined;
  return (candidates, out) => {
    if (known !== candidates || substituted === undefined) {
      known = candidates;
      substituted = {
        ...candidates,
        particles: candidates.particles.map((particle, i) => {
          const mass = masses[i];
          if (mass === undefined) return particle;
          const energy = new Float64Array(candidates.capacity);
          return { ...particle, mass, momentum: { ...particle.momentum, energy } };
        }),
      };
    }
    const { count } = candidates;
    substituted.count = count;
    for (let k = 0; k < masses.length; k++) {
      const mass = masses[k];
      if (mass === undefined) continue;
      const { energy, px, py, pz } = substituted.particles[k].momentum;
      for (let i = 0; i < count; i++)
        energy[i] = Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i] + mass * mass);
    }
    evaluate(substituted, out);
  };
}
