import { cos, sin } from '../../math/elementary.ts';
import { gaussLegendre } from '../../math/quadrature.ts';
import { InvalidInput } from '../../schema/index.ts';
import { decayMomentum } from './kinematics.ts';
import type { MotherSpectrum, YieldSpectrum } from './spectrum.ts';
import { requirePositive } from './validity.ts';

/** One energy at which a hidden particle leaves its mother, as the mass of what it recoils against, with its share. */
export interface RecoilLine {
  readonly recoilMass: number;
  /** Share of the decays; shares sum to 1. */
  readonly share: number;
}

export interface DecayProduction {
  readonly mechanism: string;
  readonly mother: MotherSpectrum;
  readonly mass: number;
  /** One line for a two-body decay, several (a quadrature of the recoil mass) for three bodies. */
  readonly recoil: readonly RecoilLine[];
  /** Decays per proton on target for unit coupling, before `coverage`. */
  readonly decaysPerProton: number;
}

const ENERGY_NODES = 16;
const AZIMUTH_NODES = 8;
const azimuthCosines = Float64Array.from({ length: AZIMUTH_NODES }, (_, i) =>
  cos((Math.PI * (i + 0.5)) / AZIMUTH_NODES),
);

/**
 * Spectrum of a particle from isotropic decays of mothers with a known spectrum. The density is the convolution
 * E d³N/d³p = M/(2 p p*) ∫dE_M ⟨E_M d³n/d³P⟩, the average being over the azimuth of the mother about p, at the opening
 * angle that the energies fix (16 × 8 points, about 1e-3); sampling decays a sampled mother. Needs a decay that is open:
 * InvalidInput otherwise, and for a mass that is no number of at least 0.
 */
export function decaySpectrum(production: DecayProduction): YieldSpectrum {
  const { mechanism, mother, mass, recoil, decaysPerProton } = production;
  requirePositive(`${mechanism}: mass`, mass, true);
  const motherMass = mother.mass;
  const count = recoil.length;
  const starEnergy = new Float64Array(count);
  const starMomentum = new Float64Array(count);
  const share = new Float64Array(count);
  const cumulative = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const m = recoil[i].recoilMass;
    starMomentum[i] = decayMomentum(motherMass, mass, m);
    if (!(starMomentum[i] > 0))
      throw new InvalidInput(mechanism, `a mother of ${motherMass} GeV cannot make ${mass} GeV and ${m} GeV`);
    starEnergy[i] = Math.sqrt(mass * mass + starMomentum[i] * starMomentum[i]);
    share[i] = recoil[i].share;
    cumulative[i] = (i === 0 ? 0 : cumulative[i - 1]) + share[i];
  }
  const { nodes, weights } = gaussLegendre(ENERGY_NODES);
  const target = new Float64Array(3);
  const longitudinal = new Float64Array(AZIMUTH_NODES);
  const transverse = new Float64Array(AZIMUTH_NODES);
  const densities = new Float64Array(AZIMUTH_NODES);

  function invariant(line: number, energy: number, px: number, pz: number, p: number): number {
    const ePrime = starEnergy[line];
    const pPrime = starMomentum[line];
    const scale = motherMass / (mass > 0 ? mass * mass : 1e-300);
    const upper = (energy * ePrime + p * pPrime) * scale;
    const lower = (motherMass * (energy * energy + pPrime * pPrime)) / (energy * ePrime + p * pPrime);
    const from = Math.max(lower, mother.energy.min);
    const to = Math.min(upper, mother.energy.max);
    if (!(to > from)) return 0;
    // Nodes evenly in 1/E: the spectra fall steeply.
    const inverseFrom = 1 / from;
    const half = 0.5 * (inverseFrom - 1 / to);
    let sum = 0;
    for (let i = 0; i < ENERGY_NODES; i++) {
      const motherEnergy = 1 / (inverseFrom - half * (1 + nodes[i]));
      const momentum = Math.sqrt(motherEnergy * motherEnergy - motherMass * motherMass);
      const cosine = Math.min(1, Math.max(-1, (motherEnergy * energy - motherMass * ePrime) / (momentum * p)));
      const along = (momentum * cosine) / p;
      const across = (momentum * Math.sqrt((1 - cosine) * (1 + cosine))) / p;
      for (let j = 0; j < AZIMUTH_NODES; j++) {
        const c = azimuthCosines[j];
        const x = px * along + pz * across * c;
        const y2 = across * p * (across * p) * (1 - c * c);
        longitudinal[j] = pz * along - px * across * c;
        transverse[j] = Math.sqrt(x * x + y2);
      }
      mother.invariants(motherEnergy, longitudinal, transverse, densities);
      let average = 0;
      for (let j = 0; j < AZIMUTH_NODES; j++) average += densities[j];
      sum += weights[i] * motherEnergy * motherEnergy * average;
    }
    return (sum * half * motherMass) / (2 * p * pPrime * AZIMUTH_NODES);
  }

  return {
    valid: true,
    mechanism,
    mass,
    total: decaysPerProton * mother.coverage,
    coverage: mother.coverage,
    density(energy, theta) {
      if (!(energy > mass && theta > 0)) return 0;
      const p = Math.sqrt((energy - mass) * (energy + mass));
      const px = p * sin(theta);
      const pz = p * cos(theta);
      let sum = 0;
      for (let i = 0; i < count; i++) sum += share[i] * invariant(i, energy, px, pz, p);
      return decaysPerProton * sum * 2 * Math.PI * px;
    },
    uniforms: count > 1 ? 6 : 5,
    sample(uniforms, out, weight, first, last) {
      const [u0, u1, u2, u3, u4] = uniforms;
      for (let i = first; i < last; i++) {
        let line = 0;
        if (count > 1) while (line < count - 1 && uniforms[5][i] * cumulative[count - 1] > cumulative[line]) line++;
        mother.sample(u0[i], u1[i], target);
        const motherEnergy = target[0];
        const pt = target[1];
        const phi = 2 * Math.PI * u2[i];
        const mx = pt * cos(phi);
        const my = pt * sin(phi);
        const mz = Math.sqrt(Math.max(motherEnergy * motherEnergy - motherMass * motherMass - pt * pt, 0));
        const cosine = 2 * u3[i] - 1;
        const sine = Math.sqrt((1 - cosine) * (1 + cosine));
        const psi = 2 * Math.PI * u4[i];
        const e = starEnergy[line];
        const q = starMomentum[line];
        const x = q * sine * cos(psi);
        const y = q * sine * sin(psi);
        const z = q * cosine;
        const dot = mx * x + my * y + mz * z;
        const boost = (dot / (motherEnergy + motherMass) + e) / motherMass;
        out.energy[i] = (motherEnergy * e + dot) / motherMass;
        out.px[i] = x + mx * boost;
        out.py[i] = y + my * boost;
        out.pz[i] = z + mz * boost;
        weight[i] = decaysPerProton * target[2];
      }
    },
  };
}
