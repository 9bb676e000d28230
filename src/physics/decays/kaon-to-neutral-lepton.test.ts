import { describe, expect, it } from 'vitest';
import { kaonToNeutralLepton } from './kaon-to-neutral-lepton.ts';

describe('kaonToNeutralLepton', () => {
  // ρ of an independent evaluation.
  it.each([
    ['e', 0.05, 1.582e-5 * 9.379753e3],
    ['e', 0.1, 1.582e-5 * 3.521942e4],
    ['e', 0.2, 1.582e-5 * 1.070305e5],
    ['e', 0.3, 1.582e-5 * 1.371126e5],
    ['e', 0.4, 1.582e-5 * 7.22994e4],
    ['mu', 0.1, 0.6356 * 1.892247],
    ['mu', 0.2, 0.6356 * 3.621198],
    ['mu', 0.3, 0.6356 * 3.899768],
  ] as const)('%s at %f GeV', (flavour, mass, fraction) => {
    expect(kaonToNeutralLepton(flavour, mass) / fraction).toBeCloseTo(1, 4);
  });

  it('is the leptonic decay for no mass, and closed beyond the threshold', () => {
    expect(kaonToNeutralLepton('mu', 0)).toBeCloseTo(0.6356, 12);
    expect(kaonToNeutralLepton('e', 0.494)).toBe(0);
    expect(kaonToNeutralLepton('mu', 0.4)).toBe(0);
  });
});
