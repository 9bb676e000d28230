import { GeV, MeV, metres, mm } from '../../units/index.ts';

const RECIPE = 'three-track recipe of the NA62 Run 1 analyses';
const REFERENCE = 'K⁺ → π⁺π⁺π⁻ reference selection, NA62 framework of 2019';

/** Cuts that the three-track analyses share, whatever the tracks are. */
export const threeTrackCuts = {
  'vertex in the decay volume': { observable: 'vertexZ', between: [metres(105), metres(180)], source: RECIPE },
  'vertex quality': { observable: 'vertexChiSquare', below: 25, source: REFERENCE },
  'track momenta above 8 GeV': { observable: 'smallestMomentum', of: ['tracks'], above: GeV(8), source: RECIPE },
  'track momenta below 65 GeV': { observable: 'largestMomentum', of: ['tracks'], below: GeV(65), source: RECIPE },
  'tracks apart in the first chamber': {
    observable: 'separationFirstChamber',
    of: ['tracks'],
    above: mm(15),
    source: RECIPE,
  },
  'tracks apart in the calorimeter': { observable: 'separationCalorimeter', above: mm(200), source: RECIPE },
} as const;

/** Nothing is missing: the visible momentum is that of the beam. */
export const closedKinematics = {
  'total momentum': { observable: 'momentumExcess', between: [GeV(-2.5), GeV(2.5)], source: RECIPE },
  'transverse momentum': { observable: 'transverseMomentum', below: MeV(30), source: RECIPE },
} as const;
