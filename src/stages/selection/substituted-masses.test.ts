import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCandidateBlock } from '../../events/candidate-block.ts';
import { particle } from '../../physics/index.ts';
import { compileCuts } from './compile-cuts.ts';

const roles = ['pi-', 'mu+', 'e+'] as const;
const block = allocateCandidateBlock(
  4,
  roles.map((role) => ({ role, mass: particle(role).mass, charge: particle(role).charge })),
);

function fill(momenta: readonly (readonly [number, number, number])[]): void {
  block.count = 1;
  momenta.forEach(([px, py, pz], k) => {
    const { momentum, mass } = block.particles[k];
    momentum.px[0] = px;
    momentum.py[0] = py;
    momentum.pz[0] = pz;
    momentum.energy[0] = Math.hypot(px, py, pz, mass);
  });
}

const value = (of: readonly string[], as?: readonly string[]): number => {
  const cut = { observable: 'mass', of, above: 0.14, ...(as === undefined ? {} : { as }) };
  const [compiled] = compileCuts({ mine: cut as never }, roles, 'search');
  const out = new Float64Array(4);
  compiled.evaluate(block, out);
  return out[0];
};

const component = fc.double({ min: -0.5, max: 0.5, noNaN: true });
const momentum = fc.tuple(component, component, fc.double({ min: 1, max: 60, noNaN: true }));

describe('a cut with other masses', () => {
  it('is the mass of the pair with the masses it names, whatever the roles are', () => {
    fc.assert(
      fc.property(momentum, momentum, momentum, (pion, muon, positron) => {
        fill([pion, muon, positron]);
        const m = particle('e+').mass;
        const energy = Math.hypot(...pion, m) + Math.hypot(...positron, m);
        const p2 = [0, 1, 2].reduce((sum, i) => sum + (pion[i] + positron[i]) ** 2, 0);
        const square = energy * energy - p2;
        // The square cancels to a part in 10⁹ of the energies squared.
        expect(value(['pi-', 'e+'], ['e-', 'e+']) ** 2).toBeCloseTo(Math.max(0, square), 8);
      }),
    );
  });

  it('changes nothing with their own masses, nor for the next cut', () => {
    fill([
      [0.1, 0.02, 20],
      [-0.1, 0.1, 30],
      [0, -0.12, 25],
    ]);
    const own = value(['pi-', 'e+']);
    expect(value(['pi-', 'e+'], ['pi-', 'e+'])).toBeCloseTo(own, 14);
    expect(value(['pi-', 'e+'], ['e-', 'e+'])).toBeLessThan(own);
    expect(value(['pi-', 'e+'])).toBe(own);
  });

  it.each([
    [{ of: ['pi-', 'e+'], as: ['e-'] }, "search.mine.as: as many names as in 'of' are needed, found 1 for 2"],
    [{ as: ['e-'] }, "search.mine.as: as many names as in 'of' are needed, found 1 for 0"],
    [{ of: ['pi-'], as: ['elektron'] }, "search.mine.as: unknown particle 'elektron'"],
  ])('refuses %o', (rest, sentence) => {
    expect(() => compileCuts({ mine: { observable: 'mass', above: 1, ...rest } as never }, roles, 'search')).toThrow(
      sentence,
    );
  });
});
