import { cosTurns, sinTurns } from '../../../math/elementary.ts';
import { fillUniforms, type StreamKey } from '../../../math/random/index.ts';

/** Inverse powers of the number g with g⁵ = g + 1, of which the steps spread points evenly in four dimensions. */
const STEPS = [0.8566748838545029, 0.7338918566271259, 0.6287067210378087, 0.5385972572236101];

/** An angle of each way (turns), with its cosine and sine. */
export interface AngleOfWays {
  readonly turns: Float64Array;
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

/**
 * Ways in which a decay at rest is turned and placed, as even as few points can be in all coordinates together: depths in
 * equal shares of their range, all else in steps of the inverse powers of g (M. Roberts, The unreasonable effectiveness
 * of quasirandom sequences, 2018), from offsets that are uniform numbers of the decay. Each way for itself is uniform in
 * all coordinates, so that every mean is kept.
 */
export class Ways {
  /** Numbers in [0, 1) of each way: for the cosine of the axis, two, and for the place along the beam. */
  readonly choice: Float64Array;
  readonly height: Float64Array;
  readonly depth: Float64Array;
  /** Azimuth of the axis, and turns around it. */
  readonly turn: AngleOfWays;
  readonly spin: AngleOfWays;
  readonly #key: StreamKey;
  readonly #offsets = Array.from({ length: 5 }, () => new Float64Array(1));
  /** Each way's steps from the offsets; of angles with cosine and sine. */
  readonly #steps: readonly Float64Array[];
  readonly #turned: readonly AngleOfWays[];

  constructor(count: number, key: StreamKey) {
    const column = (): Float64Array<ArrayBuffer> => new Float64Array(count);
    const angles = (): AngleOfWays => ({ turns: column(), cosine: column(), sine: column() });
    this.choice = column();
    this.height = column();
    this.depth = column();
    this.turn = angles();
    this.spin = angles();
    this.#key = key;
    this.#steps = STEPS.map((step) => Float64Array.from({ length: count }, (_, way) => (way * step) % 1));
    this.#turned = this.#steps.slice(2).map((turns) => ({
      turns,
      cosine: turns.map(cosTurns),
      sine: turns.map(sinTurns),
    }));
  }

  /** The ways of decay `event`. */
  draw(event: number): void {
    fillUniforms(this.#key, event, 1, this.#offsets);
    const [choice, height, turn, spin, depth] = this.#offsets;
    shift(this.#steps[0], choice[0], this.choice);
    shift(this.#steps[1], height[0], this.height);
    rotate(this.#turned[0], turn[0], this.turn);
    rotate(this.#turned[1], spin[0], this.spin);
    const count = this.depth.length;
    for (let way = 0; way < count; way++) this.depth[way] = (way + depth[0]) / count;
  }
}

/** Steps from an offset, without their whole parts. */
function shift(steps: Float64Array, offset: number, into: Float64Array): void {
  for (let way = 0; way < steps.length; way++) {
    const moved = steps[way] + offset;
    into[way] = moved < 1 ? moved : moved - 1;
  }
}

function rotate({ turns, cosine, sine }: AngleOfWays, offset: number, into: AngleOfWays): void {
  const c = cosTurns(offset);
  const s = sinTurns(offset);
  shift(turns, offset, into.turns);
  for (let way = 0; way < turns.length; way++) {
    into.cosine[way] = c * cosine[way] - s * sine[way];
    into.sine[way] = s * cosine[way] + c * sine[way];
  }
}
