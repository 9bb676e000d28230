import type { Identity } from '../../../experiments/detector-types.ts';
import { particle, particles } from '../../../physics/index.ts';
import { isPhotonRole } from '../../../stages/selection/photon-role.ts';
import type { CandidateRole } from '../../../stages/simulation/reconstruct.ts';

const identityOf = (name: string): Identity => (name.startsWith('e') ? 'e' : name.startsWith('mu') ? 'mu' : 'pi');

/** Roles of a selection as the reconstruction needs them; a track that is neither e nor μ is identified as a pion. */
export function candidateRoles(names: readonly string[]): CandidateRole[] {
  return names.map((role) => {
    const photon = isPhotonRole(role);
    const { mass, charge } = particle(photon ? 'gamma' : role, particles);
    return { role, mass, charge, identity: photon ? 'gamma' : identityOf(role) };
  });
}
