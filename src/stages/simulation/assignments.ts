/** What a candidate needs: roles in order, with their charge; photons have charge 0. */
export interface Role {
  readonly role: string;
  readonly charge: number;
}

/** One way to give the roles to products: `tracks[i]` is the track index of the i-th charged role, `photons` alike. */
export interface Assignment {
  readonly tracks: readonly number[];
  readonly photons: readonly number[];
}

function choices(roles: readonly Role[], charges: readonly number[], chosen: number[], found: number[][]): void {
  const next = chosen.length;
  if (next === roles.length) {
    found.push([...chosen]);
    return;
  }
  for (let i = 0; i < charges.length; i++) {
    if (charges[i] !== roles[next].charge || chosen.includes(i)) continue;
    // Equal roles are interchangeable: keep them in increasing order so that each choice is made once.
    const previous = roles.findLastIndex((role, j) => j < next && role.role === roles[next].role);
    if (previous >= 0 && chosen[previous] > i) continue;
    chosen.push(i);
    choices(roles, charges, chosen, found);
    chosen.pop();
  }
}

/** Every distinct way to give the charged roles to tracks of the same charge and the photon roles to photons. */
export function assignments(
  roles: readonly Role[],
  trackCharges: readonly number[],
  photonCount: number,
): Assignment[] {
  const tracks: number[][] = [];
  choices(
    roles.filter(({ charge }) => charge !== 0),
    trackCharges,
    [],
    tracks,
  );
  const photons: number[][] = [];
  choices(
    roles.filter(({ charge }) => charge === 0),
    new Array<number>(photonCount).fill(0),
    [],
    photons,
  );
  return tracks.flatMap((track) => photons.map((photon) => ({ tracks: track, photons: photon })));
}
