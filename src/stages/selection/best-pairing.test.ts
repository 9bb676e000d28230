import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock, type CandidateBlock } from '../../events/candidate-block.ts';
import { InvalidInput } from '../../schema/index.ts';
import missingMass from './observables/missing-mass.ts';
import pairMassDifference from './observables/pair-mass-difference.ts';
import pairMassMean from './observables/pair-mass-mean.ts';

type Vector = readonly [px: number, py: number, pz: number, energy: number];

const ROLES = [
  { role: 'pi+', mass: 0.1396, charge: 1 },
  { role: 'e+', mass: 0.000511, charge: 1 },
  { role: 'e+', mass: 0.000511, charge: 1 },
  { role: 'e-', mass: 0.000511, charge: -1 },
  { role: 'e-', mass: 0.000511, charge: -1 },
];

/** Massless e⁺ and e⁻ from a particle of mass m and momentum p along z, at an angle in its rest frame. */
function pair(mass: number, p: number, cosTheta: number): [Vector, Vector] {
  const energy = Math.sqrt(p * p + mass * mass);
  const [gamma, gammaBeta] = [energy / mass, p / mass];
  const half = mass / 2;
  const across = half * Math.sqrt(1 - cosTheta * cosTheta);
  const boosted = (sign: number): Vector => [
    sign * across,
    0,
    gamma * sign * half * cosTheta + gammaBeta * half,
    gamma * half + gammaBeta * sign * half * cosTheta,
  ];
  return [boosted(1), boosted(-1)];
}

function candidate(vectors: readonly (Vector | undefined)[], parent: Vector = [0, 0, 75, 75.0016]): CandidateBlock {
  const block = allocateCandidateBlock(1, ROLES);
  block.count = 1;
  const put = (columns: CandidateBlock['parent'], [px, py, pz, energy]: Vector): void => {
    columns.px[0] = px;
    columns.py[0] = py;
    columns.pz[0] = pz;
    columns.energy[0] = energy;
  };
  vectors.forEach((vector, i) => {
    if (vector !== undefined) put(block.particles[i].momentum, vector);
  });
  put(block.parent, parent);
  return block;
}

const reading = (observable: typeof pairMassMean | typeof pairMassDifference, block: CandidateBlock): number => {
  const out = new Float64Array(1);
  observable.evaluate(block, [1, 2, 3, 4], out);
  return out[0];
};

describe('masses of two pairs', () => {
  it('finds two equal masses whichever e⁻ stands first', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.17, noNaN: true }),
        fc.double({ min: 5, max: 30, noNaN: true }),
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        fc.boolean(),
        (mass, p, cosA, cosB, swapped) => {
          const [a, b] = pair(mass, p, cosA);
          const [c, d] = pair(mass, p + 7, cosB);
          const block = candidate(swapped ? [undefined, a, c, d, b] : [undefined, a, c, b, d]);
          // Differences of squares of 30 GeV: 1e-7 of 10 MeV is left of the 53 bits.
          expect(reading(pairMassDifference, block)).toBeLessThan(1e-7);
        },
      ),
    );
  });

  it('gives their mass', () => {
    // Symmetric decays could be paired either way; these are not.
    const [a, b] = pair(0.03, 20, 0.3);
    const [c, d] = pair(0.03, 12, 0.6);
    for (const order of [
      [a, c, b, d],
      [a, c, d, b],
    ]) {
      expect(reading(pairMassMean, candidate([undefined, ...order]))).toBeCloseTo(0.03, 9);
    }
  });

  it('gives mean and difference of unequal masses', () => {
    const [a, b] = pair(0.1, 20, 0.3);
    const [c, d] = pair(0.11, 12, -0.2);
    const block = candidate([undefined, a, c, b, d]);
    const [mean, difference] = [reading(pairMassMean, block), reading(pairMassDifference, block)];
    expect(difference).toBeLessThanOrEqual(0.01 + 1e-9);
    expect(mean).toBeGreaterThan(0.09);
  });

  it('refuses anything but two of each charge', () => {
    const block = candidate([]);
    expect(() => pairMassMean.evaluate(block, [0, 1, 2, 3], new Float64Array(1))).toThrow(InvalidInput);
    expect(() => pairMassMean.evaluate(block, [1, 3], new Float64Array(1))).toThrow(/two positive/);
  });
});

describe('missing mass', () => {
  const out = new Float64Array(1);
  it('is the mass of what is missing', () => {
    // A kaon at rest and a pion of momentum 0.2 GeV: m² = (m_K − E)² − p².
    const energy = Math.sqrt(0.2 * 0.2 + 0.1396 * 0.1396);
    const block = candidate([[0, 0, 0.2, energy]], [0, 0, 0, 0.4937]);
    missingMass.evaluate(block, [0], out);
    expect(out[0]).toBeCloseTo(Math.sqrt((0.4937 - energy) * (0.4937 - energy) - 0.04), 12);
  });

  it('is negative where its square is', () => {
    const block = candidate([[0, 0, 1, 1]], [0, 0, 0, 0.5]);
    missingMass.evaluate(block, [0], out);
    expect(out[0]).toBeCloseTo(-Math.sqrt(0.75), 12);
  });
});
