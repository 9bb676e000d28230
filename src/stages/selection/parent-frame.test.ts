import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateCandidateBlock } from '../../events/candidate-block.ts';
import { InvalidInput } from '../../schema/index.ts';
import { observable, particlesNamed } from './compile-cuts.ts';
import { photonRoles } from './photon-role.ts';

const MASS = 0.493677;
const roles = ['e+', 'gamma of π⁰', 'gamma of π⁰', 'gamma radiated'];

/** The momenta, given in the parent's rest frame, seen while the parent moves with `beta` along z; what is observed. */
function observed(
  rest: readonly (readonly [number, number, number])[],
  beta: number,
  name: string,
  of: string[],
): number {
  const block = allocateCandidateBlock(
    1,
    roles.map((role) => ({ role, mass: 0, charge: 0 })),
  );
  block.count = 1;
  const gamma = 1 / Math.sqrt(1 - beta * beta);
  block.parent.energy[0] = gamma * MASS;
  block.parent.pz[0] = gamma * beta * MASS;
  rest.forEach(([x, y, z], k) => {
    const { momentum } = block.particles[k];
    const e = Math.sqrt(x * x + y * y + z * z);
    momentum.px[0] = x;
    momentum.py[0] = y;
    momentum.pz[0] = gamma * (z + beta * e);
    momentum.energy[0] = gamma * (e + beta * z);
  });
  const out = new Float64Array(1);
  observable(name, 'test').evaluate(block, particlesNamed(of, roles, 'test'), out);
  return out[0];
}

const momenta = [
  [0.1, 0, 0],
  [0, 0.03, 0.02],
  [0, 0.05, -0.02],
  [0.03, 0, 0.04],
] as const;

it.each([0, 0.5, 0.9999])('reads the rest frame of a parent with β = %f', (beta) => {
  expect(observed(momenta, beta, 'parentFrameEnergy', ['gamma radiated'])).toBeCloseTo(0.05, 10);
  expect(observed(momenta, beta, 'parentFrameCosine', ['e+', 'gamma radiated'])).toBeCloseTo(0.6, 10);
  // (0.03, 0, 0.04) · ((0.1, 0, 0) × (0, 0.08, 0)) = 0.04 · 0.008
  expect(observed(momenta, beta, 'parentFrameTripleProduct', ['gamma radiated', 'e+', 'gamma of π⁰'])).toBeCloseTo(
    (0.04 * 0.008) / (MASS * MASS * MASS),
    10,
  );
});

it('the triple product changes its sign with the order and in a mirror, and is at most the product of the momenta', () => {
  const component = fc.double({ min: -0.2, max: 0.2, noNaN: true });
  const momentum = fc.tuple(component, component, component);
  const four = fc.tuple(momentum, momentum, momentum, momentum);
  fc.assert(
    fc.property(four, fc.double({ min: 0, max: 0.99, noNaN: true }), (rest, beta) => {
      const value = observed(rest, beta, 'parentFrameTripleProduct', ['gamma radiated', 'e+', 'gamma of π⁰']);
      const swapped = observed(rest, beta, 'parentFrameTripleProduct', ['e+', 'gamma radiated', 'gamma of π⁰']);
      const mirrored = rest.map(([x, y, z]) => [-x, y, z] as const);
      const image = observed(mirrored, beta, 'parentFrameTripleProduct', ['gamma radiated', 'e+', 'gamma of π⁰']);
      expect(swapped).toBeCloseTo(-value, 9);
      expect(image).toBeCloseTo(-value, 9);
      expect(Math.abs(value)).toBeLessThanOrEqual((0.35 * 0.35 * 0.7) / (MASS * MASS * MASS));
    }),
  );
});

it('photons have roles of their own, which are no tracks', () => {
  expect(photonRoles(2)).toEqual(['gamma', 'gamma']);
  expect(photonRoles()).toEqual([]);
  expect(particlesNamed(['tracks'], roles, 'test')).toEqual([0]);
  expect(particlesNamed(['gamma radiated', 'e+'], roles, 'test')).toEqual([3, 0]);
  expect(() => particlesNamed(['gamma'], roles, 'test')).toThrow(InvalidInput);
});
