import type { HadronicStrength, MesonPair } from '../../form-factors/heavy-mesons/helicities.ts';
import type { SemileptonicDecay } from './fractions.ts';
import { type MotherName, mothers } from './mothers.ts';

/** A semileptonic decay with the names of its mesons. */
export interface Channel extends SemileptonicDecay {
  readonly name: MotherName;
  readonly to: string;
}

/** One channel: mother, hadron with its mass, |V|² times isospin, and the hadronic strength of its form factors. */
export function channel<F>(
  name: MotherName,
  to: string,
  recoil: number,
  strength: number,
  hadron: (pair: MesonPair, form: F, q2: number) => HadronicStrength,
  form: F,
): Channel {
  const pair = { mother: mothers[name].mass, recoil };
  return { name, to, mother: mothers[name], recoil, strength, hadron: (q2) => hadron(pair, form, q2) };
}
