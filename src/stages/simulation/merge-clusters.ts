import type { PhotonColumns } from '../../events/response-block.ts';

/**
 * Joins clusters of row `kept` that are nearer than `distance` (m) into one at their energy-weighted place: the first of
 * the two keeps it, the other is neither a cluster nor seen by a veto. Returns how many clusters vanished.
 */
export function mergeClusters(photons: readonly PhotonColumns[], kept: number, distance: number): number {
  let vanished = 0;
  for (let a = 0; a < photons.length; a++) {
    const first = photons[a];
    if (first.reconstructed[kept] === 0) continue;
    for (let b = a + 1; b < photons.length; b++) {
      const second = photons[b];
      if (second.reconstructed[kept] === 0) continue;
      const dx = first.calorimeterX[kept] - second.calorimeterX[kept];
      const dy = first.calorimeterY[kept] - second.calorimeterY[kept];
      if (dx * dx + dy * dy >= distance * distance) continue;
      const energy = first.energy[kept] + second.energy[kept];
      const share = second.energy[kept] / energy;
      first.calorimeterX[kept] -= share * dx;
      first.calorimeterY[kept] -= share * dy;
      first.energy[kept] = energy;
      second.reconstructed[kept] = 0;
      second.survival[kept] = 1;
      vanished++;
    }
  }
  return vanished;
}
