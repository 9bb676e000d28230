import type { Energy, Length } from '../units/index.ts';

/** A hypothetical particle in a decay string: mass, what it decays to, how long it lives. */
export interface HiddenParticle {
  readonly mass: Energy;
  readonly lifetime: 'prompt' | Length;
}

/** A decay to simulate, e.g. 'K+ -> pi+ (pi0 -> e+ e- gamma)'. */
export interface DecaySample {
  readonly decay: string;
  readonly hidden?: Readonly<Record<string, HiddenParticle>>;
  /** Ids of amplitudes to use where a decay has several. */
  readonly models?: readonly string[];
  /** Size of this sample relative to the others, where few events survive; 1 when absent. */
  readonly eventsFactor?: number;
}
