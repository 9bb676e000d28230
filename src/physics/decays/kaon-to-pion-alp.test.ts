import { describe, expect, it } from 'vitest';
import { kaonToPionGluonAlp } from './kaon-to-pion-alp.ts';

describe('kaonToPionGluonAlp', () => {
  // Independent evaluation of the leading-order octet amplitude at c_GG/f = 1e-4 GeV⁻¹.
  it.each([
    [0, 8.5466e-9],
    [0.1, 7.9357e-9],
    [0.207, 5.9433e-9],
    [0.25, 4.7594e-9],
    [0.3, 3.0908e-9],
    [0.35, 7.0662e-10],
  ])('at %f GeV', (mass, fraction) => {
    // N_8 is quoted to three digits.
    expect(Math.abs((kaonToPionGluonAlp(mass) * 1e-8) / fraction - 1)).toBeLessThan(5e-3);
  });

  it('vanishes beyond the threshold', () => {
    expect(kaonToPionGluonAlp(0.36)).toBe(0);
    expect(kaonToPionGluonAlp(-1)).toBe(0);
  });
});
