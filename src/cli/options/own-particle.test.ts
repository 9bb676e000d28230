import { describe, expect, it } from 'vitest';
import { readOwnParticle } from './own-particle.ts';

describe('readOwnParticle', () => {
  it('reads mass and lifetime with units', () => {
    const { lifetime, ...rest } = readOwnParticle('A: mass 20MeV, lifetime 1ns');
    expect(rest).toEqual({ name: 'A', mass: 0.02 });
    expect(lifetime).toBeCloseTo(0.299792458, 12);
    expect(readOwnParticle('X:mass 1GeV')).toEqual({ name: 'X', mass: 1, lifetime: 'prompt' });
  });

  it.each([
    ['A', /needs e\.g\./],
    ['A: lifetime 1ns', /'A' has no mass/],
    ['A: mass 20', /a number without a unit/],
    ['A: mas 20MeV', /found 'mas 20MeV'/],
    ['A: mass 1MeV, mass 2MeV', /found 'mass 2MeV'/],
    ['A: mass -1MeV', /found 'mass -1MeV', which is below zero/],
    ['A: mass 1MeV, lifetime -1ns', /found 'lifetime -1ns', which is below zero/],
    ['A: mass 1e99MeV', /beyond all measure/],
  ])('refuses %s', (text, message) => {
    expect(() => readOwnParticle(text)).toThrow(message);
  });
});
