import type { Observable } from '../observable.ts';

/** χ² of the least-squares vertex. */
export default {
  id: 'vertexChiSquare',
  title: 'vertex χ²',
  symbol: 'χ²',
  dimension: 'number',
  unit: { name: '', size: 1 },
  evaluate({ vertexChiSquare, count }, _of, out) {
    for (let i = 0; i < count; i++) out[i] = vertexChiSquare[i];
  },
} as const satisfies Observable;
