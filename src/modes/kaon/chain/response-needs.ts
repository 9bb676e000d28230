import { REACHED } from '../../../events/response-block.ts';
import type { Experiment } from '../../../experiments/experiment.ts';
import { rolesOf } from '../../../search/asking/check-kaon-search.ts';
import { photonRoles } from '../../../stages/selection/photon-role.ts';
import type { ResponseNeeds } from '../../../stages/simulation/respond.ts';
import type { SamplePlan } from '../run-plan.ts';
import { hermeticNeeds } from './hermetic-needs.ts';
import { candidateRoles } from './roles.ts';

/** Share of the events that prefer decays, where a muon may be taken for a pion, in which one pion decays upstream and no other. */
const ONE_UPSTREAM = 0.8;

/** Share of the tracks that scatter hard for certain, where a background comes from the tail of the missing mass. */
const SCATTERS = 0.3;

/** Share of the electrons that radiate much for certain, where a background comes from what is measured badly. */
const RADIATES = 0.1;

/**
 * Chambers that tracks need, and where decays in flight are drawn more often than they happen: on the way to the magnet,
 * between it and the next chamber, behind the last one.
 */
function trackNeeds(
  { detector: { straw, magnet, calorimeter }, beam }: Experiment,
  { selection: { chambers = {} }, preferredDecays = 0, preferredElectrons = 0 }: SamplePlan,
): Pick<ResponseNeeds, 'chambers' | 'preferredDecays'> {
  const planes: readonly number[] = straw.z.value;
  const { crossed = planes.length, hit = planes.length } = chambers;
  const from: number = magnet.z.value;
  const fiducial: number = beam.fiducial.value[0];
  const behind = planes.find((z) => z > from) ?? from;
  const stretches = [
    { from: fiducial, to: from, nearVertex: true },
    { from, to: behind, likeBend: true },
    { from: behind, to: calorimeter.z.value },
  ];
  const others = preferredElectrons > 0 ? { electrons: preferredElectrons } : { oneUpstream: ONE_UPSTREAM };
  return {
    chambers: { crossed, hit },
    preferredDecays: { share: preferredDecays, stretches, ...others },
  };
}

/**
 * What the detector's response to a sample must give and what it draws more often than it happens: tracks and photons that
 * its selection reads, decays in flight, and hard scatters or radiation where these make the candidates. `pairs`: products
 * that are e⁺e⁻ of a photon. Throws InvalidInput where the experiment lacks what the selection needs.
 */
export function responseNeeds(
  experiment: Experiment,
  sample: SamplePlan,
  pairs: NonNullable<ResponseNeeds['pairs']>,
  { scatters, radiates }: { readonly scatters: boolean; readonly radiates: boolean },
): ResponseNeeds {
  const { selection } = sample;
  const roles = candidateRoles(rolesOf(selection));
  return {
    positive: roles.filter(({ charge }) => charge > 0).length,
    negative: roles.filter(({ charge }) => charge < 0).length,
    photons: photonRoles(selection.photons).length,
    reach: selection.tracksReach.reduce((bits, name) => bits | REACHED[name], 0),
    ...trackNeeds(experiment, sample),
    pairs,
    ...hermeticNeeds(experiment, sample),
    ...(scatters ? { preferredScatters: SCATTERS } : {}),
    ...(radiates ? { preferredRadiation: RADIATES } : {}),
  };
}
