import { GeV, MeV, metres } from '../../units/index.ts';

const RECIPE = 'acceptance study of the published five-track analysis';

/** Cuts of the five-track analyses, which identify no particle and use no photon. */
export const fiveTrackCuts = {
  'vertex in the decay volume': { observable: 'vertexZ', between: [metres(105), metres(180)], source: RECIPE },
  'vertex quality': {
    observable: 'vertexChiSquare',
    below: 40,
    source: 'filter level of the three-track analyses; seven degrees of freedom (proposal)',
  },
  'track momenta above 5 GeV': { observable: 'smallestMomentum', above: GeV(5), source: RECIPE },
  'transverse momentum': { observable: 'transverseMomentum', below: MeV(30), source: 'as for three tracks (proposal)' },
} as const;

/** Tracks found in three of the four chambers count: with four the number of kaon decays would be three times that of the other searches. */
export const fiveTrackChambers = { crossed: 3, hit: 3 } as const;
