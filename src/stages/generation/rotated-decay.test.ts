import { describe, expect, it } from 'vitest';
import { cosTurns, sinTurns } from '../../math/elementary.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { allocateMomenta, copyRow } from '../../physics/vectors/momentum-columns.ts';
import { aimRotation } from './aimed-rotation.ts';
import { boostRow } from './boost.ts';
import { RotatedDecay } from './rotated-decay.ts';

const MASS = 0.493677;
const random = new EventRandom(streamKey(3, 'rotations'));

/** Three products at rest, a parent at 75 GeV and an axis, all random. */
function decay(event: number) {
  random.start(event);
  const symmetric = () => 2 * random.uniform() - 1;
  const momenta = [0.00051, 0.10566, 0.13957].map((mass) => {
    const made = allocateMomenta(1);
    [made.px[0], made.py[0], made.pz[0]] = [0.2 * symmetric(), 0.2 * symmetric(), 0.2 * symmetric()];
    made.energy[0] = Math.hypot(mass, made.px[0], made.py[0], made.pz[0]);
    return made;
  });
  const parent = allocateMomenta(1);
  [parent.px[0], parent.py[0], parent.pz[0]] = [0.1 * symmetric(), 0.1 * symmetric(), 75 + symmetric()];
  parent.energy[0] = Math.hypot(MASS, parent.px[0], parent.py[0], parent.pz[0]);
  const axis = [symmetric(), symmetric(), symmetric()] as const;
  return { momenta, parent, axis, cosine: symmetric(), turn: random.uniform(), spin: random.uniform() };
}

describe('a decay at rest in many orientations', () => {
  it('has the momenta in the laboratory that turning and boosting its columns gives', () => {
    for (let event = 0; event < 200; event++) {
      const { momenta, parent, axis, cosine, turn, spin } = decay(event);
      const rotated = new RotatedDecay(momenta.length, MASS);
      rotated.take(momenta, parent, 0, ...axis);
      rotated.spin(cosine, cosTurns(spin), sinTurns(spin));
      rotated.send(cosTurns(turn), sinTurns(turn));
      const columns = momenta.map((made) => {
        const copy = allocateMomenta(1);
        copyRow(made, 0, copy, 0);
        return copy;
      });
      aimRotation(...axis, cosine, turn, spin, columns, 0);
      const hardest = Math.min(
        ...columns.map((column) => {
          boostRow(parent, MASS, column, 0);
          return column.energy[0];
        }),
      );
      columns.forEach(({ px, py, pz }, p) => {
        expect(rotated.px[p]).toBeCloseTo(px[0], 11);
        expect(rotated.py[p]).toBeCloseTo(py[0], 11);
        expect(rotated.pz[p]).toBeCloseTo(pz[0], 10);
      });
      // The slopes of the parent, some mrad, change an energy by less than 0.1 GeV.
      expect(rotated.isHard(hardest - 0.1)).toBe(true);
      expect(rotated.isHard(hardest + 0.1)).toBe(false);
    }
  });
});
