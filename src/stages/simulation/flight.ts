import { atan2, cosTurns, exp, log, sinTurns } from '../../math/elementary.ts';
import type { EventRandom } from '../../math/random/index.ts';

/** A stretch of the beam axis (z in metres) in which decays in flight are preferred. */
export interface PreferredStretch {
  readonly from: number;
  readonly to: number;
  /** Whether half of its decays go near its start and in the plane of the bend, where a kink is taken for the magnet's. */
  readonly likeBend?: boolean;
  /** Whether half or more of its decays go near where the particle comes from, so that its daughter still points to the vertex. */
  readonly nearVertex?: boolean;
}

/** Decays in flight that a sample prefers, for a share of its events. */
export interface PreferredDecays {
  /** Share of the events in which decays are preferred, below 1. */
  readonly share: number;
  /** Share of the preferring events in which one particle decays before the magnet and all others behind it or not at all. */
  readonly oneUpstream?: number;
  /** Where: each stretch is drawn as often as any other. */
  readonly stretches: readonly PreferredStretch[];
  /** Share of the preferred decays that go to an electron; as nature has it when absent, and muons then live as long as they do. */
  readonly electrons?: number;
}

/** Where a particle decays: as nature has it, in any of the stretches, in those near the vertex, in the others. */
export const DECAY_LAWS = { natural: 0, anywhere: 1, upstream: 2, late: 3 } as const;
export type DecayLaw = (typeof DECAY_LAWS)[keyof typeof DECAY_LAWS];

/** In an event that prefers decays anywhere, each particle does so with this probability. */
const ANYWHERE = 2 / 3;
/** By the law of late decays one like a bend has this probability, one in a stretch without a name this one. */
const LATE = { bend: 0.15, other: 0.65 } as const;
/**
 * A share of the decays near the vertex has the density 1/(d + CLOSE) in the distance d (m) from it, the others are even;
 * `aimed` are those of the one that decays upstream.
 */
const CLOSE = 3;
const CLOSELY = { any: 0.5, aimed: 0.8 } as const;
/**
 * This share of the aimed ones goes sideways and away from the beam: in the rest frame with |cosθ| below SIDE_COSINE and
 * within SIDE_TURNS of the particle's own direction around the beam. Only so does a kink make up for the mass that a
 * lighter daughter takes away.
 */
const SIDEWAYS = 0.75;
const SIDE_COSINE = 0.5;
const SIDE_TURNS = 0.3;
const SIDE_TOWARDS = cosTurns(SIDE_TURNS);
/** Density of these in the directions where they go, over that of all. */
const SIDE_GAIN = 1 / (SIDE_COSINE * 2 * SIDE_TURNS);
/** Half of the decays like a bend have the density 1/(d + NEAR) in the distance d (m) from the start of the stretch. */
const NEAR = 0.3;
/** Half of them go close to one of the two directions along x, in which the magnet bends: density 1/(t + BESIDE) in the t turns between. */
const BESIDE = 0.005;
/** Integral of that density over all directions: four quarters of a turn. */
const AROUND = 4 * log(1 + 0.25 / BESIDE);

/**
 * Draws where a particle decays and where its daughter goes: as nature does, or, in a preferring event, often in one of
 * the preferred stretches. `preference`, `upstream` and `late` are the densities of the three other laws over the natural
 * one: with a share s of events that prefer decays anywhere, an event weighs 1/(1 − s + s·Π preference), at most
 * 1/(1 − s), and every mean stays what it is (`weightOfPreference`).
 */
export class Flight {
  /** Distance to the decay (m), Infinity when there is none before the limit. */
  distance = Number.POSITIVE_INFINITY;
  /** Direction of the daughter in the rest frame: cosine to the axis, azimuth in turns from x. */
  cosTheta = 0;
  turns = 0;
  preference = 1;
  upstream = 1;
  late = 1;
  /** Direction of the particle across the beam: cosine and sine of its azimuth. */
  #outwardX = 1;
  #outwardY = 0;
  readonly #length: number;
  readonly #stretches: readonly PreferredStretch[];
  /** Start and end of each stretch along the way of the particle (m). */
  readonly #start: Float64Array;
  readonly #end: Float64Array;
  /** Probability of each stretch by each law. */
  readonly #laws: readonly Float64Array[];

  /** `length`: mean decay length per momentum, cτ/m (m/GeV). */
  constructor(length: number, preferred?: PreferredDecays) {
    this.#length = length;
    this.#stretches = preferred !== undefined && preferred.share > 0 ? preferred.stretches : [];
    this.#start = new Float64Array(this.#stretches.length);
    this.#end = new Float64Array(this.#stretches.length);
    const upstream = this.#stretches.filter(({ nearVertex }) => nearVertex === true).length;
    const laws: ((stretch: PreferredStretch) => number)[] = [
      () => 0,
      () => ANYWHERE / this.#stretches.length,
      ({ nearVertex }) => (nearVertex === true ? 1 / upstream : 0),
      ({ nearVertex, likeBend }) => (nearVertex === true ? 0 : likeBend === true ? LATE.bend : LATE.other),
    ];
    this.#laws = laws.map((law) => Float64Array.from(this.#stretches, law));
  }

  /**
   * For a particle of momentum `p` at z₀ with cosine `cosine` to the axis, followed for `limit` metres along its way, by
   * one of the laws. `px`, `py`: its momentum across the axis.
   */
  draw(p: number, z0: number, cosine: number, limit: number, law: DecayLaw, random: EventRandom, px = 0, py = 0): void {
    const across = Math.sqrt(px * px + py * py);
    this.#outwardX = across > 0 ? px / across : 1;
    this.#outwardY = across > 0 ? py / across : 0;
    const mean = this.#length * p;
    const stretches = this.#stretches;
    const probability = this.#laws[law];
    let possible = 0;
    let some = false;
    for (let s = 0; s < stretches.length; s++) {
      this.#start[s] = Math.max(0, (stretches[s].from - z0) / cosine);
      this.#end[s] = Math.min(limit, (stretches[s].to - z0) / cosine);
      if (!(this.#end[s] > this.#start[s])) continue;
      possible += probability[s];
      some = true;
    }
    let choice = possible > 0 ? random.uniform() : 1;
    let chosen = -1;
    for (let s = 0; s < stretches.length && chosen < 0 && choice < possible; s++) {
      if (!(this.#end[s] > this.#start[s])) continue;
      if (choice < probability[s]) chosen = s;
      choice -= probability[s];
    }
    if (chosen >= 0) {
      this.#preferredDecay(chosen, law === DECAY_LAWS.upstream, random);
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
    this.upstream = 1;
    this.late = 1;
    if (!some) return;
    const [, anywhere, upstream, late] = this.#laws;
    const decays = this.distance < Number.POSITIVE_INFINITY;
    const natural = decays ? exp(-this.distance / mean) / mean : 1;
    for (let s = 0; s < stretches.length; s++) {
      if (!(this.#end[s] > this.#start[s])) continue;
      const gain = (decays ? this.#density(s, false) / natural : 0) - 1;
      this.preference += anywhere[s] * gain;
      this.late += late[s] * gain;
      if (upstream[s] > 0) this.upstream += upstream[s] * ((decays ? this.#density(s, true) / natural : 0) - 1);
    }
  }

  /**
   * Density of preferred decays of stretch `s` in distance and direction, where natural directions have the density 1;
   * `aimed`: by the law of one upstream.
   */
  #density(s: number, aimed: boolean): number {
    const from = this.#start[s];
    const reach = this.#end[s] - from;
    if (!(reach > 0) || this.distance < from || this.distance > this.#end[s]) return 0;
    const { likeBend, nearVertex } = this.#stretches[s];
    if (nearVertex === true) {
      const closely = aimed ? CLOSELY.aimed : CLOSELY.any;
      const along = (1 - closely) / reach + closely / ((this.distance - from + CLOSE) * log(1 + reach / CLOSE));
      return aimed ? along * (1 - SIDEWAYS + (this.#goesSideways() ? SIDEWAYS * SIDE_GAIN : 0)) : along;
    }
    if (likeBend !== true) return 1 / reach;
    const along = 0.5 / reach + 0.5 / ((this.distance - from + NEAR) * log(1 + reach / NEAR));
    return along * (0.5 + 0.5 / ((nearest(this.turns) + BESIDE) * AROUND));
  }

  #goesSideways(): boolean {
    if (Math.abs(this.cosTheta) > SIDE_COSINE) return false;
    const towards = this.#outwardX * cosTurns(this.turns) + this.#outwardY * sinTurns(this.turns);
    return towards > SIDE_TOWARDS;
  }

  #preferredDecay(s: number, aimed: boolean, random: EventRandom): void {
    const from = this.#start[s];
    const reach = this.#end[s] - from;
    const place = random.uniform();
    this.cosTheta = 2 * random.uniform() - 1;
    const direction = random.uniform();
    const { likeBend, nearVertex } = this.#stretches[s];
    if (likeBend !== true) {
      const depth =
        nearVertex !== true ? place * reach : nearOrEven(place, reach, CLOSE, aimed ? CLOSELY.aimed : CLOSELY.any);
      this.distance = from + Math.min(depth, reach);
      this.turns = direction;
      if (aimed && random.uniform() < SIDEWAYS) {
        this.cosTheta *= SIDE_COSINE;
        const turns = atan2(this.#outwardY, this.#outwardX) / (2 * Math.PI) + SIDE_TURNS * (2 * direction - 1);
        this.turns = turns - Math.floor(turns);
      }
      return;
    }
    this.distance = from + Math.min(nearOrEven(place, reach, NEAR, 0.5), reach);
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

/** A distance up to `reach` of a uniform number: a share `nearly` with the density 1/(d + near), the others even. */
const nearOrEven = (place: number, reach: number, near: number, nearly: number): number =>
  place < 1 - nearly
    ? (place / (1 - nearly)) * reach
    : near * (exp(((place - 1 + nearly) / nearly) * log(1 + reach / near)) - 1);

/**
 * Weight of an event when a share of events prefers decays: `anywhere` is the product of the preferences of its particles,
 * `oneUpstream` the mean over them of one's density upstream times those of the others by the law of late decays.
 */
export function weightOfPreference(
  { share, oneUpstream: part = 0 }: Pick<PreferredDecays, 'share' | 'oneUpstream'>,
  anywhere: number,
  oneUpstream = 1,
): number {
  return share === 0 ? 1 : 1 / (1 - share + share * ((1 - part) * anywhere + part * oneUpstream));
}
