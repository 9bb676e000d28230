import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock } from '../../../events/candidate-block.ts';
import decayAngleCosine from './decay-angle-cosine.ts';
import mass from './mass.ts';
import massSquared from './mass-squared.ts';

const MK = 0.493677;
const MPI = 0.13957;
const MMU = 0.105658;

/** K → π(ll) from a pair mass, an angle and a boost: the pair along z in the kaon frame, then all boosted along z. */
function decayOf(q: number, cosine: number, betaGamma: number): number[][] {
  const momentum = Math.sqrt((MK ** 2 - (MPI + q) ** 2) * (MK ** 2 - (MPI - q) ** 2)) / (2 * MK);
  const own = Math.sqrt((q * q) / 4 - MMU * MMU);
  const sine = Math.sqrt(1 - cosine * cosine);
  const boost = ([e, x, y, z]: number[], by: number): number[] => {
    const gamma = Math.sqrt(1 + by * by);
    return [gamma * e + by * z, x, y, gamma * z + by * e];
  };
  // The kaon moves along −z in the pair's frame when the pair moves along +z in the kaon's.
  const lepton = (sign: number) => boost([q / 2, sign * own * sine, 0, -sign * own * cosine], momentum / q);
  const pion = [Math.sqrt(MPI * MPI + momentum * momentum), 0, 0, -momentum];
  return [pion, lepton(1), lepton(-1)].map((p) => boost(p, betaGamma));
}

describe('observables of a pair', () => {
  it('give the angle and the mass that the decay was made with, at any boost', () => {
    const block = allocateCandidateBlock(1, [
      { role: 'pi+', mass: MPI, charge: 1 },
      { role: 'mu-', mass: MMU, charge: -1 },
      { role: 'mu+', mass: MMU, charge: 1 },
    ]);
    block.count = 1;
    const out = new Float64Array(1);
    fc.assert(
      fc.property(
        fc.double({ min: 0.22, max: 0.35, noNaN: true }),
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 150, noNaN: true }),
        (q, cosine, betaGamma) => {
          decayOf(q, cosine, betaGamma).forEach(([e, x, y, z], i) => {
            const { momentum } = block.particles[i];
            momentum.energy[0] = e;
            momentum.px[0] = x;
            momentum.py[0] = y;
            momentum.pz[0] = z;
          });
          decayAngleCosine.evaluate(block, [1, 2], out);
          expect(out[0]).toBeCloseTo(cosine, 4);
          decayAngleCosine.evaluate(block, [2, 1], out);
          expect(out[0]).toBeCloseTo(-cosine, 4);
          massSquared.evaluate(block, [1, 2], out);
          const square = out[0];
          expect(square).toBeCloseTo(q * q, 8);
          mass.evaluate(block, [1, 2], out);
          expect(out[0] * out[0]).toBeCloseTo(square, 12);
        },
      ),
    );
  });
});
