import { expect, it } from 'vitest';
import { breakupMomentum } from '../vectors/kaellen.ts';
import alp from './alp-e-mu.ts';
import { contractFaults } from './model-contract.ts';
import zPrime from './z-prime-e-mu.ts';

const MU = 0.1056583755;
const E = 0.51099895e-3;

it('keeps the contract of hidden particles', () => {
  expect([...contractFaults(zPrime), ...contractFaults(alp)]).toEqual([]);
});

it.each([0.12, 0.25, 0.45])('has the widths p/(8πm²)·Σ|M|² of the traces at %s GeV', (m) => {
  const phase = breakupMomentum(m, MU, E) / (8 * Math.PI * m * m);
  const dot = (m * m - MU * MU - E * E) / 2;
  // Tr[(p̸ + m_μ)γ^α(k̸ − m_e)γ^β] with −g + qq/m², over three polarisations: 4[p·k + 2(p·q)(k·q)/m² + 3m_μm_e]/3.
  const [muon, electron] = [(m * m + MU * MU - E * E) / 2, (m * m + E * E - MU * MU) / 2];
  const vector = (4 * (dot + (2 * muon * electron) / (m * m) + 3 * MU * E)) / 3;
  // Tr[(p̸ + m_μ)γ₅(k̸ − m_e)γ₅] of a pseudoscalar: 4(p·k + m_μm_e).
  const pseudoscalar = 4 * (dot + MU * E);
  for (const [model, squared] of [
    [zPrime, vector],
    [alp, pseudoscalar],
  ] as const) {
    const widths = model.widths(m);
    expect(widths.valid && widths.partial['e- mu+'] / (phase * squared)).toBeCloseTo(1, 9);
  }
});
