import { describe, expect, test } from 'vitest';
import { HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { MASS } from '../production/masses.ts';
import { CKM } from '../production/standard-model.ts';
import { leptonToHadrons, pionPair, threePions } from './spectral-functions.ts';

const tau = particle('tau-');
const fraction = (width: number) => (CKM.ud * CKM.ud * width * tau.ctau) / HBAR_C;

describe('hadrons of a charged weak current', () => {
  test('τ → ππ⁰ν from the form factor measured in e⁺e⁻: 25.5 %, less the electroweak correction of 2 %', () => {
    expect(fraction(leptonToHadrons(MASS.tau, 0, pionPair))).toBeGreaterThan(0.245);
    expect(fraction(leptonToHadrons(MASS.tau, 0, pionPair))).toBeLessThan(0.26);
  });

  test('τ → 3πν is what fixes the height of the a₁, and its peak is that of the spectral function seen in τ decays', () => {
    expect(fraction(leptonToHadrons(MASS.tau, 0, threePions))).toBeCloseTo(0.1828, 6);
    // ALEPH (Phys. Rept. 421 (2005) 191): a₁(s) between 0.8 and 1.1 near 1.3 GeV².
    expect(threePions.density(1.3)).toBeGreaterThan(0.8);
    expect(threePions.density(1.3)).toBeLessThan(1.1);
  });

  test('closed below threshold, continuous above, and a heavier lepton leaves less', () => {
    for (const hadrons of [pionPair, threePions]) {
      expect(leptonToHadrons(hadrons.threshold + 0.1, 0.1, hadrons)).toBe(0);
      expect(leptonToHadrons(hadrons.threshold + 0.1001, 0.1, hadrons)).toBeLessThan(1e-20);
      expect(leptonToHadrons(1, MASS.muon, hadrons)).toBeLessThan(leptonToHadrons(1, 0, hadrons));
      // The two forms of the phase space meet without a step.
      const joint = (0.773 + MASS.chargedPion) ** 2;
      expect(hadrons.density(joint * (1 - 1e-9)) / hadrons.density(joint * (1 + 1e-9))).toBeCloseTo(1, 6);
    }
  });
});
