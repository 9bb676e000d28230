import type { MomentumColumns } from '../../physics/vectors/momentum-columns.ts';

/** What a search reads of a decay: so many tracks of each charge, so many photons. */
export interface Wanted {
  readonly positive: number;
  readonly negative: number;
  readonly photons: number;
}

/** A product of a decay, as far as it decides whether a search can read it. */
export interface SeenProduct {
  readonly name: string;
  readonly charge: number;
}

/**
 * Four-momentum (GeV, in the frame of `momenta`) of what a search does not read of each of `count` decays: neutrinos, and
 * the least energetic tracks and photons beyond those it wants. Written to `lost`.
 */
export function lostMomentum(
  products: readonly SeenProduct[],
  { positive, negative, photons }: Wanted,
  momenta: readonly MomentumColumns[],
  count: number,
  lost: MomentumColumns,
): void {
  const columns = [lost.energy, lost.px, lost.py, lost.pz];
  for (const column of columns) column.fill(0, 0, count);
  const where = (holds: (product: SeenProduct) => boolean) =>
    products.flatMap((product, index) => (holds(product) ? [momenta[index]] : []));
  const groups: [MomentumColumns[], number][] = [
    [where(({ charge }) => charge > 0), positive],
    [where(({ charge }) => charge < 0), negative],
    [where(({ name }) => name === 'gamma'), photons],
    [where(({ charge, name }) => charge === 0 && name !== 'gamma'), 0],
  ];
  for (const [group, wanted] of groups) {
    const spare = group.length - wanted;
    const taken = new Uint8Array(group.length);
    for (let i = 0; i < count && spare > 0; i++) {
      taken.fill(spare === group.length ? 1 : 0);
      for (let n = 0; n < spare; n++) {
        let least = -1;
        for (let k = 0; k < group.length && spare < group.length; k++) {
          if (taken[k] === 0 && (least < 0 || group[k].energy[i] < group[least].energy[i])) least = k;
        }
        if (least >= 0) taken[least] = 1;
      }
      for (let k = 0; k < group.length; k++) {
        if (taken[k] === 0) continue;
        lost.energy[i] += group[k].energy[i];
        lost.px[i] += group[k].px[i];
        lost.py[i] += group[k].py[i];
        lost.pz[i] += group[k].pz[i];
      }
    }
  }
}
