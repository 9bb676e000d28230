import { exp, log } from '../../math/elementary.ts';
import type { EventRandom } from '../../math/random/index.ts';

/** Decays in flight that a sample prefers: in [from, to] along the beam (z in metres), for a share of its events. */
export interface PreferredDecays {
  /** Share of the events in which decays are preferred, below 1. */
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** In an event that prefers decays, each particle does so with this probability. */
const EACH = 2 / 3;
/** Half of the preferred decays have the density 1/(d + NEAR) in the distance d (m) from the start of the stretch. */
const NEAR = 0.3;
/** Half of them go, within this many turns, to one of the two directions along x, in which the magnet bends. */
const BESIDE = 0.02;

/**
 * Draws where a particle decays and where its daughter goes: as nature does, or, in a preferring event, often in the
 * preferred stretch, near its start and in the plane of the bend, where the kink is taken for the magnet's.
 * `preference` is the density of a preferring event over the natural one: with a share s of preferring events, an event
 * weighs 1/(1 − s + s·Π preference), at most 1/(1 − s), and every mean stays what it is.
 */
export class Flight {
  /** Distance to the decay (m), Infinity when there is none before the limit. */
  distance = Number.POSITIVE_INFINITY;
  /** Direction of the daughter in the rest frame: cosine to the axis, azimuth in turns from x. */
  cosTheta = 0;
  turns = 0;
  preference = 1;
  readonly #length: number;
  readonly #preferred: PreferredDecays | undefined;

  /** `length`: mean decay length per momentum, cτ/m (m/GeV). */
  constructor(length: number, preferred?: PreferredDecays) {
    this.#length = length;
    this.#preferred = preferred !== undefined && preferred.share > 0 ? preferred : undefined;
  }

  /**
   * For a particle of momentum `p` at z₀ with cosine `cosine` to the axis, followed for `limit` metres along its way, in
   * an event that prefers decays or not.
   */
  draw(p: number, z0: number, cosine: number, limit: number, prefers: boolean, random: EventRandom): void {
    const mean = this.#length * p;
    const preferred = this.#preferred;
    const from = preferred === undefined ? 0 : Math.max(0, (preferred.from - z0) / cosine);
    const to = preferred === undefined ? 0 : Math.min(limit, (preferred.to - z0) / cosine);
    const possible = preferred !== undefined && to > from;
    if (possible && prefers && random.uniform() < EACH) {
      this.#preferredDecay(from, to, random);
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
    if (!possible) return;
    this.preference = 1 - EACH;
    if (this.distance < from || this.distance > to) return;
    const reach = to - from;
    const along = 0.5 / reach + 0.5 / ((this.distance - from + NEAR) * log(1 + reach / NEAR));
    const beside = nearest(this.turns) < BESIDE ? 0.5 + 0.5 / (4 * BESIDE) : 0.5;
    this.preference += (EACH * along * beside * mean) / exp(-this.distance / mean);
  }

  #preferredDecay(from: number, to: number, random: EventRandom): void {
    const reach = to - from;
    const place = random.uniform();
    const depth = place < 0.5 ? 2 * place * reach : NEAR * (exp((2 * place - 1) * log(1 + reach / NEAR)) - 1);
    this.distance = from + Math.min(depth, reach);
    this.cosTheta = 2 * random.uniform() - 1;
    const direction = random.uniform();
    if (direction < 0.5) this.turns = 2 * direction;
    else {
      const around = 4 * direction - 2;
      this.turns = around < 1 ? BESIDE * (2 * around - 1) : 0.5 + BESIDE * (2 * around - 3);
      if (this.turns < 0) this.turns += 1;
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
