import { InvalidInput } from '../../schema/index.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';

/** Makes weighted n-body decays at rest out of columns of uniforms. */
export interface PhaseSpaceGenerator {
  /** [M, m1, … mn] in GeV. */
  readonly masses: readonly number[];
  /** 3n − 4: columns of uniforms in (0,1) that `generate` reads. */
  readonly uniformsPerEvent: number;
  /** What no weight exceeds, in GeV^(2n−4), worked out when asked for; absent where no bound is known. */
  greatestWeight?(): number;
  /** Fills the first `count` rows; the mean weight is Φ_n in GeV^(2n−4). Allocates nothing. */
  generate(
    draws: readonly Float64Array[],
    count: number,
    products: readonly MomentumColumns[],
    weight: Float64Array,
  ): void;
  /** The momenta that `generate` gives, without their weights, where that is cheaper. */
  place?(draws: readonly Float64Array[], count: number, products: readonly MomentumColumns[]): void;
}

/** Throws InvalidInput unless `masses` = [M, m1, … mn] describes an open decay. */
export function checkMasses(masses: readonly number[]): void {
  for (const mass of masses)
    if (!(mass >= 0 && mass < Number.POSITIVE_INFINITY))
      throw new InvalidInput('phase space', `masses must be numbers ≥ 0 in GeV, found ${mass}`);
  const sum = masses.slice(1).reduce((total, mass) => total + mass, 0);
  if (!(masses[0] > sum))
    throw new InvalidInput(
      'phase space',
      `a mass of ${masses[0]} GeV cannot decay to ${masses.slice(1).join(' + ')} GeV`,
    );
}
