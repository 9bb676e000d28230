import type { Observable } from '../observable.ts';
import { momentumInParentFrame } from '../parent-frame.ts';

const first = [0];
const others: number[] = [];
const a = new Float64Array(3);
const b = new Float64Array(3);

/**
 * Cosine of the angle between the first particle named and the others together, in the rest frame of the decaying
 * particle; 0 where one of them is at rest or only one is named.
 */
export default {
  id: 'parentFrameCosine',
  title: 'cosine of the angle in the rest frame of the decaying particle',
  symbol: 'cos θ^{*}',
  dimension: 'number',
  unit: { name: '', size: 1 },
  evaluate(candidates, of, out) {
    first[0] = of[0];
    others.length = 0;
    for (let k = 1; k < of.length; k++) others.push(of[k]);
    for (let i = 0; i < candidates.count; i++) {
      momentumInParentFrame(candidates, first, i, a);
      momentumInParentFrame(candidates, others, i, b);
      const size = Math.sqrt((a[0] * a[0] + a[1] * a[1] + a[2] * a[2]) * (b[0] * b[0] + b[1] * b[1] + b[2] * b[2]));
      out[i] = size > 0 ? (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / size : 0;
    }
  },
} as const satisfies Observable;
