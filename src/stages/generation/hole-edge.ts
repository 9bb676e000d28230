import type { DecayBlock } from '../../events/decay-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import { atan2, cosTurns, sinTurns } from '../../math/elementary.ts';

const { PI } = Math;

/** What of a detector says where photons pass between the vetoes. */
export type HoleOfCalorimeter = Pick<Detector, 'calorimeter'> & {
  readonly vetoes: Pick<Detector['vetoes'], 'smallAngle'>;
};

/**
 * The ring along the edge of the calorimeter's hole that the small-angle veto does not cover all around, seen from a
 * decay: directions of a massless particle at rest of a parent with Lorentz factor `gamma` (cosine, and azimuth in turns)
 * that lead there.
 */
export class HoleEdge {
  /** Direction last aimed at. */
  cosine = 1;
  turn = 0;
  readonly #gamma: number;
  readonly #z: number;
  readonly #inner: number;
  readonly #outer: number;
  #x = 0;
  #y = 0;
  #way = 0;

  constructor({ calorimeter, vetoes: { smallAngle } }: HoleOfCalorimeter, gamma: number) {
    this.#gamma = gamma;
    this.#z = calorimeter.z.value;
    this.#outer = calorimeter.innerRadius.value;
    this.#inner = smallAngle.outerRadius.value - Math.abs(smallAngle.centreX.value);
  }

  /** Whether there is such a ring. */
  get exists(): boolean {
    return this.#inner > 0 && this.#inner < this.#outer;
  }

  /** Looks from the decay in row `row`. */
  from({ vertex, parent }: Pick<DecayBlock, 'vertex' | 'parent'>, row: number): void {
    this.#way = this.#z - vertex.z[row];
    this.#x = vertex.x[row] + (parent.px[row] / parent.pz[row]) * this.#way;
    this.#y = vertex.y[row] + (parent.py[row] / parent.pz[row]) * this.#way;
  }

  /** Aims at a point of the ring, uniform in its area for uniform numbers. */
  aim(depth: number, around: number): void {
    const inside = this.#inner * this.#inner;
    const r = Math.sqrt(inside + depth * (this.#outer * this.#outer - inside));
    const x = r * cosTurns(around) - this.#x;
    const y = r * sinTurns(around) - this.#y;
    // An angle α in the laboratory is one θ at rest with tan(θ/2) = γα.
    const g = (this.#gamma * Math.sqrt(x * x + y * y)) / this.#way;
    this.cosine = (1 - g * g) / (1 + g * g);
    this.turn = atan2(y, x) / (2 * PI);
  }

  /** Density of directions so aimed over that of all directions; 0 of those that lead elsewhere. */
  density(cosine: number, turn: number): number {
    if (cosine <= -1) return 0;
    const squared = (1 - cosine) / (1 + cosine);
    const away = (Math.sqrt(squared) / this.#gamma) * this.#way;
    const x = this.#x + away * cosTurns(turn);
    const y = this.#y + away * sinTurns(turn);
    const r2 = x * x + y * y;
    const inside = this.#inner * this.#inner;
    const outside = this.#outer * this.#outer;
    if (r2 < inside || r2 > outside) return 0;
    const scale = ((1 + squared) * this.#way) / this.#gamma;
    return (scale * scale) / (outside - inside);
  }
}
