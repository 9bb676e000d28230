/** A photon in a selection: 'gamma', or 'gamma …' where photons play different parts. */
export type PhotonRole = 'gamma' | `gamma ${string}`;

/** Is it the role of a photon? */
export const isPhotonRole = (role: string): role is PhotonRole => role === 'gamma' || role.startsWith('gamma ');

/** Roles of the photons of a selection, which gives their number or their names. */
export function photonRoles(photons: number | readonly PhotonRole[] = 0): PhotonRole[] {
  return typeof photons === 'number' ? new Array<PhotonRole>(photons).fill('gamma') : [...photons];
}
