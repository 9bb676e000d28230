import { describe, expect, test } from 'vitest';
import { MASS } from '../production/masses.ts';
import { scalarToKaonsSquared, scalarToPionsSquared } from './scalar-mesons.ts';

describe('couplings of a Higgs-like scalar to pairs of mesons', () => {
  test('near the pion threshold twice the leading order of chiral perturbation theory, which lacks rescattering', () => {
    const leading = (m: number) => (2 / 9) * m * m + (11 / 9) * MASS.chargedPion * MASS.chargedPion;
    // Widths short by 2.1, 3.1 and 3.2 at leading order, with a fifth for the reading of curves.
    for (const [mass, factor] of [
      [0.33, 2.1],
      [0.5, 3.1],
      [0.55, 3.2],
    ]) {
      const found = scalarToPionsSquared(mass) / (leading(mass) * leading(mass));
      expect(found / factor).toBeGreaterThan(0.8);
      expect(found / factor).toBeLessThan(1.4);
    }
  });

  test('largest at the f₀(980), smooth below 1.45 GeV: no line narrower than the fit could see', () => {
    let most = 0;
    let at = 0;
    for (let m = 0.3; m < 2; m += 0.005) {
      const value = scalarToPionsSquared(m);
      if (value > most) {
        most = value;
        at = m;
      }
      // ππ nearly vanishes at 1.54 GeV, where KK is thirty times as much.
      if (m < 1.45) expect(scalarToPionsSquared(m + 0.005) / value).toBeLessThan(1.6);
      expect(value).toBeGreaterThan(0);
    }
    expect(at).toBeGreaterThan(0.97);
    expect(at).toBeLessThan(1.01);
    expect(scalarToKaonsSquared(1.0)).toBeGreaterThan(scalarToKaonsSquared(1.2));
  });
});
