import { exp, log } from '../../math/elementary.ts';
import type { EventRandom } from '../../math/random/index.ts';

/** A stretch of the beam axis (z in metres) in which decays in flight are preferred. */
export interface PreferredStretch {
  readonly from: number;
  readonly to: number;
  /** Whether half of its decays go near its start and in the plane of the bend, where a kink is taken for the magnet's. */
  readonly likeBend?: boolean;
}

/** Decays in flight that a sample prefers, for a share of its events. */
export interface PreferredDecays {
  /** Share of the events in which decays are preferred, below 1. */
  readonly share: number;
  /** Where: each stretch is drawn as often as any other. */
  readonly stretches: readonly PreferredStretch[];
  /** Share of the preferred decays that go to an electron; as nature has it when absent, and muons then live as long as they do. */
  readonly electrons?: number;
}

/** In an event that prefers decays, each particle does so with this probability. */
const EACH = 2 / 3;
/** Half of the decays like a bend have the density 1/(d + NEAR) in the distance d (m) from the start of the stretch. */
const NEAR = 0.3;
/** Half of them go close to one of the two directions along x, in which the magnet bends: density 1/(t + BESIDE) in the t turns between. */
const BESIDE = 0.005;
/** Integral of that density over all directions: four quarters of a turn. */
const AROUND = 4 * log(1 + 0.25 / BESIDE);

/**
 * Draws where a particle decays and where its daughter goes: as nature does, or, in a preferring event, often in one of
 * the preferred stretches. `preference` is the density of a preferring event over the natural one: with a share s of
 * preferring events, an event weighs 1/(1 − s + s·Π preference), at most 1/(1 − s), and every mean stays what it is.
 */
export class Flight {
  /** Distance to the decay (m), Infinity when there is none before the limit. */
  distance = Number.POSITIVE_INFINITY;
  /** Direction of the daughter in the rest frame: cosine to the axis, azimuth in turns from x. */
  cosTheta = 0;
  turns = 0;
  preference = 1;
  readonly #length: number;
  readonly #stretches: readonly PreferredStretch[];
  /** Start and end of each stretch along the way of the particle (m). */
  readonly #start: Float64Array;
  readonly #end: Float64Array;

  /** `length`: mean decay length per momentum, cτ/m (m/GeV). */
  constructor(length: number, preferred?: PreferredDecays) {
    this.#length = length;
    this.#stretches = preferred !== undefined && preferred.share > 0 ? preferred.stretches : [];
    this.#start = new Float64Array(this.#stretches.length);
    this.#end = new Float64Array(this.#stretches.length);
  }

  /**
   * For a particle of momentum `p` at z₀ with cosine `cosine` to the axis, followed for `limit` metres along its way, in
   * an event that prefers decays or not.
   */
  draw(p: number, z0: number, cosine: number, limit: number, prefers: boolean, random: EventRandom): void {
    const mean = this.#length * p;
    const stretches = this.#stretches;
    const each = EACH / stretches.length;
    let possible = 0;
    for (let s = 0; s < stretches.length; s++) {
      this.#start[s] = Math.max(0, (stretches[s].from - z0) / cosine);
      this.#end[s] = Math.min(limit, (stretches[s].to - z0) / cosine);
      if (this.#end[s] > this.#start[s]) possible += each;
    }
    let choice = prefers && possible > 0 ? random.uniform() : 1;
    let chosen = -1;
    for (let s = 0; s < stretches.length && chosen < 0 && choice < possible; s++) {
      if (!(this.#end[s] > this.#start[s])) continue;
      if (choice < each) chosen = s;
      choice -= each;
    }
    if (chosen >= 0) {
      this.#preferredDecay(chosen, random);
    } else {
      const uniform = random.uniform();
      // −log u ≥ 1 − u: the logarithm is needed only where a decay before the limit is possible.
      this.distance = (1 - uniform) * mean < limit ? -log(uniform) * mean : Number.POSITIVE_INFINITY;
      if (this.distance < limit) {
        this.cosTheta = 2 * random.uniform() - 1;
        this.turns = random.uniform();
      } else this.distance = Number.POSITIVE_INFINITY;
    }
    this.preference = 1;
    if (possible === 0) return;
    this.preference = 1 - possible;
    if (this.distance === Number.POSITIVE_INFINITY) return;
    let density = 0;
    for (let s = 0; s < stretches.length; s++) density += this.#density(s);
    if (density > 0) this.preference += (each * density * mean) / exp(-this.distance / mean);
  }

  /** Density of preferred decays of stretch `s` in distance and direction, where natural directions have the density 1. */
  #density(s: number): number {
    const from = this.#start[s];
    const reach = this.#end[s] - from;
    if (!(reach > 0) || this.distance < from || this.distance > this.#end[s]) return 0;
    if (this.#stretches[s].likeBend !== true) return 1 / reach;
    const along = 0.5 / reach + 0.5 / ((this.distance - from + NEAR) * log(1 + reach / NEAR));
    return along * (0.5 + 0.5 / ((nearest(this.turns) + BESIDE) * AROUND));
  }

  #preferredDecay(s: number, random: EventRandom): void {
    const from = this.#start[s];
    const reach = this.#end[s] - from;
    const place = random.uniform();
    this.cosTheta = 2 * random.uniform() - 1;
    const direction = random.uniform();
    if (this.#stretches[s].likeBend !== true) {
      this.distance = from + place * reach;
      this.turns = direction;
      return;
    }
    const depth = place < 0.5 ? 2 * place * reach : NEAR * (exp((2 * place - 1) * log(1 + reach / NEAR)) - 1);
    this.distance = from + Math.min(depth, reach);
    if (direction < 0.5) this.turns = 2 * direction;
    else {
      const around = 8 * direction - 4;
      const quarter = Math.floor(around);
      const away = BESIDE * (exp((around - quarter) * (AROUND / 4)) - 1);
      this.turns = quarter === 0 ? away : quarter === 1 ? 0.5 - away : quarter === 2 ? 0.5 + away : 1 - away;
    }
  }
}

/** Distance in turns to the nearer of 0 and ½. */
function nearest(turns: number): number {
  const half = turns % 0.5;
  return Math.min(half, 0.5 - half);
}

/** Weight of an event with these preferences of its particles multiplied, when a share of events prefers decays. */
export const weightOfPreference = (share: number, preference: number): number =>
  share === 0 ? 1 : 1 / (1 - share + share * preference);
