import type { Observable } from '../observable.ts';
import { momentumInParentFrame } from '../parent-frame.ts';

const first = [0];
const second = [0];
const others: number[] = [];
const a = new Float64Array(3);
const b = new Float64Array(3);
const c = new Float64Array(3);

/**
 * a·(b × c)/M³ in the rest frame of the decaying particle of mass M: a and b are the momenta of the first two particles
 * named, c that of the others together; 0 when fewer than three are named. Odd under reversal of time.
 */
export default {
  id: 'parentFrameTripleProduct',
  title: 'triple product in the rest frame of the decaying particle',
  symbol: 'ξ',
  dimension: 'number',
  unit: { name: '', size: 1 },
  evaluate(candidates, of, out) {
    const { parent, count } = candidates;
    if (of.length < 3) {
      out.fill(0, 0, count);
      return;
    }
    first[0] = of[0];
    second[0] = of[1];
    others.length = 0;
    for (let k = 2; k < of.length; k++) others.push(of[k]);
    for (let i = 0; i < count; i++) {
      momentumInParentFrame(candidates, first, i, a);
      momentumInParentFrame(candidates, second, i, b);
      momentumInParentFrame(candidates, others, i, c);
      const volume =
        a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
      const { energy, px, py, pz } = parent;
      const square = energy[i] * energy[i] - px[i] * px[i] - py[i] * py[i] - pz[i] * pz[i];
      out[i] = volume / (square * Math.sqrt(square));
    }
  },
} as const satisfies Observable;
