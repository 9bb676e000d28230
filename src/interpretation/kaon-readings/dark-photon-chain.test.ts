import { expect, it } from 'vitest';
import { particle } from '../../physics/particles/index.ts';
import darkPhotonChain from './dark-photon-chain.ts';
import darkScalarChain from './dark-scalar-chain.ts';

const HBAR_C = 1.973269804e-16; // GeV m
const ALPHA = 1 / 137.035999;

it.each([0.01, 0.03, 0.08])('gives a dark photon of %s GeV the lifetime of 3Γ = αε²m (1 + 2r)√(1 − 4r)', (mass) => {
  const r = (particle('e-').mass / mass) ** 2;
  const width = ((ALPHA * 1e-10 * mass) / 3) * (1 + 2 * r) * Math.sqrt(1 - 4 * r);
  const predicted = darkPhotonChain.predict(mass, 1e-5);
  expect((predicted?.ctau ?? 0) / (HBAR_C / width)).toBeCloseTo(1, 3);
});

it('makes as many as the scalar of its mass and mixing does, whatever ε', () => {
  const [scalar, few, many] = [
    darkScalarChain.predict(0.2, 0.01)?.product ?? 0,
    darkPhotonChain.predict(0.05, 1e-7)?.product,
    darkPhotonChain.predict(0.05, 1e-3)?.product,
  ];
  expect(few).toBe(many);
  // Below two muons a dark photon goes to e⁺e⁻ alone, in either reading.
  expect((few ?? 0) / scalar).toBeCloseTo(1, 10);
  // |M| = ½·3m_t²|V_ts V_td|θ/(16π²v³)(m_K² − m_π²), BR = |M|²p/(8πm_K²)·τ: 1e-3 θ², within what m_t and V make of it.
  expect(scalar / 1e-4).toBeGreaterThan(5e-4);
  expect(scalar / 1e-4).toBeLessThan(3e-3);
});
