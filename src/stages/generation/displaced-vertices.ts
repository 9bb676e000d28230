import { allocatePoints, type DecayBlock, type PointColumns } from '../../events/decay-block.ts';
import { log } from '../../math/elementary.ts';
import { fillUniforms, streamKey } from '../../math/random/index.ts';

/** A particle that flies before it decays: cτ in metres, which products are its own, and from which flight it starts. */
export interface FlightPlan {
  readonly mass: number;
  readonly lifetime: number;
  readonly products: readonly number[];
  /** Index of the flight it starts from, a lower one; −1 for the decay vertex. */
  readonly within: number;
}

/** Vertices of the flights, and the rule that fills them from a block's momenta. */
export interface DisplacedVertices {
  /** Where product `index` starts; undefined for the decay vertex. */
  originOf(index: number): PointColumns | undefined;
  fill(block: DecayBlock): void;
}

/** Decay points −cτ·p/m·ln u after the start of each flight, along the sum of its products' momenta. */
export function displacedVertices(
  flights: readonly FlightPlan[],
  capacity: number,
  seed: number,
  stream: string,
): DisplacedVertices {
  const key = streamKey(seed, `${stream}/flight`);
  const points = flights.map(() => allocatePoints(capacity));
  const draws = flights.map(() => new Float64Array(capacity));
  return {
    originOf(index) {
      const last = flights.findLastIndex(({ products }) => products.includes(index));
      return last < 0 ? undefined : points[last];
    },
    fill(block) {
      const { count, firstEvent, products } = block;
      fillUniforms(key, firstEvent, count, draws);
      flights.forEach(({ mass, lifetime, products: own, within }, f) => {
        const start = within < 0 ? block.vertex : points[within];
        const end = points[f];
        for (let i = 0; i < count; i++) {
          let px = 0;
          let py = 0;
          let pz = 0;
          for (const index of own) {
            const { momentum } = products[index];
            px += momentum.px[i];
            py += momentum.py[i];
            pz += momentum.pz[i];
          }
          const step = (-lifetime * log(draws[f][i])) / mass;
          end.x[i] = start.x[i] + px * step;
          end.y[i] = start.y[i] + py * step;
          end.z[i] = start.z[i] + pz * step;
        }
      });
    },
  };
}
