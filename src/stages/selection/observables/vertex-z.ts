import type { Observable } from '../observable.ts';

/** z of the vertex, from the target. */
export default {
  id: 'vertexZ',
  title: 'vertex position along the beam',
  symbol: 'z',
  dimension: 'length',
  unit: { name: 'm', size: 1 },
  evaluate({ vertex, count }, _of, out) {
    for (let i = 0; i < count; i++) out[i] = vertex.z[i];
  },
} as const satisfies Observable;
