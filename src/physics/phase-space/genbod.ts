import { unitVector } from '../vectors/direction.ts';
import { breakupMomentum } from '../vectors/kaellen.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { checkMasses, type PhaseSpaceGenerator } from './generator.ts';

const FOUR_PI = 12.566370614359172;

/** Sorts the first `n` values in place, ascending (n is at most four here). */
function insertionSort(values: Float64Array, n: number): void {
  for (let i = 1; i < n; i++) {
    const value = values[i];
    let j = i - 1;
    while (j >= 0 && values[j] > value) {
      values[j + 1] = values[j];
      j--;
    }
    values[j + 1] = value;
  }
}

/**
 * GENBOD (Raubold–Lynch): the masses of the clusters (1 2), (1 2 3), … from sorted uniforms, then isotropic two-body
 * splits. `masses`: [M, m1, … mn] in GeV, n ≥ 3. Uniforms: n − 2 masses, then cosθ and φ of each of the n − 1 splits,
 * (1 2) first. The mean weight is Φ_n = T^(n−2)·⟨Π p_k⟩ / [(n−2)!·M·(4π)^(n−1)·π^(n−2)], T = M − Σm.
 * Source: F. James, CERN 68-15 (1968); CERN program library W515. Throws InvalidInput when the decay is closed.
 */
export function createGenbod(masses: readonly number[]): PhaseSpaceGenerator {
  checkMasses(masses);
  const M = masses[0];
  const m = Float64Array.from(masses.slice(1));
  const n = m.length;
  const available = m.reduce((rest, mass) => rest - mass, M);
  let volume = 1 / (M * FOUR_PI);
  for (let k = 1; k <= n - 2; k++) volume *= available / (k * FOUR_PI * Math.PI);
  const sorted = new Float64Array(n - 2);
  const clusterMass = new Float64Array(n);
  const direction = new Float64Array(3);
  clusterMass[0] = m[0];
  clusterMass[n - 1] = M;
  const generate = (
    draws: readonly Float64Array[],
    count: number,
    products: readonly MomentumColumns[],
    weight: Float64Array,
  ): void => {
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < n - 2; k++) sorted[k] = draws[k][i];
      insertionSort(sorted, n - 2);
      let threshold = m[0];
      for (let k = 1; k < n - 1; k++) {
        threshold += m[k];
        clusterMass[k] = sorted[k - 1] * available + threshold;
      }
      let w = volume;
      for (let k = 1; k < n; k++) {
        const p = breakupMomentum(clusterMass[k], clusterMass[k - 1], m[k]);
        w *= p;
        unitVector(draws[n - 4 + 2 * k][i], draws[n - 3 + 2 * k][i], direction);
        const dx = p * direction[0];
        const dy = p * direction[1];
        const dz = p * direction[2];
        const added = products[k];
        added.energy[i] = Math.sqrt(p * p + m[k] * m[k]);
        added.px[i] = -dx;
        added.py[i] = -dy;
        added.pz[i] = -dz;
        const mass = clusterMass[k - 1];
        const energy = Math.sqrt(p * p + mass * mass);
        if (k === 1) {
          const first = products[0];
          first.energy[i] = energy;
          first.px[i] = dx;
          first.py[i] = dy;
          first.pz[i] = dz;
          continue;
        }
        for (let j = 0; j < k; j++) {
          const q = products[j];
          const e = q.energy[i];
          const along = dx * q.px[i] + dy * q.py[i] + dz * q.pz[i];
          const shift = (along / (energy + mass) + e) / mass;
          q.px[i] += dx * shift;
          q.py[i] += dy * shift;
          q.pz[i] += dz * shift;
          q.energy[i] = (energy * e + along) / mass;
        }
      }
      weight[i] = w;
    }
  };
  return { masses: [...masses], uniformsPerEvent: 3 * n - 4, generate };
}
