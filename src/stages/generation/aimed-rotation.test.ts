import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateMomenta } from '../../physics/vectors/momentum-columns.ts';
import { aimRotation } from './aimed-rotation.ts';

const component = fc.double({ min: -1, max: 1, noNaN: true });
const vector = fc.tuple(component, component, component).filter(([x, y, z]) => Math.hypot(x, y, z) > 1e-3);
const unit = fc.double({ min: 0.001, max: 0.999, noNaN: true });

it('points where it is told, and keeps lengths, angles and handedness', () => {
  fc.assert(
    fc.property(fc.array(vector, { minLength: 3, maxLength: 3 }), unit, unit, unit, (vectors, u, turn, spin) => {
      const momenta = vectors.map(([x, y, z]) => {
        const one = allocateMomenta(1);
        one.px[0] = x;
        one.py[0] = y;
        one.pz[0] = z;
        return one;
      });
      const [x, y, z] = vectors[0];
      aimRotation(x, y, z, 2 * u - 1, turn, spin, momenta, 0);
      const turned = momenta.map(({ px, py, pz }) => [px[0], py[0], pz[0]]);
      const length = Math.hypot(x, y, z);
      expect(turned[0][2] / length).toBeCloseTo(2 * u - 1, 12);
      expect(Math.cos(Math.atan2(turned[0][1], turned[0][0]) - 2 * Math.PI * turn)).toBeCloseTo(1, 9);
      const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
      for (let a = 0; a < 3; a++)
        for (let b = 0; b < 3; b++) expect(dot(turned[a], turned[b])).toBeCloseTo(dot(vectors[a], vectors[b]), 12);
      const triple = ([a, b, c]: readonly (readonly number[])[]) =>
        a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
      expect(triple(turned)).toBeCloseTo(triple(vectors), 12);
    }),
    { seed: 5 },
  );
});
